package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.session.ProjectSource.Loaded;
import dev.dynamicworkers.playground.app.session.ProjectSource.UnreadableProject;
import dev.dynamicworkers.playground.app.session.debug.Debugging;
import dev.dynamicworkers.playground.app.session.logpoint.Logpoints;
import dev.dynamicworkers.playground.app.session.profile.Profiling;
import dev.dynamicworkers.playground.app.session.request.RequestBytes.UnsendableBody;
import dev.dynamicworkers.playground.app.task.Tasks;
import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// Sends requests to the engine, stops them, and turns what comes of them into records. FX thread.
final class RunControl implements AutoCloseable {
    private final Engine engine;
    private final ProjectSource source;
    private final Tasks tasks;
    private final Executor fx;
    private final ProjectFolder folder;
    private final OpenFiles openFiles;
    private final RunState runState;
    private final IsolateModel isolates;
    private final RunHistory history;
    private final ProblemList problems;
    private final TailFeed feed;
    private final LiveResponse live;
    private final Questions questions;
    private final SimpleMode simple;
    private final Logpoints logpoints = new Logpoints();
    private final Debugging debugging;
    private final Profiling profiling;

    /// Most bytes of one body, whatever the limits say: all runs of a session are in memory.
    private static final long MOST_OF_A_BODY = 64 << 20;

    private @Nullable RunningProject running;
    private final ReadOnlyBooleanWrapper hasCode = new ReadOnlyBooleanWrapper();
    private String runningFingerprint = "";
    private NetworkRules runningNetwork = NetworkRules.BLOCKED;
    private Logpoints.Snapshot runningPoints = logpoints.snapshot();
    private boolean measuring;
    private long lostDuringRun;
    private boolean closed;

    /// @param fx runs work on the FX thread
    RunControl(
            Engine engine,
            ProjectSource source,
            Tasks tasks,
            Executor fx,
            ProjectFolder folder,
            OpenFiles openFiles,
            SessionState state,
            TailFeed feed,
            LiveResponse live,
            Questions questions,
            SimpleMode simple) {
        this.engine = engine;
        this.source = source;
        this.tasks = tasks;
        this.fx = fx;
        this.folder = folder;
        this.openFiles = openFiles;
        runState = state.runState();
        isolates = state.isolates();
        history = state.history();
        problems = state.problems();
        this.feed = feed;
        this.live = live;
        this.questions = questions;
        this.simple = simple;
        debugging = new Debugging(fx);
        profiling = new Profiling(fx, this::send);
        debugging.breakpoints().versionProperty().subscribe((before, now) -> debugAnew());
        debugging.exceptionsProperty().subscribe((before, now) -> debugAnew());
        debugging.statementsProperty().subscribe((before, now) -> debugAnew());
        debugging.pauseProperty().subscribe(pause -> runState.standStill(pause != null));
        runState.phaseProperty().subscribe((before, now) -> {
            boolean held = now == RunState.Phase.PAUSED || now == RunState.Phase.STOPPING;
            if (held || (before == RunState.Phase.PAUSED && now != RunState.Phase.IDLE)) {
                feed.phase(now, System.nanoTime());
            }
        });
        isolates.stale().attach(new StaleIsolates.Surroundings(tasks, this::asItWouldRun, this::view));
        folder.versionProperty().subscribe(version -> isolates.stale().look());
        isolates.stale().watch(openFiles);
    }

    /// Tells the project that runs of other breakpoints.
    private void debugAnew() {
        RunningProject project = running;
        if (project == null) {
            return;
        }
        // What was typed since is not what runs.
        Map<String, String> run = openFiles.lastRunTexts();
        Debugging.Wanted wanted = debugging.wanted();
        tasks.run(() -> wanted.plan(folder.root(), run)).onSuccess(plan -> {
            if (project == running && !closed) {
                debugging.attach(project, plan);
            }
        });
    }

    /// Reads the project as the next run would have it, with the logpoints of the one that runs.
    private Callable<Loaded> asItWouldRun() {
        Map<String, String> unsaved = openFiles.unsavedTexts();
        Logpoints.Snapshot points = runningPoints;
        return () -> source.read(folder.root(), points.into(folder.root(), unsaved));
    }

    /// What is to stand still, and what does.
    Debugging debugging() {
        return debugging;
    }

    /// What a run was found to do with its time.
    Profiling profiling() {
        return profiling;
    }

    /// Sends a request to the parent worker, unsaved texts included. Without effect while a run is live.
    void send(RequestDraft draft, Warmth warmth) {
        if (runState.liveProperty().get()) {
            return;
        }
        Run run = new Run(runState.begin(), Instant.now(), System.nanoTime(), draft, warmth);
        profiling.begins(run.number(), draft.summary());
        live.begin(run.number());
        feed.begin(run.startedAt());
        Map<String, String> unsaved = openFiles.unsavedTexts();
        Logpoints.Snapshot points = logpoints.snapshot();
        Debugging.Wanted wanted = debugging.wanted();
        tasks.run(() -> new Prepared(
                        source.read(folder.root(), points.into(folder.root(), unsaved)),
                        Runs.invocation(draft, folder.root()),
                        wanted.plan(folder.root(), unsaved),
                        points))
                .onFailure(failure -> notRun(run, failure))
                .onSuccess(prepared -> {
                    show(prepared.loaded().outline());
                    Futures.whenDone(
                            engine.runtime(),
                            (runtime, failure) -> fx.execute(() -> deliver(run, prepared, runtime, failure)));
                });
    }

    /// What runs log besides what their code logs.
    Logpoints logpoints() {
        return logpoints;
    }

    /// Ends the live run; what does not yield is killed with its engine process.
    void stop() {
        RunState.Phase phase = runState.phaseProperty().get();
        if (phase == RunState.Phase.IDLE) {
            return;
        }
        runState.enter(RunState.Phase.STOPPING);
        if (running != null) {
            engine.expectLoss();
            Futures.whenDone(running.stop(), (nothing, failure) -> {});
        }
    }

    /// Ends the live run, and all events that no run waits for.
    void stopAll() {
        if (runState.liveProperty().get()) {
            stop();
        } else if (running != null) {
            engine.expectLoss();
            Futures.whenDone(running.stop(), (nothing, failure) -> fx.execute(this::stopped));
        }
    }

    private void stopped() {
        if (!runState.liveProperty().get()) {
            engine.lossNoLongerExpected();
        }
        measure();
    }

    /// Whether an engine has the project's code.
    ReadOnlyBooleanProperty hasCodeProperty() {
        return hasCode.getReadOnlyProperty();
    }

    /// Drops all isolates, so that the next run starts cold.
    void evictAll() {
        if (running != null && !runState.liveProperty().get()) {
            Futures.whenDone(running.reset(), (nothing, failure) -> fx.execute(this::measure));
        }
    }

    /// Measures all isolates anew. Without effect while a measurement is under way.
    void measure() {
        RunningProject project = running;
        if (project == null || measuring || closed) {
            return;
        }
        measuring = true;
        Futures.whenDone(
                project.isolates(),
                (all, failure) -> fx.execute(() -> {
                    measuring = false;
                    if (all != null && project == running) {
                        isolates.measured(all);
                    }
                }));
    }

    private record Run(long number, Instant startedAt, long startNanos, RequestDraft draft, Warmth warmth) {}

    /// What a run needs, read from the disk.
    private record Prepared(Loaded loaded, Invocation invocation, DebugPlan plan, Logpoints.Snapshot points) {}

    private void deliver(Run run, Prepared prepared, @Nullable WorkerRuntime runtime, @Nullable Throwable failure) {
        if (closed) {
            return;
        }
        if (runtime == null) {
            finish(failed(run, RunVerdict.NO_ENGINE, "There is no engine: " + describe(failure)));
            return;
        }
        if (runState.phaseProperty().get() == RunState.Phase.STOPPING) {
            finish(failed(run, RunVerdict.STOPPED, "Stopped by you before it was delivered."));
            return;
        }
        runState.enter(RunState.Phase.RUNNING);
        feed.phase(RunState.Phase.RUNNING, System.nanoTime());
        runState.standStill(debugging.isPaused());
        runningPoints = prepared.points();
        RunningProject project = ensureRunning(runtime, prepared.loaded());
        debugging.attach(project, prepared.plan());
        Runnable dispatching =
                () -> profiling.beforeDelivery(run.number(), project, () -> dispatch(run, prepared, project));
        if (run.warmth() == Warmth.FRESH) {
            Futures.whenDone(project.reset(), (nothing, lost) -> fx.execute(dispatching));
        } else {
            dispatching.run();
        }
    }

    private void dispatch(Run run, Prepared ready, RunningProject project) {
        if (closed || run.number() != runState.number()) {
            return;
        }
        if (runState.phaseProperty().get() == RunState.Phase.STOPPING) {
            finish(failed(run, RunVerdict.STOPPED, "Stopped by you before it was delivered."));
            return;
        }
        ResponseCollector collector = new ResponseCollector(
                run.number(),
                live,
                (int) Math.min(MOST_OF_A_BODY, ready.loaded().options().limits().responseBytes()),
                () -> drains(run, System.nanoTime()));
        double prepared = (System.nanoTime() - run.startNanos()) / 1e6;
        Futures.whenDone(
                run.draft().kind() == EventKind.FETCH
                        ? project.dispatch(ready.invocation(), collector)
                        : project.dispatch(ready.invocation()),
                (result, failure) -> fx.execute(() -> {
                    if (closed
                            || run.number() != runState.number()
                            || !runState.liveProperty().get()) {
                        return;
                    }
                    if (result == null) {
                        finish(ended(run, failure));
                    } else {
                        finish(completed(run, ready.loaded(), result, collector, prepared));
                    }
                }));
    }

    /// Runs on the engine's thread.
    private void drains(Run run, long nanos) {
        fx.execute(() -> {
            if (run.number() == runState.number()) {
                feed.phase(RunState.Phase.DRAINING, nanos);
            }
            runState.come(run.number(), RunState.Phase.DRAINING);
        });
    }

    private RunningProject ensureRunning(WorkerRuntime runtime, Loaded loaded) {
        RunningProject present = running;
        NetworkRules network = loaded.options().network();
        if (present != null && runningFingerprint.equals(loaded.fingerprint())) {
            if (!network.equals(runningNetwork)) {
                runningNetwork = network;
                // In force before what is sent to the project after it.
                var unused = present.updateNetwork(network);
            }
            // In force before the event that comes next: the engine takes both in this order.
            var ignored = present.overlay(loaded.options().overlay());
            isolates.stale().unchanged(loaded);
            return present;
        }
        if (present != null) {
            present.close();
        }
        isolates.clear();
        isolates.limitMemory(loaded.options().limits().memoryBytes());
        isolates.stale().started(loaded);
        RunningProject started = runtime.start(loaded.project(), loaded.options(), feed::hear);
        started.answerQuestions(questions);
        running = started;
        hasCode.set(true);
        runningFingerprint = loaded.fingerprint();
        runningNetwork = network;
        return started;
    }

    private RunRecord completed(
            Run run, Loaded loaded, InvocationResult result, ResponseCollector collector, double prepareMillis) {
        feed.flush();
        if (run.number() == lostDuringRun && result.outcome() != EventOutcome.OK) {
            GuestError error = result.error();
            return ended(run, new IllegalStateException(error == null ? "it was killed." : error.message()));
        }
        isolates.measured(result.isolates());
        List<NetworkEntry> subrequests = new ArrayList<>();
        List<NetworkEntry> heard = history.network(run.number());
        for (int i = 0; i < result.subrequests().size(); i++) {
            SubrequestRecord request = result.subrequests().get(i);
            Instant endedAt = i < heard.size() && heard.get(i).request().equals(request)
                    ? heard.get(i).endedAt()
                    : null;
            subrequests.add(new NetworkEntry(run.number(), isolates.tag(request.isolate()), request, endedAt));
        }
        history.requested(run.number(), subrequests);
        boolean stopped = runState.phaseProperty().get() == RunState.Phase.STOPPING;
        return Runs.record(
                run.number(),
                run.startedAt(),
                run.draft(),
                result,
                collector.reply(result.response()),
                new Runs.Ending(
                        subrequests,
                        feed.spans(),
                        feed.thrown(),
                        prepareMillis,
                        collector.endMillis(),
                        loaded.codeId(),
                        stopped
                                ? "Stopped by you after "
                                        + Amounts.millis(result.timing().totalMillis()) + "."
                                : ""));
    }

    private RunRecord ended(Run run, @Nullable Throwable failure) {
        if (runState.phaseProperty().get() == RunState.Phase.STOPPING) {
            double millis = runState.elapsedMillis();
            return failed(
                    run,
                    RunVerdict.STOPPED,
                    "Stopped by you after " + Amounts.millis(millis)
                            + ". The code did not yield, so its engine process was ended.",
                    millis);
        }
        return failed(
                run,
                RunVerdict.ENGINE_LOST,
                RunRecord.ENGINE_LOST + ": " + describe(failure) + " A new one takes the next run.",
                runState.elapsedMillis());
    }

    private RunRecord failed(Run run, RunVerdict verdict, String explanation) {
        return failed(run, verdict, explanation, runState.elapsedMillis());
    }

    private static RunRecord failed(Run run, RunVerdict verdict, String explanation, double millis) {
        return Runs.withoutResult(run.number(), run.startedAt(), run.draft(), verdict, explanation, millis);
    }

    private void notRun(Run run, Exception failure) {
        if (failure instanceof UnreadableProject unreadable) {
            show(unreadable.outline());
            int count = unreadable.outline().problems().size();
            finish(failed(
                    run,
                    RunVerdict.REFUSED,
                    count == 1
                            ? "The project has a problem; see Problems."
                            : "The project has " + count + " problems; see Problems."));
        } else if (failure instanceof UnsendableBody) {
            finish(failed(run, RunVerdict.REFUSED, describe(failure)));
        } else {
            finish(failed(run, RunVerdict.REFUSED, "The project can't be read: " + describe(failure)));
        }
    }

    private static String describe(@Nullable Throwable failure) {
        if (failure == null) {
            return "unknown reason.";
        }
        String message = failure.getMessage();
        String text = message == null ? failure.getClass().getSimpleName() : message;
        return text.endsWith(".") ? text : text + ".";
    }

    private void finish(RunRecord over) {
        if (closed) {
            return;
        }
        RunRecord record = feed.withPhases(over);
        runState.enter(RunState.Phase.IDLE);
        questions.denyAll();
        engine.lossNoLongerExpected();
        // First the run: what is marked in code depends on how it ended.
        history.add(record);
        problems.replace(Problem.Source.RUN, Runs.problems(record, folder::place));
        profiling.ended(record.number(), running, record.explanation());
        measure();
    }

    /// Puts network rules into force for what is sent from now on.
    void reach(NetworkRules network) {
        RunningProject project = running;
        if (project != null && !network.equals(runningNetwork)) {
            runningNetwork = network;
            var unused = project.updateNetwork(network);
        }
    }

    /// Makes the next get() of a loader id ask for its code anew.
    void forget(String name) {
        if (running != null) {
            Futures.whenDone(running.forget(name), (count, failure) -> fx.execute(this::measure));
        }
    }

    /// Ends an idle dynamic worker.
    ///
    /// @param then hears later whether it was ended
    void evict(IsolateId isolate, Consumer<Boolean> then) {
        RunningProject project = running;
        if (project == null) {
            then.accept(false);
            return;
        }
        Futures.whenDone(project.evict(isolate), (evicted, failure) -> tellEnd(evicted, then));
    }

    /// Ends an isolate whatever it does.
    ///
    /// @param then hears later whether there was such an isolate
    void kill(IsolateId isolate, Consumer<Boolean> then) {
        RunningProject project = running;
        if (project == null) {
            then.accept(false);
            return;
        }
        Futures.whenDone(project.kill(isolate), (killed, failure) -> tellEnd(killed, then));
    }

    private void tellEnd(@Nullable Boolean ended, Consumer<Boolean> then) {
        fx.execute(() -> {
            then.accept(Boolean.TRUE.equals(ended));
            measure();
        });
    }

    /// Asks what an isolate really runs.
    ///
    /// @param then gets it later, null when there is no such isolate any more
    void view(IsolateId isolate, Consumer<@Nullable WorkerView> then) {
        RunningProject project = running;
        if (project == null) {
            then.accept(null);
            return;
        }
        Futures.whenDone(
                project.view(isolate),
                (view, failure) -> fx.execute(() -> then.accept(view == null ? null : view.orElse(null))));
    }

    /// Drops what was in an engine process that ended.
    void engineLost() {
        RunningProject lost = running;
        debugging.detach();
        running = null;
        hasCode.set(false);
        runningFingerprint = "";
        measuring = false;
        isolates.stale().ended();
        isolates.clear();
        if (runState.liveProperty().get()) {
            lostDuringRun = runState.number();
        }
        if (lost != null) {
            lost.close();
        }
    }

    /// Takes what was read of the project.
    void show(ProjectOutline read) {
        // First, since whoever hears of the outline asks whether its parent is generated.
        simple.show(read);
        folder.show(read);
        problems.replace(Problem.Source.PROJECT, read.problems());
    }

    @Override
    public void close() {
        closed = true;
        debugging.detach();
        if (running != null) {
            running.close();
        }
    }
}
