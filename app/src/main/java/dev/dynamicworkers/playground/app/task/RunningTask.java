package dev.dynamicworkers.playground.app.task;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One piece of background work. Callbacks come on the FX thread, also when they are named after its end; one of them
/// comes, for the result, the failure, or that it was cancelled.
public final class RunningTask<T> {
    private final Executor fx;
    private final ErrorReporter errors;
    private final Object lock = new Object();
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Consumer<? super T> onSuccess;
    private @Nullable Consumer<? super Exception> onFailure;
    private @Nullable Runnable onCancel;
    private @Nullable LongTask shown;
    private @Nullable Thread worker;
    private @Nullable T result;
    private @Nullable Exception failure;
    private boolean stopping;
    private boolean cancelled;
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

    /// Names who hears that the work was cancelled and did not come to its end.
    public RunningTask<T> onCancel(Runnable action) {
        synchronized (lock) {
            onCancel = action;
        }
        return this;
    }

    void seenAs(LongTask task) {
        shown = task;
    }

    /// The same work as the person sees it; null for work without words.
    public @Nullable LongTask seen() {
        return shown;
    }

    /// Interrupts the work. What comes to its end all the same is not cancelled.
    public void cancel() {
        synchronized (lock) {
            stopping = true;
            if (worker != null) {
                worker.interrupt();
            }
        }
    }

    private boolean begins() {
        synchronized (lock) {
            worker = Thread.currentThread();
            return !stopping;
        }
    }

    /// Waits until the work is over, however it ended. Not for the FX thread.
    public void join() throws InterruptedException {
        over.await();
    }

    void perform(Callable<T> work) {
        try {
            performed(work);
        } finally {
            over.countDown();
        }
    }

    // Border of all background work: what is thrown here is told once and goes no further.
    @SuppressWarnings("CatchingUnchecked")
    private void performed(Callable<T> work) {
        T value = null;
        Exception thrown = null;
        boolean begun = begins();
        boolean interrupted = false;
        try {
            if (begun) {
                value = work.call();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupted = true;
        } catch (Exception e) {
            thrown = e;
        }
        synchronized (lock) {
            worker = null;
            if (interrupted && !stopping) {
                // The application ends; nobody waits for anything.
                return;
            }
            cancelled = stopping && (!begun || interrupted || thrown != null);
            result = value;
            failure = thrown;
            done = true;
        }
        fx.execute(this::deliver);
    }

    private void deliver() {
        Consumer<? super T> success;
        Consumer<? super Exception> failed;
        Runnable stopped;
        synchronized (lock) {
            success = onSuccess;
            failed = onFailure;
            stopped = onCancel;
            onSuccess = null;
            if (failure != null || cancelled) {
                if (failureTold) {
                    return;
                }
                failureTold = true;
            }
        }
        Exception thrown = failure;
        LongTask task = shown;
        if (cancelled) {
            if (task != null) {
                task.cancelled();
            }
            if (stopped != null) {
                stopped.run();
            }
        } else if (thrown == null) {
            if (task != null) {
                task.done();
            }
            if (success != null) {
                success.accept(result);
            }
        } else {
            if (task != null) {
                task.failed(String.valueOf(thrown.getMessage()));
            }
            if (failed != null) {
                failed.accept(thrown);
            } else {
                errors.report("A background task failed.", thrown);
            }
        }
    }
}
