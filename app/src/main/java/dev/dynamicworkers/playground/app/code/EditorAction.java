package dev.dynamicworkers.playground.app.code;

import java.util.List;

/// What a person can do in a code editor, with the keys it has unless they are changed.
public enum EditorAction {
    UNDO("Edit: Undo", "Shortcut+Z"),
    REDO("Edit: Redo", "Shortcut+Shift+Z", "Shortcut+Y"),
    FIND("Edit: Find", "Shortcut+F"),
    REPLACE("Edit: Replace", "Shortcut+H"),
    FIND_NEXT("Edit: Find next", "F3"),
    FIND_PREVIOUS("Edit: Find previous", "Shift+F3"),
    TOGGLE_COMMENT("Edit: Toggle comment", "Shortcut+Slash"),
    MOVE_LINE_UP("Edit: Move line up", "Alt+Up"),
    MOVE_LINE_DOWN("Edit: Move line down", "Alt+Down"),
    COPY_LINE_UP("Edit: Copy line up", "Shift+Alt+Up"),
    COPY_LINE_DOWN("Edit: Copy line down", "Shift+Alt+Down"),
    DELETE_LINE("Edit: Delete line", "Shortcut+Shift+K"),
    SELECT_LINE("Edit: Select line", "Shortcut+L"),
    SELECT_NEXT_MATCH("Edit: Select next match too", "Shortcut+D"),
    SELECT_ALL_MATCHES("Edit: Select all matches", "Alt+F3"),
    FOLD("Edit: Fold", "Shortcut+Shift+Open_Bracket"),
    UNFOLD("Edit: Unfold", "Shortcut+Shift+Close_Bracket"),
    FOLD_ALL("Edit: Fold all", "Shortcut+K Shortcut+0"),
    UNFOLD_ALL("Edit: Unfold all", "Shortcut+K Shortcut+J"),
    FORMAT("Edit: Format document", "Shift+Alt+F"),
    COMPLETE("Edit: Complete", "Ctrl+Space"),
    PARAMETERS("Edit: Parameter hints", "Ctrl+Shift+Space"),
    DEFINITION("Go: Definition", "F12"),
    REFERENCES("Go: References", "Shift+F12"),
    RENAME("Edit: Rename symbol", "F2"),
    HOVER("Edit: Explain the name here", "Shortcut+K Shortcut+I"),
    QUICK_FIX("Edit: Fix here", "Shortcut+Period", "Alt+Enter"),
    NEXT_PROBLEM("Edit: Next problem", "F8"),
    PREVIOUS_PROBLEM("Edit: Previous problem", "Shift+F8"),
    TOGGLE_LINE_MESSAGES("Edit: Messages at line ends", "Alt+F8"),
    ACCESSIBLE_VIEW("Edit: Accessible view", "Alt+F1"),
    TOGGLE_TAB_FOCUS("Edit: Tab key moves focus", "Shortcut+M"),
    SPLIT("View: Split the editor, or join it", "Shortcut+Back_Slash"),
    BREAKPOINT("Edit: Breakpoint here", "F9"),
    BREAKPOINT_CONDITION("Edit: Condition of the breakpoint here\u2026", "Ctrl+F9"),
    LOGPOINT("Edit: Logpoint here\u2026", "Shift+F9");

    private final String title;
    private final List<String> keys;

    EditorAction(String title, String... keys) {
        this.title = title;
        this.keys = List.of(keys);
    }

    /// Title with its group before a colon.
    public String title() {
        return title;
    }

    /// Key sequences, each of one or more combinations as `KeyCombination` reads them.
    public List<String> keys() {
        return keys;
    }
}
