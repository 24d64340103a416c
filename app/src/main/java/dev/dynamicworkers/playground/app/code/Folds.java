package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.code.structure.FoldRegion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// Folds parts of a code area into their first lines and out again. FX thread.
final class Folds {
    private final CodeArea area;
    private final Map<Integer, FoldRegion> regions = new HashMap<>();
    private boolean busy;

    Folds(CodeArea area) {
        this.area = area;
    }

    /// Takes what can be folded.
    ///
    /// @return lines whose arrow comes or goes
    List<Integer> set(List<FoldRegion> found) {
        List<Integer> touched = new ArrayList<>();
        Map<Integer, FoldRegion> before = Map.copyOf(regions);
        regions.clear();
        found.forEach(region -> regions.put(region.first(), region));
        for (int line : before.keySet()) {
            if (!regions.containsKey(line)) {
                touched.add(line);
            }
        }
        for (int line : regions.keySet()) {
            if (!before.containsKey(line)) {
                touched.add(line);
            }
        }
        return touched;
    }

    /// Whether an arrow belongs beside the line.
    boolean canFold(int line) {
        return regions.containsKey(line) || isFolded(line);
    }

    /// Whether lines are folded into this one.
    boolean isFolded(int line) {
        return line + 1 < area.getParagraphs().size() && area.isFolded(line + 1) && !area.isFolded(line);
    }

    /// Whether a fold is just being made, so that the caret is moved by it and not by the person.
    boolean isBusy() {
        return busy;
    }

    void toggle(int line) {
        if (isFolded(line)) {
            unfold(line);
        } else {
            fold(regions.get(line));
        }
    }

    /// Folds the innermost part around a line.
    void foldAround(int line) {
        FoldRegion inner = null;
        for (FoldRegion region : regions.values()) {
            boolean around = region.first() <= line && line <= region.last() + 1 && !isFolded(region.first());
            if (around && (inner == null || region.first() > inner.first())) {
                inner = region;
            }
        }
        fold(inner);
    }

    private void fold(@Nullable FoldRegion region) {
        if (region == null || region.last() >= area.getParagraphs().size()) {
            return;
        }
        int line = area.getCurrentParagraph();
        int column = area.getCaretColumn();
        boolean inside = line > region.first() && line <= region.last();
        quietly(() -> {
            area.foldParagraphs(region.first(), region.last());
            if (!inside) {
                area.moveTo(line, column);
            }
        });
        area.recreateParagraphGraphic(region.first());
    }

    /// Unfolds what is folded into a line.
    void unfold(int line) {
        if (!isFolded(line)) {
            return;
        }
        int caretLine = area.getCurrentParagraph();
        int column = area.getCaretColumn();
        quietly(() -> {
            area.unfoldParagraphs(line);
            area.moveTo(caretLine, Math.min(column, area.getParagraphLength(caretLine)));
        });
        area.recreateParagraphGraphic(line);
    }

    private void quietly(Runnable action) {
        busy = true;
        try {
            action.run();
        } finally {
            busy = false;
        }
    }

    /// Shows a line that is folded away.
    void reveal(int line) {
        int first = Math.min(line, area.getParagraphs().size() - 1);
        if (!area.isFolded(first)) {
            return;
        }
        while (first > 0 && area.isFolded(first)) {
            first--;
        }
        unfold(first);
    }

    /// Folds all outermost parts.
    void foldAll() {
        int end = -1;
        for (FoldRegion region :
                regions.values().stream().sorted((a, b) -> a.first() - b.first()).toList()) {
            if (region.first() > end) {
                end = region.last();
                if (!isFolded(region.first())) {
                    fold(region);
                }
            }
        }
    }

    void unfoldAll() {
        for (int line = 0; line < area.getParagraphs().size(); line++) {
            if (isFolded(line)) {
                unfold(line);
            }
        }
    }
}
