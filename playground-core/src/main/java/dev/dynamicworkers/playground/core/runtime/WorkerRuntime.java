package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
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

    /// Makes a running project of a newer reading of a folder of which an older one runs: both share what is stored,
    /// until the older one has finished its requests and is closed.
    default RunningProject startBeside(
            RunningProject older, Project project, RuntimeOptions options, TailConsumer tail) {
        return start(project, options, tail);
    }

    /// Tells of isolates that are told to end while code of them runs. An engine in a process of its own sees to
    /// them by itself, and tells nothing.
    default void watchEnds(EndListener listener) {}

    /// Hears of isolates that are told to end while code of them runs: there are built-in functions of the engine that
    /// can't be interrupted. Hears as well of damage to the process that the engine is in. Called on any thread;
    /// must return quickly.
    interface EndListener {
        /// An isolate was told to end.
        ///
        /// @param isolate its number in the engine
        /// @param worker what people call its worker, empty when it has none
        /// @param outcome how its invocations end
        /// @param reason why, one sentence
        void ordered(long isolate, String worker, EventOutcome outcome, String reason);

        /// Its code had its time to yield, half a second as a rule, and still runs. Comes after [#ordered].
        void unyielding(long isolate);

        /// Its code does not run any more. Comes after [#ordered], perhaps several times.
        void yielded(long isolate);

        /// A class of the process can't be used any more: whatever needs it fails from now on, whoever's code it is,
        /// so that the process has to be replaced.
        ///
        /// @param what happened, as the end of a sentence
        void damaged(String what);
    }

    /// Ends all running projects and the engine. Idempotent.
    @Override
    void close();
}
