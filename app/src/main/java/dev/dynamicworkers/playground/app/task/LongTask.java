package dev.dynamicworkers.playground.app.task;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Work that may take long, with words for the person: how far it is, how it ended, and a way to stop it. Kept by
/// [TaskList]. FX thread, but for [#at], which any thread may call.
public final class LongTask implements Progress {
    /// Share of a task that does not know how far it is.
    public static final double UNKNOWN = -1;

    private final String words;
    private final LongSupplier nanos;
    private final Executor fx;
    private final long begun;
    private final @Nullable Runnable cancel;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final ReadOnlyObjectWrapper<Age> age = new ReadOnlyObjectWrapper<>(Age.NEW);
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(UNKNOWN);
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    // The newest step that was told and not shown yet: a fast task tells more of them than anyone can see.
    private final AtomicReference<@Nullable Step> told = new AtomicReference<>();
    private Runnable onEnd = () -> {};
    private long ended;
    private boolean speaks;
    private String reason = "";

    /// Where a task is.
    public enum State {
        RUNNING("under way"),
        CANCELLING("is being cancelled"),
        DONE("done"),
        FAILED("failed"),
        CANCELLED("cancelled");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /// As people read it.
        public String word() {
            return word;
        }

        /// Whether nothing more happens.
        public boolean isOver() {
            return this != RUNNING && this != CANCELLING;
        }
    }

    /// How long a task has been under way, as far as that changes how it is shown.
    public enum Age {
        /// Not noticed by anyone.
        NEW,
        /// Noticed: something goes on.
        NOTICED,
        /// So long that people want to know what it is.
        LONG
    }

    private record Step(long done, long all) {}

    /// @param nanos the time
    /// @param cancel stops it; null for what can't be stopped
    LongTask(String words, LongSupplier nanos, Executor fx, @Nullable Runnable cancel) {
        this.words = words;
        this.nanos = nanos;
        this.fx = fx;
        this.cancel = cancel;
        begun = nanos.getAsLong();
    }

    /// What is done, as `Exporting hello`.
    public String words() {
        return words;
    }

    /// Where it is.
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How long it has been under way.
    public ReadOnlyObjectProperty<Age> ageProperty() {
        return age.getReadOnlyProperty();
    }

    /// How much of it is done, from 0 to 1; [#UNKNOWN] where that is not known.
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /// The same in words, as `12 of 20`; empty where it is not known.
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Why it failed, as a sentence; empty for other ends.
    public String reason() {
        return reason;
    }

    /// How long it has taken so far, or took.
    public Duration time() {
        return Duration.ofNanos((state.get().isOver() ? ended : nanos.getAsLong()) - begun);
    }

    /// Whether it can be stopped now.
    public boolean isCancellable() {
        return cancel != null && state.get() == State.RUNNING;
    }

    /// Asks it to stop; it is over when it says so. Without effect when it is over, or can't be stopped.
    public void cancel() {
        Runnable stop = cancel;
        if (stop != null && state.get() == State.RUNNING) {
            state.set(State.CANCELLING);
            stop.run();
        }
    }

    /// Takes note that whoever began it tells of its end, so that nobody else has to.
    public LongTask speakingForItself() {
        speaks = true;
        return this;
    }

    /// Whether its end is told by whoever began it.
    public boolean isSpeakingForItself() {
        return speaks;
    }

    @Override
    public void at(long done, long all) {
        if (told.getAndSet(new Step(done, all)) == null) {
            fx.execute(this::showStep);
        }
    }

    private void showStep() {
        Step step = told.getAndSet(null);
        if (step != null && step.all() > 0 && !state.get().isOver()) {
            share.set(Math.clamp((double) step.done() / step.all(), 0, 1));
            count.set(step.done() + " of " + step.all());
        }
    }

    void grow(Age older) {
        if (!state.get().isOver()) {
            age.set(older);
        }
    }

    void onEnd(Runnable action) {
        onEnd = action;
    }

    /// Says that it is done.
    public void done() {
        end(State.DONE, "");
    }

    /// Says that it was stopped before it was done.
    public void cancelled() {
        end(State.CANCELLED, "");
    }

    /// Says that it did not work.
    ///
    /// @param why as a sentence
    public void failed(String why) {
        end(State.FAILED, why);
    }

    private void end(State last, String why) {
        if (!state.get().isOver()) {
            ended = nanos.getAsLong();
            reason = why;
            state.set(last);
            onEnd.run();
        }
    }
}
