package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// The strip left of the code: a glyph where a line has a problem, its number, an arrow where it can be folded, and a
/// bar where it changed since the last run. FX thread.
final class Gutter {
    private static final int FEWEST_DIGITS = 2;

    private final CodeArea area;
    private final ProblemMarks marks;
    private final Folds folds;
    private final Set<Integer> changed = new HashSet<>();
    private Map<Integer, String> logpoints = Map.of();
    private int digits = FEWEST_DIGITS;

    Gutter(CodeArea area, ProblemMarks marks, Folds folds) {
        this.area = area;
        this.marks = marks;
        this.folds = folds;
        area.setParagraphGraphicFactory(this::line);
    }

    /// Draws the bar beside these lines, counted from 0.
    void markChanged(Set<Integer> lines) {
        TreeSet<Integer> touched = new TreeSet<>(changed);
        touched.addAll(lines);
        touched.removeIf(line -> changed.contains(line) && lines.contains(line));
        changed.clear();
        changed.addAll(lines);
        redraw(touched);
    }

    /// Draws a sign beside lines that log, by line counted from 1.
    void markLogpoints(Map<Integer, String> wanted) {
        if (!wanted.equals(logpoints)) {
            TreeSet<Integer> touched = new TreeSet<>();
            logpoints.keySet().forEach(line -> touched.add(line - 1));
            wanted.keySet().forEach(line -> touched.add(line - 1));
            logpoints = Map.copyOf(wanted);
            redraw(touched);
        }
    }

    /// Draws lines anew, counted from 0. Those that are not on screen are drawn when they come there.
    void redraw(Iterable<Integer> lines) {
        if (area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        int first = area.firstVisibleParToAllParIndex();
        int last = Math.min(
                area.lastVisibleParToAllParIndex(), area.getParagraphs().size() - 1);
        for (int line : lines) {
            if (line >= first && line <= last) {
                area.recreateParagraphGraphic(line);
            }
        }
    }

    /// Gives all lines the room that the longest number takes, once that has changed. A line whose text changed needs
    /// no call: it is made anew with its strip.
    void textChanged() {
        int needed = Math.max(
                FEWEST_DIGITS, String.valueOf(area.getParagraphs().size()).length());
        if (needed != digits) {
            digits = needed;
            area.setParagraphGraphicFactory(this::line);
        }
    }

    private Node line(int line) {
        return new GutterLine(line + 1, digits, glyph(line), arrow(line), changed.contains(line));
    }

    private @Nullable Node glyph(int line) {
        Mark.Tone tone = marks.tone(line);
        if (tone == null) {
            return logpoint(line);
        }
        Icons icon = switch (tone) {
            case ERROR -> Icons.ERROR;
            case WARNING -> Icons.WARNING;
            case NOTE -> Icons.INFO;
        };
        StackPane glyph = new StackPane(icon.node(14, tone.word() + "-icon"));
        glyph.getStyleClass().addAll("gutter-glyph", tone.word());
        Tooltip.install(glyph, new Tooltip(marks.text(line)));
        return glyph;
    }

    private @Nullable Node logpoint(int line) {
        String expression = logpoints.get(line + 1);
        if (expression == null) {
            return null;
        }
        StackPane glyph = new StackPane(Icons.CONSOLE.node(14, "logpoint-icon"));
        glyph.getStyleClass().addAll("gutter-glyph", "logpoint");
        Tooltip.install(glyph, new Tooltip("Each run logs " + expression + " here (F9 takes it away)"));
        return glyph;
    }

    private @Nullable Node arrow(int line) {
        if (!folds.canFold(line)) {
            return null;
        }
        boolean folded = folds.isFolded(line);
        StackPane arrow = new StackPane((folded ? Icons.EXPAND : Icons.COLLAPSE).node(10, "fold-icon"));
        arrow.getStyleClass().addAll("fold-arrow", folded ? "folded" : "open");
        arrow.setOnMousePressed(event -> {
            folds.toggle(line);
            event.consume();
        });
        Tooltip.install(arrow, new Tooltip(folded ? "Unfold" : "Fold"));
        return arrow;
    }
}
