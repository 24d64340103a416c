package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.host.HostSettings;
import dev.dynamicworkers.playground.core.host.state.StateLocks;
import dev.dynamicworkers.playground.core.isolate.SharedEngine;
import dev.dynamicworkers.playground.core.limits.Condemnation;
import dev.dynamicworkers.playground.core.limits.EndWatch;
import dev.dynamicworkers.playground.core.limits.HeapGuard;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import dev.dynamicworkers.playground.core.util.AllowedTo;
import dev.dynamicworkers.playground.core.util.TurnBoard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An engine in this JVM. Guest code that cannot be interrupted can stall it: windows use the engine process instead.
@AllowedTo(value = AllowedTo.Rule.START_THREADS, reason = "one named thread measures memory; the runtime ends it")
public final class LocalRuntime implements WorkerRuntime {
    private final StateLocks locks = new StateLocks();
    private final SharedEngine engine = new SharedEngine();
    private final ExecutorService measuring = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("memory measure").daemon().factory());
    private final CopyOnWriteArrayList<LocalProject> projects = new CopyOnWriteArrayList<>();
    private final CompletableFuture<EngineStatus> status;
    private final HeapGuard heap;

    private LocalRuntime() {
        heap = new HeapGuard(engine::isolates, this::sharedBytes);
        status = CompletableFuture.completedFuture(new EngineStatus(
                engine.description(),
                engine.isCompiling(),
                engine.isMeasuring(),
                ProcessHandle.current().pid()));
    }

    /// Starts an engine.
    public static LocalRuntime start() {
        return new LocalRuntime();
    }

    /// Starts an engine whose turns another process can look at, where the operating system allows.
    ///
    /// @param turns a file that is made for them
    public static LocalRuntime startTelling(Path turns) {
        LocalRuntime runtime = new LocalRuntime();
        try {
            runtime.engine.tellTurns(TurnBoard.open(turns));
        } catch (IOException | UnsupportedOperationException untold) {
            System.getLogger(LocalRuntime.class.getName())
                    .log(System.Logger.Level.DEBUG, "turns can't be looked at from outside here", untold);
        }
        return runtime;
    }

    @Override
    public CompletableFuture<EngineStatus> status() {
        return status;
    }

    @Override
    public RunningProject start(Project project, RuntimeOptions options, TailConsumer tail) {
        return start(project, options, tail, HostSettings.Additions.NONE);
    }

    /// As [#start], with what the configuration has no words for.
    LocalProject start(Project project, RuntimeOptions options, TailConsumer tail, HostSettings.Additions additions) {
        LocalProject running = new LocalProject(engine, project, options, tail, measuring, additions, locks);
        projects.add(running);
        return running;
    }

    @Override
    public void watchEnds(EndListener listener) {
        engine.watchEnds(new EndWatch() {
            @Override
            public void ordered(long isolate, String worker, Condemnation reason) {
                listener.ordered(isolate, worker, reason.outcome(), reason.message());
            }

            @Override
            public void unyielding(long isolate) {
                listener.unyielding(isolate);
            }

            @Override
            public void yielded(long isolate) {
                listener.yielded(isolate);
            }

            @Override
            public void damaged(String what) {
                listener.damaged(what);
            }
        });
    }

    private long sharedBytes() {
        for (LocalProject project : projects) {
            long bytes = project.sharedBytes();
            if (bytes >= 0) {
                return bytes;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        heap.close();
        projects.forEach(LocalProject::close);
        projects.clear();
        measuring.shutdown();
        engine.close();
    }
}
