package dev.dynamicworkers.playground.app.task;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One piece of background work. Callbacks come on the FX thread, also when they are named after its end.
public final class RunningTask<T> {
    private final Executor fx;
    private final ErrorReporter errors;
    private final Object lock = new Object();
    private @Nullable Consumer<? super T> onSuccess;
    private @Nullable Consumer<? super Exception> onFailure;
    private @Nullable T result;
    private @Nullable Exception failure;
    private boolean done;
    private boolean failureTold;

    RunningTask(Executor fx, ErrorReporter errors) {
        this.fx = fx;
        this.errors = errors;
    }

    /// Names who takes the result.
    public RunningTask<T> onSuccess(Consumer<? super T> action) {
        boolean late;
        synchronized (lock) {
            onSuccess = action;
            late = done;
        }
        if (late) {
            // Not now: whoever asked has perhaps more to do before the answer.
            fx.execute(this::deliver);
        }
        return this;
    }

    /// Names who takes the failure; without it the failure is reported as unexpected.
    public RunningTask<T> onFailure(Consumer<? super Exception> action) {
        synchronized (lock) {
            onFailure = action;
        }
        return this;
    }

    // Border of all background work: what is thrown here is told once and goes no further.
    @SuppressWarnings("CatchingUnchecked")
    void perform(Callable<T> work) {
        T value = null;
        Exception thrown = null;
        try {
            value = work.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (Exception e) {
            thrown = e;
        }
        synchronized (lock) {
            result = value;
            failure = thrown;
            done = true;
        }
        fx.execute(this::deliver);
    }

    private void deliver() {
        Consumer<? super T> success;
        Consumer<? super Exception> failed;
        synchronized (lock) {
            success = onSuccess;
            failed = onFailure;
            onSuccess = null;
            if (failure != null) {
                if (failureTold) {
                    return;
                }
                failureTold = true;
            }
        }
        Exception thrown = failure;
        if (thrown == null) {
            if (success != null) {
                success.accept(result);
            }
        } else if (failed != null) {
            failed.accept(thrown);
        } else {
            errors.report("A background task failed.", thrown);
        }
    }
}
