package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.CodeArea;

/// The strip left of the code: line numbers, and a glyph with its message where a line has a problem. FX thread.
final class Gutter {
    private static final double DIGIT_WIDTH = 8.2;

    private final CodeArea area;
    private final LineStyler styler;
    private final Map<Integer, String> messages = new HashMap<>();

    /// @param styler underlines what is wrong within the lines
    Gutter(CodeArea area, LineStyler styler) {
        this.area = area;
        this.styler = styler;
        area.setParagraphGraphicFactory(this::line);
    }

    /// Takes all problems away without drawing anew, for a text that is just being replaced.
    void clear() {
        messages.clear();
    }

    /// Draws problems, in place of those that were drawn before.
    ///
    /// @param inText whether they are underlined as well
    void mark(List<Mark> marks, UnderlineProblems inText) {
        TreeSet<Integer> touched = new TreeSet<>(messages.keySet());
        messages.clear();
        List<LineStyler.Overlay> overlays = new ArrayList<>();
        for (Mark mark : marks) {
            int line = mark.line() - 1;
            if (line < 0 || line >= area.getParagraphs().size()) {
                continue;
            }
            messages.merge(line, mark.message(), (a, b) -> a + "\n" + b);
            touched.add(line);
            String text = area.getParagraph(line).getText();
            int start = wordStart(text, Math.clamp(mark.column() - 1, 0, Math.max(0, text.length() - 1)));
            int end = wordEnd(text, start);
            overlays.add(new LineStyler.Overlay(LineStyler.Owner.PROBLEM, line, start, end, "error-mark"));
        }
        if (inText == UnderlineProblems.YES) {
            styler.overlay(LineStyler.Owner.PROBLEM, overlays);
        }
        redraw(touched);
    }

    /// Forgets the problems whose lines were edited.
    void forgetEdited() {
        if (!messages.isEmpty()) {
            TreeSet<Integer> touched = new TreeSet<>(messages.keySet());
            messages.keySet().retainAll(styler.lines(LineStyler.Owner.PROBLEM));
            touched.removeAll(messages.keySet());
            redraw(touched);
        }
    }

    /// The line of the next problem, or of the one before; starts over at the end.
    ///
    /// @param from line that is left, counts from 0
    /// @param step 1 or -1
    OptionalInt problem(int from, int step) {
        TreeSet<Integer> lines = new TreeSet<>(messages.keySet());
        if (lines.isEmpty()) {
            return OptionalInt.empty();
        }
        Integer target = step > 0 ? lines.higher(from) : lines.lower(from);
        return OptionalInt.of(target != null ? target : step > 0 ? lines.first() : lines.last());
    }

    private void redraw(Iterable<Integer> lines) {
        for (int line : lines) {
            if (line < area.getParagraphs().size()) {
                area.recreateParagraphGraphic(line);
            }
        }
    }

    private Node line(int line) {
        Label number = new Label(String.valueOf(line + 1));
        number.getStyleClass().add("lineno");
        StackPane glyph = new StackPane();
        glyph.getStyleClass().add("gutter-glyph");
        String message = messages.get(line);
        HBox gutter = new HBox(glyph, number);
        gutter.getStyleClass().add("gutter");
        gutter.setAlignment(Pos.CENTER_RIGHT);
        if (message != null) {
            Node icon = Icons.ERROR.node(14, "error-icon");
            glyph.getChildren().add(icon);
            Tooltip.install(gutter, new Tooltip(message));
            gutter.getStyleClass().add("has-error");
        }
        int digits = Math.max(2, String.valueOf(area.getParagraphs().size()).length());
        number.setMinWidth(digits * DIGIT_WIDTH + 4);
        return gutter;
    }

    private static int wordStart(String text, int at) {
        int start = at;
        while (start > 0
                && at < text.length()
                && Character.isJavaIdentifierPart(text.charAt(at))
                && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && (Character.isJavaIdentifierPart(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end > start ? end : Math.min(text.length(), start + 1);
    }

    /// Whether problems are underlined in the text, besides their glyph.
    enum UnderlineProblems {
        YES,
        NO
    }
}
