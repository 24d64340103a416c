package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A worker of a project folder, made by the first event. Runs on the event loop's thread.
final class ParentWorker extends PendingWorker {
    private final EventLoop loop;
    private final Function<Consumer<WorkerInstance>, @Nullable Failure> start;
    private boolean starting;

    /// @param start makes its isolate and hands it over, or says why not
    ParentWorker(EventLoop loop, Function<Consumer<WorkerInstance>, @Nullable Failure> start) {
        this.loop = loop;
        this.start = start;
    }

    @Override
    boolean revive() {
        restart();
        return true;
    }

    /// The next event finds a fresh worker.
    void restart() {
        starting = false;
        forget();
    }

    /// Those who wait do not want it any more: a start that has not begun does not happen.
    void unwanted() {
        if (instance() == null && !hasFailed()) {
            failed(Failure.canceled());
            restart();
        }
    }

    @Override
    void wanted() {
        if (starting) {
            return;
        }
        starting = true;
        loop.post(() -> {
            if (!starting || instance() != null || hasFailed()) {
                return;
            }
            Failure failure = start.apply(this::ready);
            if (failure != null) {
                failed(failure);
                if (failure.ending() == EventOutcome.CANCELED) {
                    restart();
                }
            }
        });
    }
}
