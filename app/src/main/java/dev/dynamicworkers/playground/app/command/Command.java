package dev.dynamicworkers.playground.app.command;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;

/// One thing that a person can do: shown in menus and in the palette, bound to keys.
///
/// @param id stable, kebab-case
/// @param title as menus show it; the part before the colon groups it in the palette
/// @param keys that it has unless the person changes them; the first is the one that is shown; none for most
/// @param scope where its keys count
/// @param enabled whether it can run in this moment
/// @param reason why it can't while it can't, in a few words
public record Command(
        String id,
        String title,
        List<KeySequence> keys,
        Scope scope,
        ObservableBooleanValue enabled,
        String reason,
        Runnable action) {
    /// What titles of commands begin with that lists leave out unless they are asked for by it.
    public static final String HIDDEN = "Show state: ";

    public Command {
        keys = List.copyOf(keys);
    }

    /// Where the keys of a command count.
    public enum Scope {
        /// Everywhere in the window.
        WINDOW,
        /// While a code editor has the focus.
        EDITOR
    }

    /// Whether lists leave it out unless it is asked for.
    public boolean isHidden() {
        return title.startsWith(HIDDEN);
    }

    /// The title without its group.
    public String shortTitle() {
        return title.substring(title.indexOf(':') + 1).strip();
    }

    /// Runs it if it can run.
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }
}
