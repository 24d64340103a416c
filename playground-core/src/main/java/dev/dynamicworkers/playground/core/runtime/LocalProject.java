package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.debug.PauseListener;
import dev.dynamicworkers.playground.core.debug.Seen;
import dev.dynamicworkers.playground.core.debug.Step;
import dev.dynamicworkers.playground.core.debugger.ProjectDebugger;
import dev.dynamicworkers.playground.core.host.CronClock;
import dev.dynamicworkers.playground.core.host.HostSettings;
import dev.dynamicworkers.playground.core.host.ProjectHost;
import dev.dynamicworkers.playground.core.host.state.StateLocks;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.TraceSink;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.SharedEngine;
import dev.dynamicworkers.playground.core.profile.CpuProfile;
import dev.dynamicworkers.playground.core.profiler.ProjectProfiler;
import dev.dynamicworkers.playground.core.project.CronSchedule;
import dev.dynamicworkers.playground.core.project.ModuleType;
import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.QueueDelivery;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.QuestionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A project that runs on an engine in this JVM.
final class LocalProject implements RunningProject {
    private final ProjectHost host;
    private final TailConsumer tail;
    private final SecretGuard secrets;
    private final MemoryMeasure memory;
    private final RuntimeOptions.Memory measures;
    private final CopyOnWriteArrayList<Dispatch> dispatches = new CopyOnWriteArrayList<>();
    private final ExecutorService measuring;
    private final List<CronSchedule> schedules;
    private final ProjectDebugger debugger;
    private final ProjectProfiler profiler;

    /// Used by the event loop's thread alone.
    private @Nullable CronClock crons;

    /// @param measuring the one thread that measures for all projects of the engine: it has entered a context of it
    LocalProject(
            SharedEngine engine,
            Project project,
            RuntimeOptions options,
            TailConsumer tail,
            ExecutorService measuring,
            HostSettings.Additions additions,
            StateLocks locks) {
        this.measuring = measuring;
        this.tail = tail;
        schedules = project.config().crons().stream().map(CronSchedule::of).toList();
        secrets = new SecretGuard(project.secrets());
        host = new ProjectHost(new HostSettings(
                engine,
                project,
                options.stateFolder(),
                options.limits(),
                options.network(),
                sink(options.calls()),
                this::onInvocationEnd,
                additions,
                options.retention(),
                options.overlay(),
                options.calls() != RuntimeOptions.Calls.UNRECORDED,
                ProjectHost.hold(locks, project, options.stateFolder())));
        Map<String, String> texts = texts(project);
        debugger = new ProjectDebugger(engine, host.loop(), host::instances, texts, project.secrets()::mask);
        profiler = new ProjectProfiler(engine, host.loop(), texts, project.secrets()::mask, debugger::isStanding);
        host.watchCode(debugger::codeCame);
        memory = new MemoryMeasure(host);
        measures = options.memory();
    }

    private static Map<String, String> texts(Project project) {
        Map<String, String> texts = new TreeMap<>();
        project.modules().values().stream()
                .filter(module -> module.type() != ModuleType.DATA && module.type() != ModuleType.COMPILED_WASM)
                .forEach(module -> texts.put(module.path(), module.text()));
        return texts;
    }

    private TraceSink sink(RuntimeOptions.Calls recorded) {
        return new TraceSink() {
            @Override
            public void accept(TailEvent event) {
                onTrace(event);
            }

            @Override
            public boolean recordsContent() {
                return recorded == RuntimeOptions.Calls.RECORDED_WITH_CONTENT;
            }
        };
    }

    // ---- what happens, on the event loop's thread ----

    private void onTrace(TailEvent event) {
        secrets.pass(event, this::tell);
    }

    private void tell(TailEvent event) {
        for (Dispatch dispatch : dispatches) {
            dispatch.observe(event);
        }
        tail.accept(event);
    }

    private void onInvocationEnd(InvocationContext invocation, EventOutcome outcome) {
        for (Dispatch dispatch : dispatches) {
            dispatch.invocationEnded(invocation, outcome);
        }
    }

    // ---- dispatch ----

    @Override
    public CompletableFuture<InvocationResult> dispatch(Invocation invocation) {
        return start(invocation, null);
    }

    @Override
    public CompletableFuture<InvocationResult> dispatch(Invocation invocation, ResponseListener listener) {
        return start(invocation, listener);
    }

    private CompletableFuture<InvocationResult> start(Invocation invocation, @Nullable ResponseListener listener) {
        Dispatch dispatch = new Dispatch(host, invocation, listener, secrets);
        dispatches.add(dispatch);
        host.loop().post(() -> {
            dispatch.start();
            host.queues().wake();
        });
        CompletableFuture<InvocationResult> result = dispatch.finished().thenCompose(outcome -> {
            dispatches.remove(dispatch);
            var isolates = measures == RuntimeOptions.Memory.AFTER_EACH_INVOCATION ? isolates() : unmeasuredIsolates();
            return isolates.thenApply(outcome::withIsolates);
        });
        var unused = result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                host.loop().post(dispatch::cancel);
            }
        });
        return result;
    }

    // ---- measuring ----

    @Override
    public CompletableFuture<List<IsolateSnapshot>> isolates() {
        CompletableFuture<List<WorkerInstance>> instances = new CompletableFuture<>();
        host.loop().postAside(() -> instances.complete(host.instances()));
        return instances.thenApplyAsync(memory::measure, measuring).thenCompose(measured -> {
            CompletableFuture<List<IsolateSnapshot>> result = new CompletableFuture<>();
            host.loop().postAside(() -> result.complete(snapshots(measured)));
            return result;
        });
    }

    private CompletableFuture<List<IsolateSnapshot>> unmeasuredIsolates() {
        CompletableFuture<List<IsolateSnapshot>> result = new CompletableFuture<>();
        host.loop()
                .post(() -> result.complete(snapshots(host.instances().stream()
                        .map(instance -> new MemoryMeasure.Measured(instance, null, null))
                        .toList())));
        return result;
    }

    private List<IsolateSnapshot> snapshots(List<MemoryMeasure.Measured> measured) {
        List<IsolateSnapshot> snapshots = new ArrayList<>();
        for (MemoryMeasure.Measured each : measured) {
            snapshots.add(secrets.snapshot(each.instance().snapshot(each.retainedBytes(), each.sharedBytes())));
        }
        return snapshots;
    }

    /// What all isolates of the engine share, in bytes, or -1. Safe on any thread.
    long sharedBytes() {
        return host.sharedBytes();
    }

    /// Counts what must not grow for ever, after what is queued now.
    CompletableFuture<ProjectHost.Census> census() {
        CompletableFuture<ProjectHost.Census> census = new CompletableFuture<>();
        host.loop().post(() -> census.complete(host.census()));
        return census;
    }

    @Override
    public CompletableFuture<List<String>> tests() {
        CompletableFuture<List<String>> names = new CompletableFuture<>();
        host.loop()
                .post(() -> host.whenParentReady(
                        instance -> names.complete(instance.testNames()),
                        failure -> names.completeExceptionally(new IllegalStateException(
                                secrets.error(failure.error()).message()))));
        return names;
    }

    // ---- the end ----

    @Override
    public CompletableFuture<Void> stop() {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        host.loop().post(() -> {
            host.cancelAll();
            dispatches.forEach(Dispatch::cancelWaiting);
            stopped.complete(null);
        });
        interruptUntil(stopped);
        return stopped;
    }

    /// A turn that does not end by itself within a moment is ended, with its isolate; so is one that begins meanwhile.
    private void interruptUntil(CompletableFuture<Void> stopped) {
        CompletableFuture.delayedExecutor(40, TimeUnit.MILLISECONDS, host.hostExecutor())
                .execute(() -> {
                    if (!stopped.isDone()) {
                        host.interrupt("Stopped by the user.");
                        interruptUntil(stopped);
                    }
                });
    }

    @Override
    public CompletableFuture<Void> reset() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        host.loop().post(() -> {
            host.reset();
            done.complete(null);
        });
        return done;
    }

    @Override
    public CompletableFuture<Integer> forget(String name) {
        CompletableFuture<Integer> forgotten = new CompletableFuture<>();
        host.loop().post(() -> forgotten.complete(host.forget(name)));
        return forgotten;
    }

    @Override
    public CompletableFuture<Boolean> evict(IsolateId isolate) {
        CompletableFuture<Boolean> evicted = new CompletableFuture<>();
        host.loop().post(() -> evicted.complete(host.evict(isolate)));
        return evicted;
    }

    @Override
    public CompletableFuture<Boolean> kill(IsolateId isolate) {
        return CompletableFuture.completedFuture(host.kill(isolate, "Killed by the user."));
    }

    // ---- the debugger ----

    @Override
    public CompletableFuture<Void> debug(DebugPlan plan) {
        CompletableFuture<Void> inForce = new CompletableFuture<>();
        host.loop().postAside(() -> {
            debugger.apply(plan);
            inForce.complete(null);
        });
        return inForce;
    }

    @Override
    public void watchPauses(@Nullable PauseListener listener) {
        debugger.listen(listener);
    }

    @Override
    public CompletableFuture<Void> goOn(long pause, Step step) {
        CompletableFuture<Void> told = new CompletableFuture<>();
        host.loop().postAside(() -> {
            debugger.goOn(pause, step);
            told.complete(null);
        });
        return told;
    }

    @Override
    public CompletableFuture<List<Seen>> look(long pause, Look look) {
        CompletableFuture<List<Seen>> seen = new CompletableFuture<>();
        host.loop().postAside(() -> debugger.look(pause, look, seen));
        return seen;
    }

    // ---- the profiler ----

    @Override
    public CompletableFuture<Void> beginProfile() {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        host.loop().post(() -> {
            profiler.begin();
            begun.complete(null);
        });
        return begun;
    }

    @Override
    public CompletableFuture<CpuProfile> endProfile() {
        CompletableFuture<CpuProfile> profile = new CompletableFuture<>();
        host.loop().postAside(() -> {
            try {
                profile.complete(profiler.end());
            } catch (IllegalStateException failed) {
                profile.completeExceptionally(failed);
            }
        });
        return profile;
    }

    // ---- what a person takes and decides ----

    @Override
    public CompletableFuture<Void> overlay(Overlay overlay) {
        CompletableFuture<Void> inForce = new CompletableFuture<>();
        host.loop().postAside(() -> {
            host.grants().apply(overlay);
            inForce.complete(null);
        });
        return inForce;
    }

    @Override
    public CompletableFuture<Optional<WorkerView>> view(IsolateId isolate) {
        CompletableFuture<Optional<WorkerView>> view = new CompletableFuture<>();
        host.loop().postAside(() -> view.complete(host.view(isolate)));
        return view;
    }

    @Override
    public CompletableFuture<Void> updateNetwork(NetworkRules rules) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        host.loop().postAside(() -> {
            host.network().use(rules);
            done.complete(null);
        });
        return done;
    }

    @Override
    public void answerQuestions(@Nullable QuestionListener listener) {
        host.network().questions().answeredBy(listener);
    }

    @Override
    public CompletableFuture<StateAnswer> state(StateQuery query) {
        return host.state(query);
    }

    @Override
    public CompletableFuture<List<QueueDelivery>> deliverQueued() {
        CompletableFuture<List<QueueDelivery>> delivered = new CompletableFuture<>();
        host.loop().post(() -> {
            var unused = host.queues().flush().thenAccept(delivered::complete);
        });
        return delivered;
    }

    @Override
    public void startCrons(CronListener onRun) {
        host.loop().post(() -> {
            if (crons == null) {
                crons = new CronClock(host.loop(), schedules, (cron, time) -> {
                    var unused = dispatch(new Invocation.Scheduled(cron, time, null))
                            .thenAccept(result -> onRun.fired(cron, result));
                });
            }
        });
    }

    @Override
    public void stopCrons() {
        host.loop().post(() -> {
            if (crons != null) {
                crons.stop();
                crons = null;
            }
        });
    }

    @Override
    public void close() {
        stopCrons();
        debugger.listen(null);
        host.loop().postAside(() -> debugger.apply(DebugPlan.OFF));
        profiler.close();
        host.interrupt("The project was closed.");
        host.close();
    }
}
