package dev.dynamicworkers.playground.core.process;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import dev.dynamicworkers.playground.core.util.AllowedTo;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Runs projects in a child process: starts it, watches it, and starts another one when it is lost or does not yield.
/// Invocations that a dead process leaves behind complete with an outcome and a sentence, never exceptionally.
@AllowedTo(
        value = AllowedTo.Rule.START_THREADS,
        reason = "watches a process; the supervisor is closed with the runtime")
public final class RuntimeProcess implements WorkerRuntime {
    private static final int START_SECONDS = 60;
    private static final int TRIES = 3;
    private static final int HEARTBEAT_MILLIS = 1000;
    private static final int LATE_MILLIS = 750;

    private final EngineLaunch launch;
    private final EngineWatcher watcher;
    private final AtomicLong lastProject = new AtomicLong();
    private final ScheduledExecutorService supervisor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("engine-supervisor").factory());
    private final Object lock = new Object();

    @GuardedBy("lock")
    private CompletableFuture<Engine> current = new CompletableFuture<>();

    @GuardedBy("lock")
    private boolean closed;

    private RuntimeProcess(EngineLaunch launch, EngineWatcher watcher) {
        this.launch = launch;
        this.watcher = watcher;
    }

    /// Starts an engine process from the image and paths of this process. Returns at once.
    ///
    /// @throws EngineFailureException where there is nothing to start it with
    public static RuntimeProcess start(EngineWatcher watcher) {
        return start(EngineLaunch.ofThisProcess(), watcher);
    }

    /// Starts an engine process. Returns at once.
    public static RuntimeProcess start(EngineLaunch launch, EngineWatcher watcher) {
        var runtime = new RuntimeProcess(launch, watcher);
        runtime.launchEngine(1);
        var unused = runtime.supervisor.scheduleWithFixedDelay(
                runtime::heartbeat, HEARTBEAT_MILLIS, HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
        return runtime;
    }

    @Override
    public CompletableFuture<EngineStatus> status() {
        return engine().thenCompose(EngineConnection::status);
    }

    @Override
    public RunningProject start(Project project, RuntimeOptions options, TailConsumer tail) {
        return new RemoteProject(new KnownProject(lastProject.incrementAndGet(), project, options, tail), this);
    }

    @Override
    public void close() {
        Engine engine;
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            engine = engineNow();
            current.completeExceptionally(new EngineFailureException("the engine is closed", null));
        }
        supervisor.shutdownNow();
        if (engine != null) {
            engine.connection.close(EventOutcome.CANCELED, "the engine is closed");
            engine.process.close();
        }
    }

    /// The engine that is up, or comes up.
    CompletableFuture<EngineConnection> engine() {
        synchronized (lock) {
            return current.thenApply(Engine::connection);
        }
    }

    /// The engine that is up, when it has the project.
    @Nullable
    EngineConnection engineThatKnows(KnownProject project) {
        var engine = engineNow();
        return engine != null && engine.connection.knows(project) ? engine.connection : null;
    }

    /// The engine that is up, null while none is.
    @Nullable
    EngineConnection engineIfUp() {
        var engine = engineNow();
        return engine == null ? null : engine.connection;
    }

    /// Delivers an invocation to the engine that is up, or comes up.
    CompletableFuture<InvocationResult> dispatch(
            KnownProject project, Invocation invocation, @Nullable ResponseListener listener) {
        var engine = engineNow();
        if (engine != null) {
            return engine.connection.dispatch(project, invocation, listener);
        }
        return engine().thenCompose(connection -> connection.dispatch(project, invocation, listener))
                .exceptionally(
                        failure -> RemoteDispatch.withoutEngine(EventOutcome.INTERNAL_ERROR, Sentences.of(failure)));
    }

    /// Ends what the project runs, with the process where guest code does not yield in time.
    CompletableFuture<Void> stop(KnownProject project) {
        var engine = engineNow();
        if (engine == null || !engine.connection.knows(project)) {
            return CompletableFuture.completedFuture(null);
        }
        long grace = launch.stopGrace().toMillis();
        // An invocation that was not yet delivered when the stop came may begin after it: it gets another moment.
        return engine.connection
                .ask(project, FrameKind.STOP)
                .orTimeout(grace, TimeUnit.MILLISECONDS)
                .thenCompose(
                        answer -> engine.connection.idle(project).copy().orTimeout(LATE_MILLIS, TimeUnit.MILLISECONDS))
                .exceptionallyCompose(failure -> isTimeout(failure)
                        ? replace(
                                engine,
                                EventOutcome.CANCELED,
                                "The code did not stop within " + grace + " ms, so the engine was restarted.")
                        : CompletableFuture.completedFuture(null));
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException;
    }

    private @Nullable Engine engineNow() {
        synchronized (lock) {
            return current.isCompletedExceptionally() ? null : current.getNow(null);
        }
    }

    private void launchEngine(int attempt) {
        Thread.ofVirtual().name("engine-start").start(() -> {
            Engine engine = null;
            try {
                var process = EngineProcess.start(launch);
                engine = new Engine(process, new EngineConnection(process.input(), process.output()));
                var started = engine;
                var unused = engine.connection.end().thenRunAsync(() -> pipeEnded(started), Thread::startVirtualThread);
                engine.connection.start();
                var status = engine.connection
                        .status()
                        .copy()
                        .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                        .join();
                engineIsUp(engine, status);
            } catch (IOException | RuntimeException failure) {
                if (engine != null) {
                    var unused = engine.process.kill();
                }
                launchFailed(attempt, Sentences.of(failure));
            }
        });
    }

    private void engineIsUp(Engine engine, EngineStatus status) {
        CompletableFuture<Engine> waiting;
        synchronized (lock) {
            if (closed) {
                engine.process.close();
                return;
            }
            waiting = current;
        }
        watcher.started(status);
        if (!waiting.complete(engine)) {
            engine.process.close();
        }
    }

    private void launchFailed(int attempt, String reason) {
        CompletableFuture<Engine> waiting;
        synchronized (lock) {
            if (closed) {
                return;
            }
            waiting = current;
        }
        if (attempt < TRIES) {
            launchEngine(attempt + 1);
            return;
        }
        var sentence = "The engine can't be started: " + reason;
        waiting.completeExceptionally(new EngineFailureException(sentence, null));
        watcher.failed(sentence);
    }

    private void pipeEnded(Engine engine) {
        try {
            var violation = engine.connection.violation();
            var reason = violation == null
                    ? "The engine process " + engine.process.end() + "."
                    : "The engine process was ended, because it sent " + violation + ".";
            var unused = replace(engine, EventOutcome.INTERNAL_ERROR, reason);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void heartbeat() {
        var engine = engineNow();
        if (engine == null) {
            return;
        }
        if (engine.connection.silenceNanos() > launch.silenceLimit().toNanos()) {
            var unused = replace(
                    engine,
                    EventOutcome.INTERNAL_ERROR,
                    "The engine process did not answer for "
                            + launch.silenceLimit().toSeconds() + " s and was killed.");
        } else {
            engine.connection.ping();
        }
    }

    /// Kills an engine, and starts another one if it was the current one.
    ///
    /// @return completes when the process is gone
    private CompletableFuture<Void> replace(Engine engine, EventOutcome outcome, String reason) {
        boolean wasCurrent;
        synchronized (lock) {
            wasCurrent = !closed && current.getNow(null) == engine;
            if (wasCurrent) {
                current = new CompletableFuture<>();
            }
        }
        var gone = engine.process.kill();
        engine.connection.close(outcome, reason);
        if (wasCurrent) {
            watcher.lost(reason);
            launchEngine(1);
        }
        return gone;
    }

    /// A process and the pipe to it.
    private record Engine(EngineProcess process, EngineConnection connection) {}
}
