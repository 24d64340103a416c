package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.process.EngineFailureException;
import dev.dynamicworkers.playground.core.process.EngineLaunch;
import dev.dynamicworkers.playground.core.process.EngineWatcher;
import dev.dynamicworkers.playground.core.process.RuntimeProcess;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The engine process of one command: guest code never runs in the command's own. Safe on any thread.
final class CommandEngine implements AutoCloseable {
    private static final int CLOSE_SECONDS = 2;

    private final WorkerRuntime runtime;
    private final Losses losses;
    private final Runnable end;

    /// @param end lets go of the runtime
    private CommandEngine(WorkerRuntime runtime, Losses losses, Runnable end) {
        this.runtime = runtime;
        this.losses = losses;
        this.end = end;
    }

    /// Starts a process, and returns at once.
    ///
    /// @throws EngineFailureException where there is nothing to start it with
    static CommandEngine start(Use use) {
        var launch = EngineLaunch.ofThisProcess();
        var losses = new Losses();
        var runtime = RuntimeProcess.start(use == Use.SERVER ? launch : launch.forOneCommand(), losses);
        return new CommandEngine(runtime, losses, () -> awaitEnd(runtime));
    }

    /// An engine that others go on using after the command.
    static CommandEngine lent(WorkerRuntime runtime) {
        return new CommandEngine(runtime, new Losses(), () -> {});
    }

    /// What a command does with its engine.
    enum Use {
        /// Answers and ends: nothing is made ready for later.
        ONE_COMMAND,
        /// Goes on for long: another engine stands by for one that is lost.
        SERVER
    }

    /// Where commands get their engine from.
    @FunctionalInterface
    interface Source {
        /// An engine, which the command closes.
        ///
        /// @throws EngineFailureException where none can be started
        CommandEngine engine(Use use);
    }

    /// Hears one sentence when the process is lost, or can't be started. Others go on in the next one.
    void onLost(Consumer<String> listener) {
        losses.listener = listener;
    }

    /// Waits until the engine has the project.
    ///
    /// @throws UsageException where the engine refuses it
    /// @throws EngineFailureException where there is no engine
    RunningProject run(Project project, RuntimeOptions options, TailConsumer tail) throws InterruptedException {
        var unused = status();
        return ready(runtime.start(project, options, tail));
    }

    /// As [#run], for a newer reading of a project that runs: both share what is stored.
    RunningProject runBeside(RunningProject older, Project project, RuntimeOptions options, TailConsumer tail)
            throws InterruptedException {
        return ready(runtime.startBeside(older, project, options, tail));
    }

    private static RunningProject ready(RunningProject running) throws InterruptedException {
        try {
            Waiting.on(running.ready());
            return running;
        } catch (EngineFailureException refused) {
            running.close();
            throw new UsageException(String.valueOf(refused.getMessage()));
        }
    }

    /// What is known of the engine, once it is up.
    ///
    /// @throws EngineFailureException where it can't be started
    EngineStatus status() throws InterruptedException {
        return Waiting.on(runtime.status());
    }

    /// Ends the process and waits until it is gone, so that the next command finds the project's state free.
    @Override
    public void close() {
        end.run();
    }

    private static void awaitEnd(RuntimeProcess runtime) {
        var ended = runtime.end().completeOnTimeout(null, CLOSE_SECONDS, TimeUnit.SECONDS);
        ended.join();
    }

    /// Hands on what the watcher hears.
    private static final class Losses implements EngineWatcher {
        // volatile: set by the command, read by threads of the engine
        private volatile Consumer<String> listener = sentence -> {};

        @Override
        public void started(EngineStatus status) {}

        @Override
        public void lost(String reason) {
            listener.accept(reason);
        }

        @Override
        public void failed(String reason) {
            listener.accept(reason);
        }
    }
}
