package dev.dynamicworkers.playground.app.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/// All commands of the window by id. FX thread.
public final class CommandRegistry {
    private static final String NOT_NOW = "not now";

    /// Not one for all windows: what listens to it would keep its window for ever.
    private final ObservableBooleanValue always = new SimpleBooleanProperty(true);

    private final Map<String, Command> commands = new LinkedHashMap<>();

    /// Adds a command that can always run.
    public Command add(String id, String title, Runnable action, String... keys) {
        return add(id, title, always, action, keys);
    }

    /// Adds a command that can run while `enabled` holds.
    public Command add(String id, String title, ObservableBooleanValue enabled, Runnable action, String... keys) {
        return addWhile(id, title, enabled, NOT_NOW, action, keys);
    }

    /// Adds a command that can run while `enabled` holds.
    ///
    /// @param reason why it can't run otherwise, in a few words
    public Command addWhile(
            String id, String title, ObservableBooleanValue enabled, String reason, Runnable action, String... keys) {
        return add(new Command(id, title, parse(keys), Command.Scope.WINDOW, enabled, reason, action));
    }

    /// Adds a command whose keys count while a code editor has the focus.
    public Command addForEditor(String id, String title, Runnable action, List<String> keys) {
        String[] sequences = keys.toArray(String[]::new);
        return add(new Command(id, title, parse(sequences), Command.Scope.EDITOR, always, NOT_NOW, action));
    }

    private Command add(Command command) {
        if (commands.putIfAbsent(command.id(), command) != null) {
            throw new IllegalArgumentException("command " + command.id() + " exists");
        }
        return command;
    }

    private static List<KeySequence> parse(String... keys) {
        List<KeySequence> sequences = new ArrayList<>();
        for (String key : keys) {
            sequences.add(
                    KeySequence.parse(key).orElseThrow(() -> new IllegalArgumentException(key + " names no keys")));
        }
        return sequences;
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
