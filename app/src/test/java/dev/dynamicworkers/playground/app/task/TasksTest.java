package dev.dynamicworkers.playground.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.fixture.FxQueue;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class TasksTest {
    /// The last save of a window that is being closed.
    @Test
    void workThatIsUnderWayAtTheEndIsFinished() throws InterruptedException {
        var tasks = new Tasks(Runnable::run, new ErrorReporter(Runnable::run));
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
        try {
            while (true) {
                tasks.run(() -> true);
                Thread.onSpinWait();
            }
        } catch (RejectedExecutionException closed) {
            // Nothing new is taken: close() has begun.
            return;
        }
    }
}
