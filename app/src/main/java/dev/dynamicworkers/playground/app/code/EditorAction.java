package dev.dynamicworkers.playground.app.code;

import java.util.Optional;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What a person can do in a code editor, with its keys.
public enum EditorAction {
    UNDO("Edit: Undo", "Shortcut+Z"),
    REDO("Edit: Redo", "Shortcut+Shift+Z"),
    FIND("Edit: Find", "Shortcut+F"),
    FIND_NEXT("Edit: Find next", "F3"),
    FIND_PREVIOUS("Edit: Find previous", "Shift+F3"),
    TOGGLE_COMMENT("Edit: Toggle comment", "Shortcut+Slash"),
    MOVE_LINE_UP("Edit: Move line up", "Alt+Up"),
    MOVE_LINE_DOWN("Edit: Move line down", "Alt+Down"),
    COPY_LINE_UP("Edit: Copy line up", "Shift+Alt+Up"),
    COPY_LINE_DOWN("Edit: Copy line down", "Shift+Alt+Down"),
    DELETE_LINE("Edit: Delete line", "Shortcut+Shift+K"),
    SELECT_LINE("Edit: Select line", "Shortcut+L"),
    SELECT_NEXT_MATCH("Edit: Select next match", "Shortcut+D"),
    NEXT_PROBLEM("Edit: Next problem", "F8"),
    PREVIOUS_PROBLEM("Edit: Previous problem", "Shift+F8"),
    TOGGLE_TAB_FOCUS("Edit: Tab key moves focus", "Shortcut+M");

    private final String title;
    private final String keys;

    EditorAction(String title, String keys) {
        this.title = title;
        this.keys = keys;
    }

    /// Title with its group before a colon.
    public String title() {
        return title;
    }

    /// Keys as `KeyCombination` reads them.
    public String keys() {
        return keys;
    }

    static Optional<EditorAction> of(KeyEvent event) {
        for (EditorAction action : values()) {
            if (KeyCombination.valueOf(action.keys).match(event)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
