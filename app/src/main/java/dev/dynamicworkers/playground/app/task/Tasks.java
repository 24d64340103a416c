package dev.dynamicworkers.playground.app.task;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Work away from the FX thread, its results brought back there. Owned by the application and closed with it.
public final class Tasks implements AutoCloseable {
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(2);

    private final ExecutorService workers;
    private final ScheduledExecutorService clock;
    private final Executor fx;
    private final ErrorReporter errors;

    /// @param fx runs work on the FX thread
    public Tasks(Executor fx, ErrorReporter errors) {
        this.fx = fx;
        this.errors = errors;
        this.workers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                .name("task-", 0)
                .uncaughtExceptionHandler(errors)
                .factory());
        this.clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                .daemon()
                .name("task-clock")
                .uncaughtExceptionHandler(errors)
                .factory());
    }

    /// Starts the work; results go to whoever is named on the returned task.
    public <T> RunningTask<T> run(Callable<T> work) {
        RunningTask<T> task = new RunningTask<>(fx, errors);
        workers.execute(() -> task.perform(work));
        return task;
    }

    /// Runs the action on the FX thread after a while, unless it is cancelled before, or the application ends.
    public Pending later(Duration delay, Runnable action) {
        try {
            ScheduledFuture<?> future =
                    clock.schedule(() -> fx.execute(action), delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException ended) {
            // The last results of work arrive after the clock has stopped.
            return () -> {};
        }
    }

    /// Something that will happen unless it is cancelled.
    @FunctionalInterface
    public interface Pending {
        /// Keeps it from happening; without effect when it has happened.
        void cancel();
    }

    /// Runs a loop of its own until it returns; interrupted by `cancel()`.
    public Pending loop(String name, Runnable body) {
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name(name)
                .uncaughtExceptionHandler(errors)
                .start(body);
        return thread::interrupt;
    }

    /// Ends the work. What is under way, such as the last save, gets a moment to finish.
    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(CLOSE_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
