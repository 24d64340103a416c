package dev.dynamicworkers.playground.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
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
