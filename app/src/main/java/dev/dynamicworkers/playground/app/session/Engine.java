package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.process.EngineWatcher;
import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The engine as the window sees it: being started, up, lost, failed. Owned by the application; FX thread.
public final class Engine implements EngineWatcher, AutoCloseable {
    private static final String NOT_STARTED = "The engine can't be started";
    private static final String COMPILED = "guest code compiled";
    private static final String INTERPRETED = "guest code interpreted";

    private final Executor fx;
    private final CompletableFuture<WorkerRuntime> runtime = new CompletableFuture<>();
    private final ReadOnlyObjectWrapper<Condition> condition = new ReadOnlyObjectWrapper<>(Condition.STARTING);
    private final ReadOnlyStringWrapper word = new ReadOnlyStringWrapper("engine starting");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private @Nullable Runnable onLost;
    private boolean lostBefore;
    private boolean expectedLoss;

    /// How the engine is.
    public enum Condition {
        STARTING,
        UP,
        FAILED
    }

    /// @param fx runs work on the FX thread
    public Engine(Executor fx) {
        this.fx = fx;
    }

    /// Names the runtime once there is one; `start` gets this engine as its watcher.
    public void startWith(Function<EngineWatcher, WorkerRuntime> start) {
        WorkerRuntime started = start.apply(this);
        if (!runtime.complete(started)) {
            started.close();
            return;
        }
        Futures.whenDone(started.status(), (status, failure) -> {
            if (status != null) {
                started(status);
            } else {
                failed(failure == null ? "it did not answer" : words(failure));
            }
        });
    }

    /// Tells that no runtime could be made.
    public void startFailed(Throwable cause) {
        runtime.completeExceptionally(cause);
        failed(words(cause));
    }

    /// What went wrong, without the wrappers that futures add.
    private static String words(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }

    CompletableFuture<WorkerRuntime> runtime() {
        return runtime;
    }

    void onLost(Runnable action) {
        onLost = action;
    }

    /// The next loss of the engine process was asked for, by Stop.
    void expectLoss() {
        expectedLoss = true;
    }

    void lossNoLongerExpected() {
        expectedLoss = false;
    }

    /// How the engine is.
    public ReadOnlyObjectProperty<Condition> conditionProperty() {
        return condition.getReadOnlyProperty();
    }

    /// A few words for the status bar: `guest code compiled`, `guest code interpreted`.
    public ReadOnlyStringProperty wordProperty() {
        return word.getReadOnlyProperty();
    }

    /// Whether the engine is up and compiles what it runs often.
    public boolean isCompiling() {
        return condition.get() == Condition.UP && word.get().equals(COMPILED);
    }

    /// What a tooltip says of the engine.
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// What the bar above the editors says of the engine; empty for nothing.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Shows what is known of the engine as a notice.
    public void tellDetails() {
        notice.set(detail.get());
    }

    /// Takes the notice away.
    public void dismissNotice() {
        notice.set("");
    }

    @Override
    public void started(EngineStatus status) {
        fx.execute(() -> {
            condition.set(Condition.UP);
            word.set(status.compiled() ? COMPILED : INTERPRETED);
            detail.set(status.implementation()
                    + (status.compiled()
                            ? ", hot guest code is compiled to machine code"
                            : ", guest code is only interpreted: the compiler can't be used on this Java")
                    + (status.memoryMeasured() ? "" : ", memory per isolate can't be measured")
                    + ", process " + status.pid());
            if (lostBefore) {
                lostBefore = false;
                notice.set(
                        expectedLoss
                                ? "Stop ended the engine process; a new one was started."
                                : "The engine process ended; a new one was started.");
                expectedLoss = false;
            } else {
                status.warning().ifPresent(notice::set);
            }
        });
    }

    @Override
    public void lost(String reason) {
        fx.execute(() -> {
            lostBefore = true;
            condition.set(Condition.STARTING);
            word.set("engine restarting");
            detail.set(reason);
            notice.set("The engine process ended; a new one is being started.");
            if (onLost != null) {
                onLost.run();
            }
        });
    }

    @Override
    public void failed(String reason) {
        fx.execute(() -> {
            condition.set(Condition.FAILED);
            word.set("no engine");
            detail.set(reason);
            notice.set(reason.startsWith(NOT_STARTED) ? reason : NOT_STARTED + ": " + reason);
        });
    }

    @Override
    public void close() {
        if (!runtime.cancel(false)) {
            Futures.whenDone(runtime, (started, failure) -> {
                if (started != null) {
                    started.close();
                }
            });
        }
    }
}
