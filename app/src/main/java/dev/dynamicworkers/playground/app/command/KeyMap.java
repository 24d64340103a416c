package dev.dynamicworkers.playground.app.command;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Runs commands by their keys, before any control of the scene sees the key. FX thread.
public final class KeyMap {
    private final CommandRegistry commands;
    private final KeyBindings bindings;
    private final BooleanSupplier inEditor;
    private final ReadOnlyStringWrapper pending = new ReadOnlyStringWrapper("");
    private @Nullable KeyCombination prefix;
    private boolean altGraph;

    /// Whether the last key that was pressed ran a command: the character that it types as well is then nobody's.
    private boolean isTaken;

    private Runnable onReleased = () -> {};

    /// @param commands whose keys count
    /// @param inEditor whether a code editor has the focus
    public KeyMap(CommandRegistry commands, KeyBindings bindings, BooleanSupplier inEditor) {
        this.commands = commands;
        this.bindings = bindings;
        this.inEditor = inEditor;
    }

    /// The first keys of a sequence that waits for more; empty for none.
    public ReadOnlyStringProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /// Names what is done when Ctrl or Cmd is let go, which ends a walk through tabs.
    public void onReleased(Runnable action) {
        onReleased = action;
    }

    /// Runs the command of a key and consumes the event, if there is one, and the character that the key types.
    public void handle(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_RELEASED) {
            altGraph &= event.getCode() != KeyCode.ALT_GRAPH;
            isTaken = false;
            if (event.getCode() == KeyCode.CONTROL || event.getCode() == KeyCode.COMMAND) {
                onReleased.run();
            }
            return;
        }
        if (event.getEventType() != KeyEvent.KEY_PRESSED) {
            if (isTaken) {
                event.consume();
            }
            return;
        }
        isTaken = false;
        press(event);
        isTaken = event.isConsumed();
    }

    private void press(KeyEvent event) {
        altGraph |= event.getCode() == KeyCode.ALT_GRAPH;
        // AltGr types characters; some systems report it as Ctrl+Alt.
        boolean types = altGraph && event.isAltDown();
        if (event.getCode().isModifierKey() || types) {
            return;
        }
        KeyCombination before = prefix;
        prefix = null;
        pending.set("");
        Optional<Command> command = before == null
                ? find(keys -> !keys.isChord() && keys.first().match(event))
                : find(keys -> keys.isChord()
                        && keys.first().equals(before)
                        && keys.combinations().get(1).match(event));
        if (command.isPresent()) {
            event.consume();
            command.get().run();
        } else if (before != null) {
            event.consume();
        } else {
            startChord(event);
        }
    }

    private void startChord(KeyEvent event) {
        find(keys -> keys.isChord() && keys.first().match(event)).ifPresent(command -> {
            for (KeySequence keys : bindings.keys(command)) {
                if (keys.isChord() && keys.first().match(event)) {
                    prefix = keys.first();
                    pending.set(new KeySequence(java.util.List.of(keys.first())).text() + " \u2026");
                }
            }
            event.consume();
        });
    }

    private Optional<Command> find(Predicate<KeySequence> fits) {
        Command found = null;
        for (Command command : commands.all()) {
            boolean counts = command.scope() == Command.Scope.WINDOW || inEditor.getAsBoolean();
            boolean matches = counts && bindings.keys(command).stream().anyMatch(fits);
            if (matches && (found == null || command.scope() == Command.Scope.EDITOR)) {
                found = command;
            }
        }
        return Optional.ofNullable(found);
    }
}
