package dev.dynamicworkers.playground.app.code;

import java.util.List;

/// One replacement in a text.
///
/// @param start offset of the first character that goes
/// @param end offset after the last character that goes
/// @param text what comes in its place
public record TextEdit(int start, int end, String text) {
    /// The smallest edit that makes one text of another: what both begin and end with stays.
    static TextEdit between(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int same = 0;
        while (same < most - start
                && before.charAt(before.length() - same - 1) == after.charAt(after.length() - same - 1)) {
            same++;
        }
        return new TextEdit(start, before.length() - same, after.substring(start, after.length() - same));
    }

    /// Whether it leaves the character at an offset where it is, or takes it along.
    boolean keeps(int offset) {
        return offset <= start || offset >= end;
    }

    /// Where a character is after this edit that it keeps.
    int moved(int offset) {
        return offset <= start ? offset : offset + text.length() - (end - start);
    }

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
