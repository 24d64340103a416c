package dev.dynamicworkers.playground.app.panel.timeline;

import dev.dynamicworkers.playground.app.session.IsolateTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What one isolate did, shared out on rows so that no two bars of a row overlap.
///
/// @param rows the bars, by row, each in the order of time
/// @param ticks what has no length, in the order of time
record TimelineLane(IsolateTag isolate, List<List<TimelineMark>> rows, List<TimelineMark> ticks) {
    private static final int MOST_ROWS = 12;

    /// Whether it is that of the run as a whole.
    boolean isRun() {
        return isolate.equals(TimelineMark.RUN);
    }

    /// Shares marks out. With more than twelve bars at a time, the last row takes what is left.
    static TimelineLane of(IsolateTag isolate, List<TimelineMark> marks) {
        List<List<TimelineMark>> rows = new ArrayList<>();
        List<TimelineMark> ticks = new ArrayList<>();
        List<TimelineMark> sorted = new ArrayList<>(marks);
        sorted.sort(Comparator.comparingDouble(TimelineMark::startMillis).thenComparingDouble(mark -> -mark.millis()));
        for (TimelineMark mark : sorted) {
            if (mark.isTick()) {
                ticks.add(mark);
                continue;
            }
            List<TimelineMark> free = null;
            for (List<TimelineMark> row : rows) {
                if (free == null && row.getLast().endMillis() <= mark.startMillis()) {
                    free = row;
                }
            }
            if (free == null && rows.size() >= MOST_ROWS) {
                free = rows.getLast();
            }
            if (free == null) {
                free = new ArrayList<>();
                rows.add(free);
            }
            free.add(mark);
        }
        return new TimelineLane(isolate, rows, ticks);
    }
}
