package dev.dynamicworkers.playground.core.io;

import java.util.function.Consumer;

/// The way to a worker that may still be starting. Runs on the event loop's thread.
public interface WorkerChannel {
    /// Hands the worker over once it runs, in the order of asking.
    ///
    /// @param failed hears why it does not run
    void whenReady(Consumer<WorkerInstance> ready, Consumer<Failure> failed);
}
