package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
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
    private Map<Integer, LineSign> logpoints = Map.of();
    private Map<Integer, LineSign> breakpoints = Map.of();
    private int standing = -1;
    private BiConsumer<Integer, EditorAction> onPick = (line, action) -> {};
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
    void markLogpoints(Map<Integer, LineSign> wanted) {
        if (!wanted.equals(logpoints)) {
            TreeSet<Integer> touched = new TreeSet<>();
            logpoints.keySet().forEach(line -> touched.add(line - 1));
            wanted.keySet().forEach(line -> touched.add(line - 1));
            logpoints = Map.copyOf(wanted);
            redraw(touched);
        }
    }

    /// Draws a disc beside lines with breakpoints, by line counted from 1; their conditions are empty for always.
    void markBreakpoints(Map<Integer, LineSign> wanted) {
        if (!wanted.equals(breakpoints)) {
            TreeSet<Integer> touched = new TreeSet<>();
            breakpoints.keySet().forEach(line -> touched.add(line - 1));
            wanted.keySet().forEach(line -> touched.add(line - 1));
            breakpoints = Map.copyOf(wanted);
            redraw(touched);
        }
    }

    /// Draws an arrow beside the line at which code stands still, counted from 0; -1 for none.
    void markStanding(int line) {
        if (line != standing) {
            List<Integer> touched = List.of(Math.max(0, standing), Math.max(0, line));
            standing = line;
            redraw(touched);
        }
    }

    /// Hears of what a person picks beside a line, counted from 0.
    void onPick(BiConsumer<Integer, EditorAction> action) {
        onPick = action;
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
        GutterLine strip = new GutterLine(line + 1, digits, glyph(line), arrow(line), changed.contains(line));
        strip.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                onPick.accept(line, EditorAction.BREAKPOINT);
                event.consume();
            }
        });
        strip.setOnContextMenuRequested(event -> {
            menu(line).show(strip, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        return strip;
    }

    private ContextMenu menu(int line) {
        boolean isSet = breakpoints.containsKey(line + 1);
        ContextMenu menu = new ContextMenu(
                item(line, EditorAction.BREAKPOINT, isSet ? "Take the breakpoint away" : "Breakpoint"),
                item(line, EditorAction.BREAKPOINT_CONDITION, "Breakpoint with a condition\u2026"),
                item(
                        line,
                        EditorAction.LOGPOINT,
                        logpoints.containsKey(line + 1) ? "Take the logpoint away" : "Logpoint\u2026"));
        menu.setId("gutter-menu");
        return menu;
    }

    private MenuItem item(int line, EditorAction action, String title) {
        MenuItem item = new MenuItem(title);
        item.setId("gutter-" + action.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        item.setOnAction(event -> onPick.accept(line, action));
        return item;
    }

    private @Nullable Node glyph(int line) {
        if (line == standing) {
            return sign(Icons.STANDING.node(14, "standing-icon"), "standing", "The code stands still here");
        }
        LineSign breakpoint = breakpoints.get(line + 1);
        if (breakpoint != null && breakpoint.isLost()) {
            return sign(
                    Icons.BREAKPOINT_LOST.node(14, "breakpoint-icon"),
                    "breakpoint-lost",
                    "Not found: no line is " + breakpoint.lostCode()
                            + " any more. Nothing stops until it is back (F9 here takes the breakpoint away)");
        }
        if (breakpoint != null) {
            String condition = breakpoint.expression();
            boolean isAlways = condition.isEmpty();
            return sign(
                    (isAlways ? Icons.BREAKPOINT : Icons.BREAKPOINT_CONDITION).node(14, "breakpoint-icon"),
                    "breakpoint",
                    isAlways
                            ? "Code stands still here (F9 takes the breakpoint away)"
                            : "Code stands still here where " + condition + " (F9 takes the breakpoint away)");
        }
        Mark.Tone tone = marks.tone(line);
        if (tone == null) {
            return logpoint(line);
        }
        Icons icon = switch (marks.sign(line)) {
            case TIME -> Icons.TIMER;
            case MEMORY -> Icons.MEMORY;
            case REQUESTS -> Icons.CLOUD;
            case TONE ->
                switch (tone) {
                    case ERROR -> Icons.ERROR;
                    case WARNING -> Icons.WARNING;
                    case NOTE -> Icons.INFO;
                };
        };
        StackPane glyph = new StackPane(icon.node(14, tone.word() + "-icon"));
        glyph.getStyleClass().addAll("gutter-glyph", tone.word());
        Tooltip.install(glyph, new Tooltip(marks.text(line)));
        return glyph;
    }

    private static Node sign(Node icon, String style, String words) {
        StackPane glyph = new StackPane(icon);
        glyph.getStyleClass().addAll("gutter-glyph", style);
        Tooltip.install(glyph, new Tooltip(words));
        return glyph;
    }

    private @Nullable Node logpoint(int line) {
        LineSign found = logpoints.get(line + 1);
        if (found == null) {
            return null;
        }
        String expression = found.expression();
        if (found.isLost()) {
            return sign(
                    Icons.CONSOLE.node(14, "muted-icon"),
                    "logpoint-lost",
                    "Not found: no line is " + found.lostCode() + " any more. " + expression
                            + " is not logged until it is back (Shift+F9 here takes the logpoint away)");
        }
        return sign(
                Icons.CONSOLE.node(14, "logpoint-icon"),
                "logpoint",
                "Each run logs " + expression + " here (Shift+F9 takes it away)");
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
