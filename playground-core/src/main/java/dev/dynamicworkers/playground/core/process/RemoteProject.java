package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.debug.NotPausedException;
import dev.dynamicworkers.playground.core.debug.PauseListener;
import dev.dynamicworkers.playground.core.debug.Seen;
import dev.dynamicworkers.playground.core.debug.Step;
import dev.dynamicworkers.playground.core.profile.CpuProfile;
import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.QueueDelivery;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.QuestionListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A project as the application holds it. It outlives engine processes: each one is given the project at its first use.
final class RemoteProject implements RunningProject {
    private final KnownProject project;
    private final ProjectEngine own;

    RemoteProject(KnownProject project, ProjectEngine own) {
        this.project = project;
        this.own = own;
        own.add(project);
    }

    /// The engine process that it has, for another reading of the same project.
    ProjectEngine engine() {
        return own;
    }

    @Override
    public CompletableFuture<Void> ready() {
        return own.connection()
                .thenCompose(engine -> engine.ask(project, FrameKind.READY))
                .thenApply(answer -> null);
    }

    @Override
    public CompletableFuture<InvocationResult> dispatch(Invocation invocation) {
        return own.dispatch(project, invocation, null);
    }

    @Override
    public CompletableFuture<InvocationResult> dispatch(Invocation invocation, ResponseListener listener) {
        return own.dispatch(project, invocation, listener);
    }

    @Override
    public CompletableFuture<List<IsolateSnapshot>> isolates() {
        var engine = own.connectionThatKnows(project);
        if (engine == null) {
            return CompletableFuture.completedFuture(List.of());
        }
        // An engine that died meanwhile has no isolates.
        return engine.ask(project, FrameKind.ISOLATES)
                .handle((answer, failure) -> failure == null ? snapshots(answer) : List.<IsolateSnapshot>of());
    }

    /// What an engine sends in place of snapshots is no news of isolates.
    private static List<IsolateSnapshot> snapshots(byte[] answer) {
        try {
            var snapshots = Wire.readList(answer, IsolateSnapshot.class);
            snapshots.forEach(Shapes::snapshot);
            return snapshots;
        } catch (RuntimeException malformed) {
            return List.of();
        }
    }

    @Override
    public CompletableFuture<List<String>> tests() {
        return own.connection()
                .thenCompose(engine -> engine.ask(project, FrameKind.TESTS))
                .thenApply(answer -> Wire.readList(answer, String.class));
    }

    @Override
    public CompletableFuture<Void> stop() {
        return own.stop(project);
    }

    @Override
    public CompletableFuture<Void> reset() {
        var engine = own.connectionThatKnows(project);
        if (engine == null) {
            return CompletableFuture.completedFuture(null);
        }
        return engine.ask(project, FrameKind.RESET).handle((answer, failure) -> null);
    }

    @Override
    public CompletableFuture<Integer> forget(String name) {
        var engine = own.connectionThatKnows(project);
        if (engine == null) {
            return CompletableFuture.completedFuture(0);
        }
        // An engine that died meanwhile has forgotten all.
        return engine.ask(project, FrameKind.FORGET, name)
                .handle((answer, failure) -> failure == null ? Wire.read(answer, Integer.class) : 0);
    }

    @Override
    public CompletableFuture<Boolean> evict(IsolateId isolate) {
        return end(FrameKind.EVICT, isolate);
    }

    @Override
    public CompletableFuture<Boolean> kill(IsolateId isolate) {
        return end(FrameKind.KILL, isolate);
    }

    private CompletableFuture<Boolean> end(FrameKind how, IsolateId isolate) {
        var engine = own.connectionThatKnows(project);
        if (engine == null) {
            return CompletableFuture.completedFuture(false);
        }
        return engine.ask(project, how, isolate)
                .handle((answer, failure) -> failure == null && Wire.read(answer, Boolean.class));
    }

    @Override
    public CompletableFuture<Void> updateNetwork(NetworkRules rules) {
        project.useNetwork(rules);
        var engine = own.connectionIfUp();
        // An engine that dies meanwhile takes its rules along; the next one is given the others.
        return engine == null
                ? CompletableFuture.completedFuture(null)
                : engine.updateNetwork(project, rules).handle((answer, failure) -> null);
    }

    @Override
    public void answerQuestions(@Nullable QuestionListener listener) {
        project.answeredBy(listener);
    }

    @Override
    public CompletableFuture<Void> overlay(Overlay overlay) {
        project.overlay(overlay);
        var engine = own.connectionIfUp();
        // An engine that dies meanwhile takes its overlay along; the next one is given this one.
        return engine == null
                ? CompletableFuture.completedFuture(null)
                : engine.updateOverlay(project, overlay).handle((answer, failure) -> null);
    }

    @Override
    public CompletableFuture<Optional<WorkerView>> view(IsolateId isolate) {
        var engine = own.connectionThatKnows(project);
        if (engine == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return engine.ask(project, FrameKind.VIEW, isolate)
                .handle((answer, failure) -> failure == null ? view(answer) : Optional.<WorkerView>empty());
    }

    /// What an engine sends in place of a view is no view.
    private static Optional<WorkerView> view(byte[] answer) {
        try {
            return Wire.readList(answer, WorkerView.class).stream().findFirst().map(Shapes::view);
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public CompletableFuture<StateAnswer> state(StateQuery query) {
        return own.connection()
                .thenCompose(engine -> engine.ask(project, FrameKind.STATE, query))
                .thenApply(answer -> Wire.read(answer, StateAnswer.class));
    }

    @Override
    public CompletableFuture<List<QueueDelivery>> deliverQueued() {
        return own.connection()
                .thenCompose(engine -> engine.ask(project, FrameKind.DELIVER))
                .thenApply(RemoteProject::deliveries);
    }

    private static List<QueueDelivery> deliveries(byte[] answer) {
        try {
            var deliveries = Wire.readList(answer, QueueDelivery.class);
            deliveries.forEach(Shapes::delivery);
            return deliveries;
        } catch (RuntimeException malformed) {
            throw new EngineFailureException("The engine process sent " + WireViolation.of(malformed) + ".", malformed);
        }
    }

    @Override
    public CompletableFuture<Void> debug(DebugPlan plan) {
        project.debug(plan);
        var engine = own.connectionIfUp();
        // An engine that dies meanwhile takes its plan along; the next one is given this one.
        return engine == null
                ? CompletableFuture.completedFuture(null)
                : engine.updatePlan(project, plan).handle((answer, failure) -> null);
    }

    @Override
    public void watchPauses(@Nullable PauseListener listener) {
        project.watchedBy(listener);
    }

    @Override
    public CompletableFuture<Void> goOn(long pause, Step step) {
        var engine = own.connectionThatKnows(project);
        return engine == null
                ? CompletableFuture.completedFuture(null)
                : engine.ask(project, FrameKind.GO_ON, pause, step).handle((answer, failure) -> null);
    }

    @Override
    public CompletableFuture<List<Seen>> look(long pause, Look look) {
        var engine = own.connectionThatKnows(project);
        return engine == null
                ? CompletableFuture.failedFuture(new NotPausedException())
                : engine.ask(project, FrameKind.LOOK, pause, look).thenApply(RemoteProject::seen);
    }

    private static List<Seen> seen(byte[] answer) {
        try {
            return Shapes.seen(Wire.readList(answer, Seen.class));
        } catch (RuntimeException malformed) {
            throw new EngineFailureException("The engine process sent " + WireViolation.of(malformed) + ".", malformed);
        }
    }

    @Override
    public CompletableFuture<Void> beginProfile() {
        return own.connection()
                .thenCompose(engine -> engine.ask(project, FrameKind.BEGIN_PROFILE))
                .thenApply(answer -> null);
    }

    @Override
    public CompletableFuture<CpuProfile> endProfile() {
        var engine = own.connectionThatKnows(project);
        return engine == null
                ? CompletableFuture.failedFuture(
                        new EngineFailureException("The engine process was lost, and its samples with it.", null))
                : engine.ask(project, FrameKind.END_PROFILE).thenApply(RemoteProject::profile);
    }

    private static CpuProfile profile(byte[] answer) {
        try {
            return Shapes.profile(Wire.read(answer, CpuProfile.class));
        } catch (RuntimeException malformed) {
            throw new EngineFailureException("The engine process sent " + WireViolation.of(malformed) + ".", malformed);
        }
    }

    @Override
    public void startCrons(CronListener onRun) {
        project.fireCrons(onRun);
        var unused = own.connection().thenAccept(engine -> {
            if (project.firesCrons()) {
                engine.startCrons(project);
            }
        });
    }

    @Override
    public void stopCrons() {
        project.fireNoCrons();
        var engine = own.connectionIfUp();
        if (engine != null) {
            engine.stopCrons(project);
        }
    }

    @Override
    public void close() {
        own.close(project);
    }
}
