package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.RunState.Phase;
import org.junit.jupiter.api.Test;

/// The life of a run, put in order from what was told of it.
final class RunPhasesTest {
    private final RunPhases phases = new RunPhases();

    RunPhasesTest() {
        phases.begin();
    }

    @Test
    void aColdRunLoadsFromItsDeliveryOn() {
        phases.did(Phase.RUNNING, 4);
        phases.did(Phase.DRAINING, 20);
        // What the engine told comes with the next frame, after the end of the response.
        phases.heard(Phase.LOADING, 5);
        phases.heard(Phase.RUNNING, 9);
        phases.heard(Phase.RUNNING, 11);
        phases.heard(Phase.RUNNING, 22);
        assertThat(phases.all("Done", 25))
                .containsExactly(
                        new RunPhase("Preparing", 0),
                        new RunPhase("Loading", 4),
                        new RunPhase("Running", 9),
                        new RunPhase("Draining", 20),
                        new RunPhase("Done", 25));
    }

    @Test
    void aWarmRunDoesNotLoad() {
        phases.did(Phase.RUNNING, 4);
        phases.heard(Phase.RUNNING, 5);
        assertThat(phases.all("EXCEPTION", 6))
                .containsExactly(
                        new RunPhase("Preparing", 0), new RunPhase("Running", 4), new RunPhase("EXCEPTION", 6));
    }

    @Test
    void pausesAndStopsAreTold() {
        phases.did(Phase.RUNNING, 4);
        phases.heard(Phase.RUNNING, 5);
        phases.did(Phase.PAUSED, 10);
        phases.did(Phase.RUNNING, 1_000);
        phases.did(Phase.STOPPING, 1_010);
        assertThat(phases.all("STOPPED", 900))
                .extracting(RunPhase::word)
                .containsExactly("Preparing", "Running", "Paused", "Running", "Stopping", "STOPPED");
        assertThat(phases.all("STOPPED", 900).getLast().atMillis())
                .as("not before what was last")
                .isEqualTo(1_010);
    }

    @Test
    void aParentThatIsMadeAnewLoadsAgain() {
        phases.did(Phase.RUNNING, 4);
        phases.heard(Phase.RUNNING, 5);
        phases.heard(Phase.LOADING, 8);
        phases.heard(Phase.RUNNING, 9);
        assertThat(phases.all("Done", 10))
                .extracting(RunPhase::word)
                .containsExactly("Preparing", "Running", "Loading", "Running", "Done");
    }

    @Test
    void aRunThatWasRefusedWasPreparedAllTheSame() {
        phases.did(Phase.RUNNING, 7);
        phases.begin();
        assertThat(phases.all("NOT RUN", 3)).containsExactly(new RunPhase("Preparing", 0), new RunPhase("NOT RUN", 3));
    }
}
