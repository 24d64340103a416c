package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.Failure;

/// The project's own worker, made by the first event. Runs on the event loop's thread.
final class ParentWorker extends PendingWorker {
    private final ProjectHost project;
    private boolean starting;

    ParentWorker(ProjectHost project) {
        this.project = project;
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

    @Override
    void wanted() {
        if (starting) {
            return;
        }
        starting = true;
        project.loop().post(() -> {
            Failure failure = project.startParent(this::ready);
            if (failure != null) {
                failed(failure);
            }
        });
    }
}
