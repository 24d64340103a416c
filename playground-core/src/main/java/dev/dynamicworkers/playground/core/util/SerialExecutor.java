package dev.dynamicworkers.playground.core.util;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Runs tasks one after the other, in the order in which they came, on threads of another executor. Safe on any thread.
public final class SerialExecutor implements Executor {
    private final Executor threads;

    @GuardedBy("this")
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @GuardedBy("this")
    private boolean isRunning;

    public SerialExecutor(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            waiting.add(task);
            if (isRunning) {
                return;
            }
            isRunning = true;
        }
        threads.execute(this::runAll);
    }

    private void runAll() {
        Runnable task = next();
        while (task != null) {
            task.run();
            task = next();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = waiting.poll();
        isRunning = task != null;
        return task;
    }
}
