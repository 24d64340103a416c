package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// The time of a run, by a clock that only the test moves.
final class RunStateTest {
    private final AtomicLong nanos = new AtomicLong(5_000_000_000L);
    private final RunState state = new RunState(nanos::get);

    private void pass(long millis) {
        nanos.addAndGet(millis * 1_000_000);
    }

    @Test
    void theTimeOfARunStandsStillWhileItsCodeDoes() {
        state.begin();
        pass(10);
        state.enter(RunState.Phase.RUNNING);
        pass(20);
        state.standStill(true);
        assertThat(state.phaseProperty().get()).isEqualTo(RunState.Phase.PAUSED);
        pass(60_000);
        assertThat(state.elapsedMillis()).isEqualTo(30);
        state.standStill(false);
        assertThat(state.phaseProperty().get()).isEqualTo(RunState.Phase.RUNNING);
        pass(5);
        state.standStill(true);
        pass(1_000);
        state.enter(RunState.Phase.STOPPING);
        pass(7);
        assertThat(state.elapsedMillis()).isEqualTo(42);

        state.enter(RunState.Phase.IDLE);
        state.begin();
        pass(3);
        assertThat(state.elapsedMillis()).as("pauses of the run before").isEqualTo(3);
    }

    @Test
    void aRunLoadsRunsAndDrains() {
        long run = state.begin();
        state.come(run, RunState.Phase.RUNNING);
        assertThat(state.phaseProperty().get()).as("not delivered").isEqualTo(RunState.Phase.PREPARING);
        state.enter(RunState.Phase.RUNNING);
        state.come(run, RunState.Phase.LOADING);
        assertThat(state.phaseProperty().get()).isEqualTo(RunState.Phase.LOADING);
        state.standStill(true);
        state.come(run, RunState.Phase.RUNNING);
        assertThat(state.phaseProperty().get()).isEqualTo(RunState.Phase.PAUSED);
        state.standStill(false);
        assertThat(state.phaseProperty().get()).isEqualTo(RunState.Phase.RUNNING);
        state.come(run - 1, RunState.Phase.DRAINING);
        assertThat(state.phaseProperty().get()).as("another run").isEqualTo(RunState.Phase.RUNNING);
        state.come(run, RunState.Phase.DRAINING);
        state.come(run, RunState.Phase.RUNNING);
        assertThat(state.phaseProperty().get()).as("a tail begins").isEqualTo(RunState.Phase.DRAINING);
        state.standStill(true);
        state.standStill(false);
        assertThat(state.phaseProperty().get()).isEqualTo(RunState.Phase.DRAINING);
    }

    @Test
    void whatIsBeingStoppedOrIsOverDoesNotPause() {
        state.standStill(true);
        assertThat(state.liveProperty().get()).isFalse();
        state.begin();
        state.enter(RunState.Phase.STOPPING);
        state.standStill(true);
        assertThat(state.phaseProperty().get()).isEqualTo(RunState.Phase.STOPPING);
        state.standStill(false);
        assertThat(state.phaseProperty().get()).isEqualTo(RunState.Phase.STOPPING);
    }
}
