package dev.dynamicworkers.playground.app.session;

import java.util.function.LongSupplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the current run is in its life. Its time stands still while its code does. FX thread.
public final class RunState {
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final BooleanBinding live = phase.isNotEqualTo(Phase.IDLE);
    private long number;
    private long startedNanos;
    private long pausedNanos;
    private long pausedSince;
    private Phase goesOnAs = Phase.RUNNING;

    /// By the clock of this process.
    RunState() {
        this(System::nanoTime);
    }

    /// @param nanos a clock that never goes back
    RunState(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Where a run is.
    public enum Phase {
        IDLE("Idle"),
        PREPARING("Preparing"),
        /// The parent's isolate is being made.
        LOADING("Loading"),
        RUNNING("Running"),
        /// The response is complete; work given to `waitUntil()` goes on, and tails hear of it.
        DRAINING("Draining"),
        /// Its code stands still at a line, until it is told to go on.
        PAUSED("Paused"),
        STOPPING("Stopping");

        private final String word;

        Phase(String word) {
            this.word = word;
        }

        /// As the status bar shows it.
        public String word() {
            return word;
        }
    }

    /// Where the run is; {@link Phase#IDLE} when there is none.
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Whether there is a run that is not over.
    public BooleanBinding liveProperty() {
        return live;
    }

    /// Number of the current or last run, 0 before the first.
    public long number() {
        return number;
    }

    /// Time since the current run began without its pauses, in milliseconds.
    public long elapsedMillis() {
        long now = phase.get() == Phase.PAUSED ? pausedSince : nanos.getAsLong();
        return (now - startedNanos - pausedNanos) / 1_000_000;
    }

    long begin() {
        number++;
        startedNanos = nanos.getAsLong();
        pausedNanos = 0;
        phase.set(Phase.PREPARING);
        return number;
    }

    /// Runs of earlier sessions keep their numbers. Without effect once there was a run.
    void countOnFrom(long last) {
        if (number == 0) {
            number = last;
        }
    }

    void enter(Phase next) {
        if (phase.get() == next) {
            return;
        }
        if (phase.get() == Phase.PAUSED) {
            pausedNanos += nanos.getAsLong() - pausedSince;
        }
        if (next == Phase.PAUSED) {
            pausedSince = nanos.getAsLong();
        }
        phase.set(next);
    }

    /// Code stands still, or goes on. Without effect on a run that is not delivered yet, or is being stopped.
    ///
    /// @param still whether it stands still
    void standStill(boolean still) {
        if (still && isInCode(phase.get())) {
            goesOnAs = phase.get();
            enter(Phase.PAUSED);
        } else if (!still && phase.get() == Phase.PAUSED) {
            enter(goesOnAs);
        }
    }

    private static boolean isInCode(Phase phase) {
        return phase == Phase.LOADING || phase == Phase.RUNNING || phase == Phase.DRAINING;
    }

    /// The engine tells how far a run is. Without effect when that is another run, or one that is not delivered, is
    /// being stopped, or drains; of one that stands still it is known when it goes on.
    ///
    /// @param run number of the run
    /// @param next loading, running or draining
    void come(long run, Phase next) {
        if (run != number) {
            return;
        }
        if (phase.get() == Phase.PAUSED && goesOnAs != Phase.DRAINING) {
            goesOnAs = next;
        } else if (isInCode(phase.get()) && phase.get() != Phase.DRAINING) {
            enter(next);
        }
    }
}
