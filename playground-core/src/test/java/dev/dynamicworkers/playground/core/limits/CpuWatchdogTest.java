package dev.dynamicworkers.playground.core.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.util.TurnBoard;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class CpuWatchdogTest {
    private final List<String> ended = new CopyOnWriteArrayList<>();

    /// An isolate that is made ahead of time loads parts of the runtime while turns begin and end.
    @Test
    void whatAnotherThreadLoadsChangesNoTurn() throws InterruptedException {
        try (CpuWatchdog watchdog = new CpuWatchdog("test")) {
            arm(watchdog, "start", 60_000);
            CountDownLatch loading = new CountDownLatch(1);
            CountDownLatch nextTurn = new CountDownLatch(1);
            Thread primer = Thread.ofPlatform()
                    .start(() -> watchdog.withoutCharge(() -> {
                        loading.countDown();
                        return await(nextTurn);
                    }));
            assertThat(loading.await(120, TimeUnit.SECONDS)).isTrue();
            watchdog.disarm();
            arm(watchdog, "loop", 20);
            nextTurn.countDown();
            primer.join();

            spinUntilEnded();

            assertThat(ended).containsExactly("loop: it exceeded its CPU time limit of 20 ms.");
        }
    }

    @Test
    void aTurnIsNotChargedForWhatTheRuntimeLoads() {
        try (CpuWatchdog watchdog = new CpuWatchdog("test")) {
            long began = arm(watchdog, "turn", 250);
            assertThat(watchdog.withoutCharge(() -> spin(300))).isEqualTo("done");
            assertThat(ended).isEmpty();
            assertThat(watchdog.turnEnds(began)).isLessThan(250_000_000);

            spinUntilEnded();

            assertThat(ended).hasSize(1);
        }
    }

    /// The application ends the process for a turn that is on the board for too long.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aTurnIsOnTheBoardWhileItIsCharged(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("turns");
        try (CpuWatchdog watchdog = new CpuWatchdog("test", TurnBoard.open(file))) {
            long began = arm(watchdog, "turn", 60_000);
            TurnBoard.Turn turn = TurnBoard.read(file).getFirst();
            assertThat(turn.allowedNanos() - began).isEqualTo(turn.limitNanos());
            assertThat(watchdog.withoutCharge(() -> read(file))).isEmpty();
            assertThat(TurnBoard.read(file)).hasSize(1);
            assertThat(watchdog.withOwnLimit(1_000_000_000, "look", () -> read(file)))
                    .extracting(TurnBoard.Turn::limitNanos)
                    .containsExactly(1_000_000_000L);
            assertThat(TurnBoard.read(file).getFirst().limitNanos()).isEqualTo(turn.limitNanos());
            watchdog.disarm();
            assertThat(TurnBoard.read(file)).isEmpty();
        }
    }

    private static List<TurnBoard.Turn> read(Path file) {
        try {
            return TurnBoard.read(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// Where a look runs out of memory, the turn that took it has to end all the same.
    @Test
    void aLookThatFailsIsNotTheLast() {
        try (CpuWatchdog watchdog = new CpuWatchdog("test")) {
            AtomicInteger looks = new AtomicInteger();
            long cpu = watchdog.turnBegins();
            watchdog.arm(
                    new Interruptible() {
                        @Override
                        public void condemn(Condemnation reason) {
                            ended.add(reason.message());
                        }

                        @Override
                        public void watched(long threadAllocatedBytes) {
                            if (looks.incrementAndGet() == 1) {
                                throw new OutOfMemoryError("none left");
                            }
                        }
                    },
                    cpu,
                    20_000_000,
                    20_000_000,
                    "it");

            spinUntilEnded();

            assertThat(ended).containsExactly("it exceeded its CPU time limit of 20 ms.");
        }
    }

    private long arm(CpuWatchdog watchdog, String name, long millis) {
        long cpu = watchdog.turnBegins();
        watchdog.arm(
                reason -> {
                    assertThat(reason.outcome()).isEqualTo(EventOutcome.EXCEEDED_CPU);
                    ended.add(name + ": " + reason.message());
                },
                cpu,
                millis * 1_000_000,
                millis * 1_000_000,
                "it");
        return cpu;
    }

    private static String await(CountDownLatch latch) {
        try {
            return latch.await(120, TimeUnit.SECONDS) ? "seen" : "late";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String spin(long cpuMillis) {
        long until = CpuWatchdog.threadCpuNanos(Thread.currentThread()) + cpuMillis * 1_000_000;
        while (CpuWatchdog.threadCpuNanos(Thread.currentThread()) < until) {
            Thread.onSpinWait();
        }
        return "done";
    }

    private void spinUntilEnded() {
        // Interrupted by the timeout of the test.
        while (ended.isEmpty() && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        assertThat(ended).isNotEmpty();
    }
}
