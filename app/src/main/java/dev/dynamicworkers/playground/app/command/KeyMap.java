package dev.dynamicworkers.playground.app.command;

import java.util.Locale;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Runs commands by their keys, before any control of the scene sees the key.
public final class KeyMap {
    private final CommandRegistry commands;

    /// @param commands whose keys count
    public KeyMap(CommandRegistry commands) {
        this.commands = commands;
    }

    /// Runs the command of a key and consumes the event, if there is one.
    public void handle(KeyEvent event) {
        if (find(event)) {
            event.consume();
        }
    }

    private boolean find(KeyEvent event) {
        for (Command command : commands.all()) {
            if (command.scope() != Command.Scope.WINDOW) {
                continue;
            }
            for (KeyCombination keys : command.keys()) {
                if (keys.match(event)) {
                    command.run();
                    return true;
                }
            }
        }
        return false;
    }

    /// The keys that are shown for a command; empty when it has none.
    public static String text(Command command) {
        return command.keys().isEmpty() ? "" : text(command.keys().getFirst());
    }

    /// Keys as people write them, for example `Ctrl+Shift+P`.
    public static String text(KeyCombination keys) {
        return keys.getName()
                .replace("Shortcut", shortcutName())
                .replaceFirst("^((?:Shift\\+|Alt\\+)+)((?:Ctrl|Cmd)\\+)", "$2$1")
                .replace("Slash", "/")
                .replace("Equals", "=")
                .replace("Minus", "-");
    }

    private static String shortcutName() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? "Cmd" : "Ctrl";
    }
}
