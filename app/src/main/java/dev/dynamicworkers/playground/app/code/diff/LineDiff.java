package dev.dynamicworkers.playground.app.code.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Differences of two texts, line by line. Safe on any thread.
public final class LineDiff {
    private static final int MOST_LINES = 50_000;

    private LineDiff() {}

    /// A line of both texts side by side.
    ///
    /// @param before its number in the first text, 0 when it is not there
    /// @param after its number in the second text, 0 when it is not there
    public record Row(int before, String beforeText, int after, String afterText) {
        /// Whether the texts agree here.
        public boolean isEqual() {
            return before > 0 && after > 0 && beforeText.equals(afterText);
        }
    }

    /// Lines of the second text, counted from 1, that are new or other than in the first. Where lines went, the one
    /// that took their place counts.
    public static Set<Integer> changedLines(String before, String after) {
        Set<Integer> changed = new TreeSet<>();
        if (before.equals(after)) {
            return changed;
        }
        List<String> target = lines(after);
        for (AbstractDelta<String> delta : diff(lines(before), target).getDeltas()) {
            int start = delta.getTarget().getPosition();
            int size = delta.getTarget().size();
            if (delta.getType() == DeltaType.DELETE) {
                changed.add(Math.min(start + 1, target.size()));
            }
            for (int i = 0; i < size; i++) {
                changed.add(start + i + 1);
            }
        }
        return changed;
    }

    /// Both texts, lines that belong together on one row.
    public static List<Row> rows(String before, String after) {
        List<String> source = lines(before);
        List<String> target = lines(after);
        List<Row> rows = new ArrayList<>();
        int left = 0;
        int right = 0;
        for (AbstractDelta<String> delta : diff(source, target).getDeltas()) {
            while (left < delta.getSource().getPosition()) {
                rows.add(new Row(left + 1, source.get(left), right + 1, target.get(right)));
                left++;
                right++;
            }
            int removed = delta.getSource().size();
            int added = delta.getTarget().size();
            for (int i = 0; i < Math.max(removed, added); i++) {
                boolean hasLeft = i < removed;
                boolean hasRight = i < added;
                rows.add(new Row(
                        hasLeft ? left + 1 : 0,
                        hasLeft ? source.get(left) : "",
                        hasRight ? right + 1 : 0,
                        hasRight ? target.get(right) : ""));
                left += hasLeft ? 1 : 0;
                right += hasRight ? 1 : 0;
            }
        }
        while (left < source.size() && right < target.size()) {
            rows.add(new Row(left + 1, source.get(left), right + 1, target.get(right)));
            left++;
            right++;
        }
        return rows;
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static Patch<String> diff(List<String> before, List<String> after) {
        if (before.size() > MOST_LINES || after.size() > MOST_LINES) {
            return new Patch<>();
        }
        return DiffUtils.diff(before, after);
    }
}
