package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.worker.PlaygroundException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Waits for futures on the command's own thread.
final class Waiting {
    private Waiting() {}

    /// The future's value; its failure is thrown as it was.
    static <T> T on(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof PlaygroundException foreseen) {
                throw foreseen;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }
}
