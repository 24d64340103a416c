package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import java.util.concurrent.CompletableFuture;

/// An engine that runs projects, in this JVM or in a child process. Safe on any thread.
public interface WorkerRuntime extends AutoCloseable {
    /// What is known of the engine; completes once it is up.
    CompletableFuture<EngineStatus> status();

    /// Makes a running project of a project on disk. Runs no guest code: the parent's isolate is made by the first
    /// invocation.
    ///
    /// @param tail hears all that happens, on a thread of the engine
    RunningProject start(Project project, RuntimeOptions options, TailConsumer tail);

    /// Ends all running projects and the engine. Idempotent.
    @Override
    void close();
}
