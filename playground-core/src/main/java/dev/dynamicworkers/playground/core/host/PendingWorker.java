package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.WorkerChannel;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A worker from the moment it is asked for: those who want to reach it wait in line until it runs or has failed.
/// Runs on the event loop's thread.
abstract class PendingWorker implements WorkerChannel {
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private @Nullable WorkerInstance instance;
    private @Nullable Failure failure;

    private record Waiter(Consumer<WorkerInstance> ready, Consumer<Failure> failed) {}

    @Override
    public void whenReady(Consumer<WorkerInstance> ready, Consumer<Failure> failed) {
        WorkerInstance running = instance;
        if (running != null && running.isGone() && !revive()) {
            failed.accept(running.goneFailure());
        } else if (instance != null) {
            ready.accept(instance);
        } else if (failure != null) {
            failed.accept(failure);
        } else {
            waiters.add(new Waiter(ready, failed));
            wanted();
        }
    }

    /// The worker has ended and somebody asks for it: whether it may start anew.
    boolean revive() {
        return false;
    }

    /// Forgets what there was, so that it can start again.
    final void forget() {
        instance = null;
        failure = null;
    }

    /// Somebody waits.
    abstract void wanted();

    /// It runs.
    final void ready(WorkerInstance running) {
        instance = running;
        for (Waiter waiter = waiters.poll(); waiter != null; waiter = waiters.poll()) {
            waiter.ready.accept(running);
        }
    }

    /// It never will.
    final void failed(Failure reason) {
        failure = reason;
        for (Waiter waiter = waiters.poll(); waiter != null; waiter = waiters.poll()) {
            waiter.failed.accept(reason);
        }
    }

    /// Whether it never will run.
    final boolean hasFailed() {
        return failure != null;
    }

    /// The worker once it runs, or null.
    final @Nullable WorkerInstance instance() {
        return instance;
    }
}
