package dev.dynamicworkers.playground.app.code;

import org.fxmisc.richtext.CodeArea;

/// Brackets and quotes come in pairs: the second one is typed along with the first, typed over, and removed with it.
/// FX thread.
final class AutoClose {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String QUOTES = "\"'`";

    private final CodeArea area;
    private final LineStyler styler;
    private boolean on = true;

    AutoClose(CodeArea area, LineStyler styler) {
        this.area = area;
        this.styler = styler;
    }

    @SuppressWarnings("BooleanParameter") // state of a setting
    void set(boolean wanted) {
        on = wanted;
    }

    /// Handles a typed character.
    ///
    /// @return whether it is used up
    boolean typed(char typed) {
        if (!on || !area.isEditable()) {
            return false;
        }
        boolean quote = QUOTES.indexOf(typed) >= 0;
        int opening = OPENING.indexOf(typed);
        if (area.getSelection().getLength() > 0) {
            if (opening < 0 && !quote) {
                return false;
            }
            surround(typed, quote ? typed : CLOSING.charAt(opening));
            return true;
        }
        char after = after();
        if (after == typed && (CLOSING.indexOf(typed) >= 0 || (quote && !isCodeBefore()))) {
            area.moveTo(area.getCaretPosition() + 1);
            return true;
        }
        boolean room = after == 0 || Character.isWhitespace(after) || CLOSING.indexOf(after) >= 0 || ",;".indexOf(after) >= 0;
        if (!room || !isCodeBefore()) {
            return false;
        }
        if (opening >= 0) {
            insert(typed, CLOSING.charAt(opening));
            return true;
        }
        if (quote && !isPartOfWord(before())) {
            insert(typed, typed);
            return true;
        }
        return false;
    }

    /// Removes both of an empty pair.
    ///
    /// @return whether there was one
    boolean backspace() {
        if (!on || !area.isEditable() || area.getSelection().getLength() > 0) {
            return false;
        }
        char before = before();
        char after = after();
        int opening = OPENING.indexOf(before);
        boolean pair = (opening >= 0 && after == CLOSING.charAt(opening))
                || (before != 0 && QUOTES.indexOf(before) >= 0 && after == before);
        if (pair) {
            int at = area.getCaretPosition();
            area.deleteText(at - 1, at + 1);
        }
        return pair;
    }

    private void insert(char first, char second) {
        int at = area.getCaretPosition();
        area.insertText(at, "" + first + second);
        area.moveTo(at + 1);
    }

    private void surround(char first, char second) {
        int start = area.getSelection().getStart();
        String text = area.getSelectedText();
        area.replaceSelection(first + text + second);
        area.selectRange(start + 1, start + 1 + text.length());
    }

    /// Whether the caret is in code, and not within a string, a comment or a regular expression.
    private boolean isCodeBefore() {
        int column = area.getCaretColumn();
        return column == 0 || styler.isCode(area.getCurrentParagraph(), column - 1);
    }

    private char before() {
        int column = area.getCaretColumn();
        return column == 0 ? 0 : line().charAt(column - 1);
    }

    private char after() {
        int column = area.getCaretColumn();
        String line = line();
        return column >= line.length() ? 0 : line.charAt(column);
    }

    private String line() {
        return area.getParagraph(area.getCurrentParagraph()).getText();
    }

    private static boolean isPartOfWord(char c) {
        return c != 0 && Character.isJavaIdentifierPart(c);
    }
}
