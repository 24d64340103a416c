package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.session.RunState.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// When a run came from one phase of its life to the next. The engine tells of some of them later than of those that
/// follow, so they are put in order at the end. FX thread.
final class RunPhases {
    private final List<Change> changes = new ArrayList<>();

    /// @param heard whether the engine told of it; else it is what the window does
    private record Change(Phase phase, double atMillis, boolean heard) {}

    /// A run begins, and is prepared.
    void begin() {
        changes.clear();
        did(Phase.PREPARING, 0);
    }

    /// The window brought the run there.
    ///
    /// @param atMillis since the run was sent
    void did(Phase phase, double atMillis) {
        changes.add(new Change(phase, Math.max(0, atMillis), /* heard= */ false));
    }

    /// The engine told that the run is there.
    ///
    /// @param atMillis since the run was sent
    void heard(Phase phase, double atMillis) {
        changes.add(new Change(phase, Math.max(0, atMillis), /* heard= */ true));
    }

    /// All of them in their order, each but once in a row, and the end.
    ///
    /// @param end how it ended
    List<RunPhase> all(String end, double endMillis) {
        List<Change> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparingDouble(Change::atMillis));
        List<RunPhase> phases = new ArrayList<>();
        Phase last = Phase.IDLE;
        boolean ran = false;
        boolean drained = false;
        for (Change change : sorted) {
            Phase phase = change.phase;
            boolean isLate = drained && (phase == Phase.LOADING || phase == Phase.RUNNING);
            if (phase != last && !isLate) {
                if (phase == Phase.LOADING && last == Phase.RUNNING && !ran) {
                    // Delivered: what looked like running was the wait for the isolate.
                    phases.set(
                            phases.size() - 1,
                            new RunPhase(phase.word(), phases.getLast().atMillis()));
                } else {
                    phases.add(new RunPhase(phase.word(), change.atMillis));
                }
                last = phase;
            }
            ran |= change.heard && phase == Phase.RUNNING;
            drained |= phase == Phase.DRAINING;
        }
        double latest = phases.isEmpty() ? 0 : phases.getLast().atMillis();
        phases.add(new RunPhase(end, Math.max(endMillis, latest)));
        return phases;
    }
}
