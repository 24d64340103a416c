package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Lends real child processes whose runtime is a [FakeRuntime].
final class EngineFleetTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final RecordingWatcher watcher = new RecordingWatcher();

    @Test
    void engineInReserveComesAtOnceAfterALossAndASecondOneAfterIt() throws InterruptedException {
        var launch = FakeEngineMain.launch().withReserve(NEVER);
        try (var fleet = new EngineFleet(launch, watcher)) {
            fleet.begin();
            var project = new ProjectEngine(fleet, launch, watcher);
            var first = Answers.of(fleet.lendTo(project));
            assertThat(fleet.standby()).isZero();

            kill(fleet, first);
            var lent = fleet.lendTo(project);
            var beside = lent.thenApply(engine -> fleet.standby());
            var second = Answers.of(lent);

            assertThat(second.process().pid()).isNotEqualTo(first.process().pid());
            assertThat(Answers.of(beside))
                    .as("engines that come up beside one that is waited for")
                    .isZero();
            awaitStandby(fleet, 2);
        }
    }

    @Test
    void withoutAReserveNoneComesAfterALoss() throws InterruptedException {
        var launch = FakeEngineMain.launch();
        try (var fleet = new EngineFleet(launch, watcher)) {
            fleet.begin();
            var project = new ProjectEngine(fleet, launch, watcher);
            var first = Answers.of(fleet.lendTo(project));

            kill(fleet, first);
            Answers.of(fleet.lendTo(project));

            assertThat(fleet.standby()).isZero();
        }
    }

    private static void kill(EngineFleet fleet, Engine engine) throws InterruptedException {
        CompletableFuture<Void> gone = fleet.discard(engine, EventOutcome.EXCEEDED_CPU, "it did not yield");
        Answers.of(gone);
    }

    private static void awaitStandby(EngineFleet fleet, int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (fleet.standby() < count && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(fleet.standby()).isEqualTo(count);
    }
}
