package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/// Runs each project in a child process of its own: starts it, watches it, and goes on in another one when it is lost
/// or does not yield. Invocations that a dead process leaves behind complete with an outcome and a sentence, never
/// exceptionally.
public final class RuntimeProcess implements WorkerRuntime {
    private final EngineLaunch launch;
    private final EngineWatcher watcher;
    private final EngineFleet fleet;
    private final AtomicLong lastProject = new AtomicLong();

    private RuntimeProcess(EngineLaunch launch, EngineWatcher watcher) {
        this.launch = launch;
        this.watcher = watcher;
        fleet = new EngineFleet(launch, watcher);
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
        runtime.fleet.begin();
        return runtime;
    }

    /// Status of the engine that came up last and that a project has or will have.
    @Override
    public CompletableFuture<EngineStatus> status() {
        return fleet.shown().thenApply(Engine::status);
    }

    @Override
    public RunningProject start(Project project, RuntimeOptions options, TailConsumer tail) {
        var known = new KnownProject(lastProject.incrementAndGet(), project, options, tail);
        return new RemoteProject(known, new ProjectEngine(fleet, launch, watcher));
    }

    /// Runs it in the engine process of the older one, which is lost with it.
    @Override
    public RunningProject startBeside(
            RunningProject older, Project project, RuntimeOptions options, TailConsumer tail) {
        if (!(older instanceof RemoteProject running)) {
            throw new IllegalArgumentException("the older project runs in another engine");
        }
        var known = new KnownProject(lastProject.incrementAndGet(), project, options, tail);
        return new RemoteProject(known, running.engine());
    }

    /// Ends all as [#close] does.
    ///
    /// @return completes when the engine processes are gone, which takes them a second at most
    public CompletableFuture<Void> end() {
        return fleet.end();
    }

    @Override
    public void close() {
        fleet.close();
    }
}
