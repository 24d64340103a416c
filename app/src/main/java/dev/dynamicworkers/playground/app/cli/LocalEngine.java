package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.runtime.LocalRuntime;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import java.io.PrintWriter;
import java.time.Duration;

/// The engine in this virtual machine, for the life of one command.
///
/// @param runtime the engine
record LocalEngine(WorkerRuntime runtime) implements AutoCloseable {
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(2);

    /// Starts an engine.
    ///
    /// @param err is told when guest code does not yield to its end, and this process has to
    static LocalEngine start(PrintWriter err) {
        var runtime = LocalRuntime.start();
        runtime.watchEnds(new UnyieldingCode(err));
        return new LocalEngine(runtime);
    }

    RunningProject run(Project project, RuntimeOptions options, TailConsumer tail) {
        return runtime.start(project, options, tail);
    }

    EngineStatus status() throws InterruptedException {
        return Waiting.on(runtime.status());
    }

    /// Closes the engine; guest code that does not yield is left to the end of the process.
    @Override
    public void close() {
        var closing = Thread.ofPlatform().daemon().name("engine-close").start(runtime::close);
        try {
            closing.join(CLOSE_GRACE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
