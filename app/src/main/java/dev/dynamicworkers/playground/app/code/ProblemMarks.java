package dev.dynamicworkers.playground.app.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The problems of one text by line, counted from 0. Follows edits: a line that is edited loses its marks, those below
/// move along. FX thread.
final class ProblemMarks {
    private final TreeMap<Integer, List<Mark>> byLine = new TreeMap<>();

    /// Takes these in place of all others.
    ///
    /// @return lines that look different now
    TreeSet<Integer> set(List<Mark> marks) {
        TreeSet<Integer> touched = new TreeSet<>(byLine.keySet());
        byLine.clear();
        for (Mark mark : marks) {
            if (mark.line() > 0) {
                byLine.computeIfAbsent(mark.line() - 1, line -> new ArrayList<>())
                        .add(mark);
            }
        }
        touched.addAll(byLine.keySet());
        return touched;
    }

    void clear() {
        byLine.clear();
    }

    /// Follows an edit.
    ///
    /// @param line where it starts
    /// @param removed line ends that went
    /// @param inserted line ends that came
    void edited(int line, int removed, int inserted) {
        if (byLine.isEmpty() || byLine.lastKey() < line) {
            return;
        }
        Map<Integer, List<Mark>> below = new TreeMap<>(byLine.tailMap(line + removed, /* inclusive= */ false));
        byLine.tailMap(line, /* inclusive= */ true).clear();
        below.forEach((at, marks) -> byLine.put(at + inserted - removed, marks));
    }

    /// The problems of a line, may be none.
    List<Mark> of(int line) {
        return byLine.getOrDefault(line, List.of());
    }

    /// The worst tone on a line; null when it has no problem.
    Mark.@Nullable Tone tone(int line) {
        return of(line).stream().map(Mark::tone).min(Enum::compareTo).orElse(null);
    }

    /// What is drawn beside a line with problems: what ended a run there goes before all others.
    Mark.Sign sign(int line) {
        return of(line).stream().map(Mark::sign).max(Enum::compareTo).orElse(Mark.Sign.TONE);
    }

    /// Lines with problems, in order.
    Iterable<Integer> lines() {
        return byLine.keySet();
    }

    /// The line of the next problem, or of the one before; starts over at the end.
    ///
    /// @param from line that is left
    /// @param step 1 or -1
    OptionalInt next(int from, int step) {
        if (byLine.isEmpty()) {
            return OptionalInt.empty();
        }
        Integer target = step > 0 ? byLine.higherKey(from) : byLine.lowerKey(from);
        return OptionalInt.of(target != null ? target : step > 0 ? byLine.firstKey() : byLine.lastKey());
    }

    /// The messages of a line, one below the other.
    String text(int line) {
        return String.join("\n", of(line).stream().map(Mark::message).distinct().toList());
    }
}
