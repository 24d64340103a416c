package dev.dynamicworkers.playground.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.fixture.FxQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class TasksTest {
    /// The last save of a window that is being closed.
    @Test
    void workThatIsUnderWayAtTheEndIsFinished() throws InterruptedException {
        // More time than its work needs on the busiest machine.
        var tasks = new Tasks(Runnable::run, new ErrorReporter(Runnable::run), Duration.ofMinutes(2));
        var started = new CountDownLatch(1);
        var closing = new CountDownLatch(1);
        var finished = new AtomicBoolean();
        tasks.run(() -> {
            started.countDown();
            closing.await();
            finished.set(true);
            return true;
        });
        started.await();
        Thread.startVirtualThread(() -> {
            awaitClose(tasks);
            closing.countDown();
        });

        tasks.close();

        assertThat(finished).isTrue();
    }

    @Test
    void cancelledWorkIsInterruptedAndNothingElseIsTold() throws InterruptedException {
        var fx = new FxQueue();
        try (var tasks = new Tasks(fx, new ErrorReporter(fx))) {
            var never = new CountDownLatch(1);
            var told = new ArrayList<String>();
            RunningTask<String> task = tasks.run("Waiting", progress -> {
                never.await();
                return "done";
            });
            task.onCancel(() -> told.add("cancelled"))
                    .onFailure(failure -> told.add("failed"))
                    .onSuccess(told::add);
            LongTask seen = Objects.requireNonNull(task.seen());
            assertThat(tasks.list().running()).containsExactly(seen);

            seen.cancel();
            fx.runUntil(() -> !told.isEmpty());

            assertThat(told).containsExactly("cancelled");
            assertThat(seen.stateProperty().get()).isEqualTo(LongTask.State.CANCELLED);
            assertThat(tasks.list().running()).isEmpty();
        }
    }

    /// The file is written by the time the person decides otherwise.
    @Test
    void whatComesToItsEndAllTheSameIsDone() throws InterruptedException {
        var fx = new FxQueue();
        try (var tasks = new Tasks(fx, new ErrorReporter(fx))) {
            var told = new ArrayList<String>();
            var begun = new CountDownLatch(1);
            RunningTask<String> task = tasks.run("Writing", progress -> {
                begun.countDown();
                while (!Thread.interrupted()) {
                    Thread.onSpinWait();
                }
                return "done";
            });
            task.onCancel(() -> told.add("cancelled")).onSuccess(told::add);
            begun.await();
            Objects.requireNonNull(task.seen()).cancel();
            fx.runUntil(() -> !told.isEmpty());
            assertThat(told).containsExactly("done");
        }
    }

    private static void awaitClose(Tasks tasks) {
        while (!tasks.isEnding()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatWritesIsNotBrokenOffByTheEndOfTheApplication() {
        Tasks ending = new Tasks(Runnable::run, new ErrorReporter(Runnable::run), Duration.ofMillis(50));
        CountDownLatch broken = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        AtomicBoolean written = new AtomicBoolean();
        ending.run(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                broken.countDown();
            }
            return Boolean.TRUE;
        });
        ending.write(() -> {
            begun.countDown();
            broken.await();
            // An interrupt that comes a moment later would break this off.
            boolean interruptedElse = new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
            written.set(!interruptedElse);
            return Boolean.TRUE;
        });
        await(begun);
        ending.close();
        assertThat(written).isTrue();
    }

    @Test
    void afterTheEndWhatWritesIsDoneAtOnceAndNothingElseIsBegun() {
        Tasks ended = new Tasks(Runnable::run, new ErrorReporter(Runnable::run));
        ended.close();
        AtomicBoolean written = new AtomicBoolean();
        AtomicBoolean begun = new AtomicBoolean();
        ended.run(() -> {
            begun.set(true);
            return Boolean.TRUE;
        });
        ended.write(() -> {
            written.set(true);
            return Boolean.TRUE;
        });
        assertThat(written).isTrue();
        assertThat(begun).isFalse();
    }

    @Test
    void whatIsCancelledWhenItsTimeHasComeIsNotDone() throws InterruptedException {
        BlockingQueue<Runnable> due = new LinkedBlockingQueue<>();
        try (Tasks tasks = new Tasks(due::add, new ErrorReporter(Runnable::run))) {
            AtomicBoolean done = new AtomicBoolean();
            Tasks.Pending pending = tasks.later(Duration.ZERO, () -> done.set(true));
            Runnable handedOver = due.take();
            pending.cancel();
            handedOver.run();
            assertThat(done).isFalse();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
