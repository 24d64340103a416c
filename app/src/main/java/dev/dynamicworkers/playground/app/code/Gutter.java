package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.CodeArea;

/// The strip left of the code: a glyph where a line has a problem, its number, an arrow where it can be folded, and a
/// bar where it changed since the last run. FX thread.
final class Gutter {
    private static final double DIGIT_WIDTH = 8.2;

    private final CodeArea area;
    private final ProblemMarks marks;
    private final Folds folds;
    private final Set<Integer> changed = new HashSet<>();

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

    /// Draws lines anew, counted from 0.
    void redraw(Iterable<Integer> lines) {
        for (int line : lines) {
            if (line < area.getParagraphs().size()) {
                area.recreateParagraphGraphic(line);
            }
        }
    }

    private Node line(int line) {
        Label number = new Label(String.valueOf(line + 1));
        number.getStyleClass().add("lineno");
        int digits = Math.max(2, String.valueOf(area.getParagraphs().size()).length());
        number.setMinWidth(digits * DIGIT_WIDTH + 4);
        HBox gutter = new HBox(glyph(line), number, arrow(line), bar(line));
        gutter.getStyleClass().add("gutter");
        gutter.setAlignment(Pos.CENTER_RIGHT);
        return gutter;
    }

    private Node glyph(int line) {
        StackPane glyph = new StackPane();
        glyph.getStyleClass().add("gutter-glyph");
        Mark.Tone tone = marks.tone(line);
        if (tone != null) {
            Icons icon =
                    switch (tone) {
                        case ERROR -> Icons.ERROR;
                        case WARNING -> Icons.WARNING;
                        case NOTE -> Icons.INFO;
                    };
            glyph.getChildren().add(icon.node(14, tone.word() + "-icon"));
            glyph.getStyleClass().add(tone.word());
            Tooltip.install(glyph, new Tooltip(marks.text(line)));
        }
        return glyph;
    }

    private Node arrow(int line) {
        StackPane arrow = new StackPane();
        arrow.getStyleClass().add("fold-arrow");
        if (folds.canFold(line)) {
            boolean folded = folds.isFolded(line);
            arrow.getChildren().add((folded ? Icons.EXPAND : Icons.COLLAPSE).node(10, "fold-icon"));
            arrow.getStyleClass().add(folded ? "folded" : "open");
            arrow.setOnMousePressed(event -> {
                folds.toggle(line);
                event.consume();
            });
            Tooltip.install(arrow, new Tooltip(folded ? "Unfold" : "Fold"));
        }
        return arrow;
    }

    private Node bar(int line) {
        Region bar = new Region();
        bar.getStyleClass().add(changed.contains(line) ? "changed-bar" : "no-changed-bar");
        return bar;
    }
}
