package dev.dynamicworkers.playground.app.task;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Work away from the FX thread, its results brought back there. Owned by the application and closed with it.
public final class Tasks implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Tasks.class.getName());
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(2);

    /// A disk that takes longer is taken for one that never answers.
    private static final Duration WRITE_GRACE = Duration.ofSeconds(30);

    private final Duration grace;
    private final ExecutorService workers;
    private final ExecutorService writers;
    private final ScheduledExecutorService clock;
    private final Executor fx;
    private final ErrorReporter errors;
    private final TaskList list;

    /// @param fx runs work on the FX thread
    public Tasks(Executor fx, ErrorReporter errors) {
        this(fx, errors, CLOSE_GRACE);
    }

    /// @param grace how long work that keeps nothing may take once the application ends
    Tasks(Executor fx, ErrorReporter errors, Duration grace) {
        this.fx = fx;
        this.errors = errors;
        this.grace = grace;
        this.workers = executor("task-");
        this.writers = executor("write-");
        this.clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                .daemon()
                .name("task-clock")
                .uncaughtExceptionHandler(errors)
                .factory());
        list = new TaskList(fx, System::nanoTime, (delay, action) -> later(delay, action));
    }

    private ExecutorService executor(String name) {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                .name(name, 0)
                .uncaughtExceptionHandler(errors)
                .factory());
    }

    /// The work with words, for the person to see.
    public TaskList list() {
        return list;
    }

    /// Whether the application ends, so that nothing more is begun.
    boolean isEnding() {
        return workers.isShutdown();
    }

    /// Starts the work; results go to whoever is named on the returned task.
    public <T> RunningTask<T> run(Callable<T> work) {
        RunningTask<T> task = new RunningTask<>(fx, errors);
        start(() -> task.perform(work));
        return task;
    }

    /// Once the application ends nobody waits for a result.
    private void start(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException ended) {
            LOG.log(System.Logger.Level.DEBUG, "work is not started: the application ends");
        }
    }

    /// Starts work that writes what a person would miss. The end of the application waits for it, and what is started
    /// after that end is done at once, by whoever starts it.
    public <T> RunningTask<T> write(Callable<T> work) {
        RunningTask<T> task = new RunningTask<>(fx, errors);
        try {
            writers.execute(() -> task.perform(work));
        } catch (RejectedExecutionException ended) {
            task.perform(work);
        }
        return task;
    }

    /// What is special about work with words.
    public enum Trait {
        /// Whoever began it tells of its end, so that nobody else has to.
        TELLS_ITS_END,
        /// It can't be stopped half way.
        CANNOT_STOP
    }

    /// Starts work that the person may have to wait for, on the FX thread. While it goes on it is in the list, where it
    /// can be cancelled.
    ///
    /// @param words what is done, as `Exporting hello`
    public <T> RunningTask<T> run(String words, LongWork<T> work, Trait... traits) {
        Set<Trait> special = Set.of(traits);
        RunningTask<T> task = new RunningTask<>(fx, errors);
        LongTask seen = list.begin(words, special.contains(Trait.CANNOT_STOP) ? null : task::cancel);
        if (special.contains(Trait.TELLS_ITS_END)) {
            seen.speakingForItself();
        }
        task.seenAs(seen);
        start(() -> task.perform(() -> work.call(seen)));
        return task;
    }

    /// Runs the action on the FX thread after a while, unless it is cancelled before, or the application ends.
    public Pending later(Duration delay, Runnable action) {
        try {
            // It may be cancelled after the clock has handed it over, and before the FX thread comes to it.
            AtomicBoolean cancelled = new AtomicBoolean();
            Runnable unlessCancelled = () -> {
                if (!cancelled.get()) {
                    action.run();
                }
            };
            ScheduledFuture<?> future =
                    clock.schedule(() -> fx.execute(unlessCancelled), delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> {
                cancelled.set(true);
                future.cancel(false);
            };
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

    /// Ends the work. What is under way gets a moment to finish; what writes, such as the last save, all the time that
    /// it needs.
    @Override
    public void close() {
        clock.shutdownNow();
        end(workers, grace);
        end(writers, WRITE_GRACE);
    }

    private static void end(ExecutorService executor, Duration patience) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
