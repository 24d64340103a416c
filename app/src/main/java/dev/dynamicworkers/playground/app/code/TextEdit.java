package dev.dynamicworkers.playground.app.code;

import java.util.List;

/// One replacement in a text.
///
/// @param start offset of the first character that goes
/// @param end offset after the last character that goes
/// @param text what comes in its place
public record TextEdit(int start, int end, String text) {
    /// One edit that does what all of these do.
    ///
    /// @param edits in order, none overlapping another; not empty
    public static TextEdit joined(String before, List<TextEdit> edits) {
        StringBuilder text = new StringBuilder();
        int at = edits.getFirst().start();
        for (TextEdit edit : edits) {
            text.append(before, at, edit.start()).append(edit.text());
            at = edit.end();
        }
        return new TextEdit(edits.getFirst().start(), at, text.toString());
    }
}
