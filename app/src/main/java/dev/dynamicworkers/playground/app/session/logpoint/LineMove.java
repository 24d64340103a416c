package dev.dynamicworkers.playground.app.session.logpoint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Where lines of a text are after one edit of it. Immutable.
///
/// Lines above and below the edit are the same ones. Of those within it, a line is where its text is; else where a text
/// is that is much like its own; else it is gone.
///
/// @param before lines before the edit
/// @param after lines after it
/// @param above how many lines at the start are the same
/// @param below how many lines at the end are the same
record LineMove(List<String> before, List<String> after, int above, int below) {
    /// Two lines of which less than this share is the same, at their start and end together, are different ones.
    private static final double ALIKE = 0.5;

    static LineMove between(List<String> before, List<String> after) {
        int most = Math.min(before.size(), after.size());
        int above = 0;
        while (above < most && before.get(above).equals(after.get(above))) {
            above++;
        }
        int below = 0;
        while (below < most - above
                && before.get(before.size() - 1 - below).equals(after.get(after.size() - 1 - below))) {
            below++;
        }
        return new LineMove(before, after, above, below);
    }

    /// Points at the lines where they are now.
    List<LinePoints.Point> of(List<LinePoints.Point> points) {
        Map<Integer, LinePoints.Point> there = new TreeMap<>();
        Set<LinePoints.Point> gone = new LinkedHashSet<>();
        for (LinePoints.Point point : points) {
            // The edit may have brought the line back of one that was lost.
            LinePoints.Point moved =
                    point.isLost() ? LinePoints.placed(List.of(point), after).getFirst() : of(point);
            if (moved.isLost()) {
                gone.add(moved);
            } else {
                there.putIfAbsent(moved.line(), moved);
            }
        }
        return Stream.concat(there.values().stream(), gone.stream())
                .sorted(LinePoints.ORDER)
                .toList();
    }

    private LinePoints.Point of(LinePoints.Point point) {
        int index = point.line() - 1;
        if (index >= before.size() || !before.get(index).strip().equals(point.code())) {
            // It was not where it was thought to be.
            return LinePoints.placed(List.of(point), after).getFirst();
        }
        if (index < above) {
            return point;
        }
        if (index >= before.size() - below) {
            return point.at(point.line() + after.size() - before.size());
        }
        int line = within(point, index);
        return line < 0
                ? point.lost(after.size())
                : new LinePoints.Point(line + 1, after.get(line).strip(), point.expression());
    }

    private int within(LinePoints.Point point, int index) {
        int best = -1;
        double most = ALIKE;
        for (int line = above; line < after.size() - below; line++) {
            double alike = alike(point.code(), after.get(line).strip());
            boolean nearer = best < 0 || Math.abs(line - index) < Math.abs(best - index);
            if (alike > most || (alike == most && nearer)) {
                best = line;
                most = alike;
            }
        }
        return best;
    }

    /// How much of the longer one of two lines is the same at their start and end: 0 to 1.
    private static double alike(String one, String other) {
        int least = Math.min(one.length(), other.length());
        int start = 0;
        while (start < least && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < least - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int longest = Math.max(one.length(), other.length());
        return longest == 0 ? 1 : (double) (start + end) / longest;
    }
}
