package dev.dynamicworkers.playground.app.task;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The work with words that is under way, and what of it took long and is over. One per application; FX thread.
public final class TaskList {
    /// What takes less is not noticed.
    static final Duration NOTICED = Duration.ofMillis(100);

    /// What takes less has no words.
    static final Duration LONG = Duration.ofSeconds(1);

    private static final int KEPT = 10;

    private final Executor fx;
    private final LongSupplier nanos;
    private final BiConsumer<Duration, Runnable> later;
    private final ObservableList<LongTask> running = FXCollections.observableArrayList();
    private final ObservableList<LongTask> finished = FXCollections.observableArrayList();
    private final ObservableList<LongTask> runningView = FXCollections.unmodifiableObservableList(running);
    private final ObservableList<LongTask> finishedView = FXCollections.unmodifiableObservableList(finished);

    /// @param fx runs work on the FX thread
    /// @param nanos the time
    /// @param later runs work on the FX thread after a while
    public TaskList(Executor fx, LongSupplier nanos, BiConsumer<Duration, Runnable> later) {
        this.fx = fx;
        this.nanos = nanos;
        this.later = later;
    }

    /// What is under way, the oldest first; also what no one has noticed yet.
    public ObservableList<LongTask> running() {
        return runningView;
    }

    /// The last ten that took a second or more and are over, newest first.
    public ObservableList<LongTask> finished() {
        return finishedView;
    }

    /// Begins work that someone else does step by step, and ends.
    ///
    /// @param words what is done, as `Exporting hello`
    /// @param cancel stops it; null for what can't be stopped
    public LongTask begin(String words, @Nullable Runnable cancel) {
        LongTask task = new LongTask(words, nanos, fx, cancel);
        running.add(task);
        task.onEnd(() -> ended(task));
        later.accept(NOTICED, () -> task.grow(LongTask.Age.NOTICED));
        later.accept(LONG, () -> task.grow(LongTask.Age.LONG));
        return task;
    }

    private void ended(LongTask task) {
        running.remove(task);
        if (task.time().compareTo(LONG) >= 0) {
            finished.addFirst(task);
            if (finished.size() > KEPT) {
                finished.removeLast();
            }
        }
    }

    /// Forgets what is over.
    public void clearFinished() {
        finished.clear();
    }
}
