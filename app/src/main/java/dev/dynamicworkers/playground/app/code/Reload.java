package dev.dynamicworkers.playground.app.code;

import java.util.List;
import org.fxmisc.richtext.CodeArea;

/// Another version of the text of an area: the caret and the lines that are seen stay as far as it has them. FX thread.
final class Reload {
    private final CodeArea area;
    private final List<TextEdit> edits;
    private final int line;
    private final int column;
    private final int caret;
    private final int top;
    private final boolean topStays;

    Reload(CodeArea area, String before, String after) {
        this.area = area;
        edits = LineEdits.between(before, after);
        line = area.getCurrentParagraph();
        column = area.getCaretColumn();
        caret = area.getCaretPosition();
        top = area.getVisibleParagraphs().isEmpty() ? 0 : area.firstVisibleParToAllParIndex();
        int first = area.getAbsolutePosition(top, 0);
        topStays = edits.stream().allMatch(edit -> edit.keeps(first));
    }

    /// Changes the text, and not more of it than has to be: lines that are exchanged leave the view.
    void apply() {
        edits.reversed().forEach(edit -> area.replaceText(edit.start(), edit.end(), edit.text()));
    }

    /// Puts the caret and the view back: to their lines, or where these are gone to those of the same number.
    void restore() {
        if (edits.stream().allMatch(edit -> edit.keeps(caret))) {
            int step =
                    edits.stream().mapToInt(edit -> edit.moved(caret) - caret).sum();
            area.moveTo(caret + step);
        } else {
            int kept = last(line);
            area.moveTo(kept, Math.min(column, area.getParagraphLength(kept)));
        }
        if (!topStays) {
            area.showParagraphAtTop(last(top));
        }
    }

    private int last(int paragraph) {
        return Math.min(paragraph, area.getParagraphs().size() - 1);
    }
}
