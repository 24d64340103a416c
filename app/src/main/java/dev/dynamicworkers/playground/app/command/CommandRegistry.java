package dev.dynamicworkers.playground.app.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/// All commands of the window by id. FX thread.
public final class CommandRegistry {
    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    private final Map<String, Command> commands = new LinkedHashMap<>();

    /// Adds a command that can always run.
    public Command add(String id, String title, Runnable action, String... keys) {
        return add(id, title, ALWAYS, action, keys);
    }

    /// Adds a command that can run while `enabled` holds.
    public Command add(String id, String title, ObservableBooleanValue enabled, Runnable action, String... keys) {
        return add(new Command(id, title, parse(keys), Command.Scope.WINDOW, enabled, action));
    }

    /// Adds a command whose keys the code editor listens to itself.
    public Command addForEditor(
            String id, String title, ObservableBooleanValue enabled, Runnable action, String... keys) {
        return add(new Command(id, title, parse(keys), Command.Scope.EDITOR, enabled, action));
    }

    private Command add(Command command) {
        if (commands.putIfAbsent(command.id(), command) != null) {
            throw new IllegalArgumentException("command " + command.id() + " exists");
        }
        return command;
    }

    private static List<KeyCombination> parse(String... keys) {
        List<KeyCombination> combinations = new ArrayList<>();
        for (String key : keys) {
            combinations.add(KeyCombination.valueOf(key));
        }
        return combinations;
    }

    /// The command with this id.
    public Command get(String id) {
        Command command = commands.get(id);
        if (command == null) {
            throw new IllegalArgumentException("no command " + id);
        }
        return command;
    }

    /// All commands in the order in which they were added.
    public Collection<Command> all() {
        return commands.values();
    }
}
