package dev.dynamicworkers.playground.app.session;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the current run is in its life. FX thread.
public final class RunState {
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final BooleanBinding live = phase.isNotEqualTo(Phase.IDLE);
    private long number;
    private long startedNanos;

    /// Where a run is.
    public enum Phase {
        IDLE("Idle"),
        PREPARING("Preparing"),
        RUNNING("Running"),
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

    /// Time since the current run began, in milliseconds.
    public long elapsedMillis() {
        return (System.nanoTime() - startedNanos) / 1_000_000;
    }

    long begin() {
        number++;
        startedNanos = System.nanoTime();
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
        phase.set(next);
    }
}
