package dev.dynamicworkers.playground.app.code;

import java.util.List;
import org.fxmisc.richtext.CodeArea;

/// Finds the bracket that belongs to the one at the caret and draws both.
final class Brackets {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final int FARTHEST = 20_000;

    private final CodeArea area;
    private final LineStyler styler;
    private boolean drawn;

    Brackets(CodeArea area, LineStyler styler) {
        this.area = area;
        this.styler = styler;
    }

    /// Draws the pair at the caret of an editor that has the focus, and none in others.
    void caretMoved() {
        if (!area.isFocused()) {
            draw(List.of());
            return;
        }
        int line = area.getCurrentParagraph();
        int column = area.getCaretColumn();
        String text = area.getParagraph(line).getText();
        int at = isBracket(line, text, column)
                ? column
                : column > 0 && isBracket(line, text, column - 1) ? column - 1 : -1;
        List<LineStyler.Overlay> pair = at < 0 ? List.of() : pair(line, at, text.charAt(at));
        draw(pair);
    }

    private void draw(List<LineStyler.Overlay> pair) {
        if (drawn || !pair.isEmpty()) {
            styler.overlay(LineStyler.Owner.BRACKET, pair);
            drawn = !pair.isEmpty();
        }
    }

    private boolean isBracket(int line, String text, int column) {
        return column < text.length()
                && (OPENING + CLOSING).indexOf(text.charAt(column)) >= 0
                && styler.isCode(line, column);
    }

    private List<LineStyler.Overlay> pair(int startLine, int startColumn, char bracket) {
        boolean forward = OPENING.indexOf(bracket) >= 0;
        int step = forward ? 1 : -1;
        int depth = 0;
        int seen = 0;
        int line = startLine;
        int column = startColumn;
        while (line >= 0 && line < area.getParagraphs().size() && seen < FARTHEST) {
            String text = area.getParagraph(line).getText();
            while (column >= 0 && column < text.length()) {
                char c = text.charAt(column);
                seen++;
                boolean opens = OPENING.indexOf(c) >= 0;
                if ((opens || CLOSING.indexOf(c) >= 0) && styler.isCode(line, column)) {
                    depth += opens == forward ? 1 : -1;
                    if (depth == 0) {
                        String style = matches(bracket, c) ? "bracket-match" : "bracket-wrong";
                        return List.of(overlay(startLine, startColumn, style), overlay(line, column, style));
                    }
                }
                column += step;
            }
            line += step;
            if (line >= 0 && line < area.getParagraphs().size()) {
                column = forward ? 0 : area.getParagraph(line).length() - 1;
            }
        }
        return List.of();
    }

    private static boolean matches(char a, char b) {
        int opening = OPENING.indexOf(a);
        return opening >= 0 ? CLOSING.indexOf(b) == opening : OPENING.indexOf(b) == CLOSING.indexOf(a);
    }

    private static LineStyler.Overlay overlay(int line, int column, String style) {
        return new LineStyler.Overlay(LineStyler.Owner.BRACKET, line, column, column + 1, style);
    }
}
