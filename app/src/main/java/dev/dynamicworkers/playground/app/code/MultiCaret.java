package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.code.search.TextMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.fxmisc.richtext.CaretNode;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// More than one caret in a code area: what is typed goes to all of them, as one step that can be undone. FX thread.
///
/// The newest caret is the area's own; the others are kept and drawn here.
final class MultiCaret {
    private static final int MOST = 500;

    private final AccessibleCodeArea area;
    private final LineStyler styler;
    private final List<TextMatch> others = new ArrayList<>();
    private final List<CaretNode> nodes = new ArrayList<>();
    private boolean wholeWord;

    MultiCaret(AccessibleCodeArea area, LineStyler styler) {
        this.area = area;
        this.styler = styler;
    }

    boolean isActive() {
        return !others.isEmpty();
    }

    /// Selects the word at the caret, or the next place with the same text besides those that are selected.
    void addNext() {
        TextMatch main = main();
        if (main.end() == main.start()) {
            area.selectWord();
            wholeWord = true;
            return;
        }
        String text = area.getText();
        String wanted = area.getSelectedText();
        int next = next(text, wanted, main.end());
        if (next < 0) {
            next = next(text, wanted, 0);
        }
        TextMatch found = new TextMatch(next, next + wanted.length());
        if (next < 0 || found.equals(main) || others.contains(found) || others.size() >= MOST) {
            return;
        }
        others.add(main);
        area.selectRange(found.start(), found.end());
        area.requestFollowCaret();
        draw();
    }

    /// Selects all places with the text that is selected.
    void addAll() {
        if (main().end() == main().start()) {
            area.selectWord();
            wholeWord = true;
        }
        String text = area.getText();
        String wanted = area.getSelectedText();
        if (wanted.isEmpty()) {
            return;
        }
        TextMatch main = main();
        others.clear();
        for (int at = next(text, wanted, 0);
                at >= 0 && others.size() < MOST;
                at = next(text, wanted, at + wanted.length())) {
            if (at != main.start()) {
                others.add(new TextMatch(at, at + wanted.length()));
            }
        }
        draw();
    }

    private int next(String text, String wanted, int from) {
        int at = text.indexOf(wanted, from);
        while (at >= 0 && wholeWord && !isWord(text, at, at + wanted.length())) {
            at = text.indexOf(wanted, at + 1);
        }
        return at;
    }

    private static boolean isWord(String text, int start, int end) {
        boolean before = start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1));
        boolean after = end < text.length() && Character.isJavaIdentifierPart(text.charAt(end));
        return !before && !after;
    }

    private TextMatch main() {
        return new TextMatch(area.getSelection().getStart(), area.getSelection().getEnd());
    }

    /// Handles a key while there is more than one caret.
    ///
    /// @return whether the key is used up
    boolean keyPressed(KeyEvent event) {
        if (!isActive()) {
            return false;
        }
        switch (event.getCode()) {
            case BACK_SPACE -> edit(range -> grown(range, -1), "");
            case DELETE -> edit(range -> grown(range, 1), "");
            case ENTER -> edit(UnaryOperator.identity(), "\n");
            case TAB -> edit(UnaryOperator.identity(), area.indentUnit());
            case LEFT -> move(range -> range.end() > range.start() ? range.start() : range.start() - 1);
            case RIGHT -> move(range -> range.end() > range.start() ? range.end() : range.end() + 1);
            case HOME -> move(range -> lineEdge(range.start(), /* end= */ 0));
            case END -> move(range -> lineEdge(range.end(), /* end= */ 1));
            case ESCAPE -> {
                area.moveTo(area.getCaretPosition());
                clear();
            }
            case UP, DOWN, PAGE_UP, PAGE_DOWN -> {
                clear();
                return false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Types text at all carets.
    ///
    /// @return whether there is more than one caret, so that the text is used up
    boolean type(String text) {
        if (!isActive()) {
            return false;
        }
        edit(UnaryOperator.identity(), text);
        return true;
    }

    private TextMatch grown(TextMatch range, int step) {
        if (range.end() > range.start()) {
            return range;
        }
        int other = Math.clamp(range.start() + step, 0, area.getLength());
        return new TextMatch(Math.min(range.start(), other), Math.max(range.start(), other));
    }

    private int lineEdge(int offset, int end) {
        int line = area.offsetToPosition(offset, Bias.Forward).getMajor();
        return area.getAbsolutePosition(line, end == 0 ? 0 : area.getParagraphLength(line));
    }

    private interface Target {
        int of(TextMatch range);
    }

    private void move(Target target) {
        List<TextMatch> moved = new ArrayList<>();
        for (TextMatch other : others) {
            int at = Math.clamp(target.of(other), 0, area.getLength());
            moved.add(new TextMatch(at, at));
        }
        int main = Math.clamp(target.of(main()), 0, area.getLength());
        others.clear();
        others.addAll(moved);
        area.moveTo(main);
        draw();
    }

    private void edit(UnaryOperator<TextMatch> reach, String text) {
        if (!area.isEditable()) {
            return;
        }
        TextMatch main = reach.apply(main());
        List<TextMatch> all = new ArrayList<>(others.stream().map(reach).toList());
        all.add(main);
        all.sort(Comparator.comparingInt(TextMatch::start));
        List<TextEdit> edits = new ArrayList<>();
        List<TextMatch> after = new ArrayList<>();
        int mainAfter = main.start();
        int shift = 0;
        int end = -1;
        for (TextMatch range : all) {
            if (range.start() < end) {
                continue;
            }
            edits.add(new TextEdit(range.start(), range.end(), text));
            int caret = range.start() + shift + text.length();
            if (range.equals(main)) {
                mainAfter = caret;
            } else {
                after.add(new TextMatch(caret, caret));
            }
            shift += text.length() - (range.end() - range.start());
            end = range.end();
        }
        TextEdit joined = TextEdit.joined(area.getText(), edits);
        others.clear();
        area.getUndoManager().preventMerge();
        area.replaceText(joined.start(), joined.end(), joined.text());
        area.getUndoManager().preventMerge();
        others.addAll(after);
        area.moveTo(mainAfter);
        area.requestFollowCaret();
        draw();
    }

    /// Leaves one caret.
    void clear() {
        wholeWord = false;
        if (isActive() || !nodes.isEmpty()) {
            others.clear();
            draw();
        }
    }

    private void draw() {
        nodes.forEach(node -> {
            area.removeCaret(node);
            node.dispose();
        });
        nodes.clear();
        List<LineStyler.Overlay> overlays = new ArrayList<>();
        for (TextMatch range : others) {
            CaretNode node = new CaretNode("caret-" + nodes.size(), area, range.end());
            node.getStyleClass().add("caret");
            node.setBlinkRate(Duration.ZERO);
            if (area.addCaret(node)) {
                nodes.add(node);
            }
            overlays.addAll(styler.overlays(LineStyler.Owner.MULTI, range.start(), range.end(), "multi-selection"));
        }
        styler.overlay(LineStyler.Owner.MULTI, overlays);
    }
}
