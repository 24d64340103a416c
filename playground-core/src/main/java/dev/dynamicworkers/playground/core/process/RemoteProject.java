package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A project as the application holds it. It outlives engine processes: each one is given the project at its first use.
final class RemoteProject implements RunningProject {
    private final long id;
    private final Project project;
    private final RuntimeOptions options;
    private final TailConsumer tail;
    private final RuntimeProcess runtime;

    RemoteProject(long id, Project project, RuntimeOptions options, TailConsumer tail, RuntimeProcess runtime) {
        this.id = id;
        this.project = project;
        this.options = options;
        this.tail = tail;
        this.runtime = runtime;
    }

    long id() {
        return id;
    }

    Project project() {
        return project;
    }

    RuntimeOptions options() {
        return options;
    }

    TailConsumer tail() {
        return tail;
    }

    @Override
    public CompletableFuture<InvocationResult> dispatch(Invocation invocation) {
        return runtime.dispatch(this, invocation, null);
    }

    @Override
    public CompletableFuture<InvocationResult> dispatch(Invocation invocation, ResponseListener listener) {
        return runtime.dispatch(this, invocation, listener);
    }

    @Override
    public CompletableFuture<List<IsolateSnapshot>> isolates() {
        var engine = runtime.engineThatKnows(this);
        if (engine == null) {
            return CompletableFuture.completedFuture(List.of());
        }
        // An engine that died meanwhile has no isolates.
        return engine.ask(this, FrameKind.ISOLATES)
                .handle((answer, failure) ->
                        failure == null ? Wire.readList(answer, IsolateSnapshot.class) : List.<IsolateSnapshot>of());
    }

    @Override
    public CompletableFuture<List<String>> tests() {
        return runtime.engine()
                .thenCompose(engine -> engine.ask(this, FrameKind.TESTS))
                .thenApply(answer -> Wire.readList(answer, String.class));
    }

    @Override
    public CompletableFuture<Void> stop() {
        return runtime.stop(this);
    }

    @Override
    public CompletableFuture<Void> reset() {
        @Nullable EngineConnection engine = runtime.engineThatKnows(this);
        if (engine == null) {
            return CompletableFuture.completedFuture(null);
        }
        return engine.ask(this, FrameKind.RESET).handle((answer, failure) -> null);
    }

    @Override
    public void close() {
        var engine = runtime.engineThatKnows(this);
        if (engine != null) {
            engine.forget(this);
        }
    }
}
