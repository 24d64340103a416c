package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.fx.FrameBatch;
import dev.dynamicworkers.playground.app.session.ProjectSource.Loaded;
import dev.dynamicworkers.playground.app.session.ProjectSource.UnreadableProject;
import dev.dynamicworkers.playground.app.task.Tasks;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The open project: its files, its runs and all that came of them. One per window; FX thread.
///
/// It is the one bridge from the engine's threads to FX properties.
public final class ProjectSession implements AutoCloseable {
    private static final int MOST_RUNS = 500;
    private static final int MOST_WAITING_LINES = 20_000;
    private static final int EVENTS_PER_FRAME = 2_000;

    private final Path folder;
    private final Engine engine;
    private final ProjectSource source;
    private final Tasks tasks;
    private final Executor fx;
    private final OpenFiles openFiles;
    private final RequestFiles requestFiles;
    private final FolderWatch watch;
    private final FrameBatch<TailEvent> lines;
    private final FrameBatch<TailEvent> events;

    private final RunState runState = new RunState();
    private final SessionLog log = new SessionLog();
    private final IsolateModel isolates = new IsolateModel();
    private final ObservableList<RunRecord> runs = FXCollections.observableArrayList();
    private final ObservableList<RunRecord> runsView = FXCollections.unmodifiableObservableList(runs);
    private final ObservableList<NetworkEntry> network = FXCollections.observableArrayList();
    private final ObservableList<NetworkEntry> networkView = FXCollections.unmodifiableObservableList(network);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObservableList<Problem> problemsView = FXCollections.unmodifiableObservableList(problems);
    private final ReadOnlyObjectWrapper<@Nullable RunRecord> lastRun = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable RunRecord> shownRun = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable FileNode> tree = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ProjectOutline> outline = new ReadOnlyObjectWrapper<>(ProjectOutline.UNKNOWN);
    private final ReadOnlyObjectWrapper<@Nullable Place> reveal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> requestWish = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper diskVersion = new ReadOnlyLongWrapper();

    private @Nullable RunningProject running;
    private String runningFingerprint = "";
    private boolean measuring;
    private long lostDuringRun;
    private boolean closed;

    /// Whether a run may meet isolates of earlier runs.
    public enum Warmth {
        /// Isolates of earlier runs are used again while the code is the same.
        KEEP,
        /// All isolates are dropped first.
        FRESH
    }

    /// @param folder root of the project
    /// @param fx runs work on the FX thread
    /// @param frames runs work on the FX thread at the next frame
    public ProjectSession(
            Path folder,
            Engine engine,
            ProjectSource source,
            Tasks tasks,
            ErrorReporter errors,
            Executor fx,
            Executor frames) {
        this.folder = folder;
        this.engine = engine;
        this.source = source;
        this.tasks = tasks;
        this.fx = fx;
        this.openFiles =
                new OpenFiles(folder, tasks, errors, path -> outline.get().role(path));
        this.requestFiles = new RequestFiles(folder, tasks, errors);
        this.lines = new FrameBatch<>(frames, EVENTS_PER_FRAME, MOST_WAITING_LINES, this::take);
        this.events = new FrameBatch<>(frames, EVENTS_PER_FRAME, Integer.MAX_VALUE, this::take);
        this.watch = new FolderWatch(folder, tasks, () -> fx.execute(this::diskChanged));
        engine.onLost(this::engineLost);
        diskChanged();
    }

    // Properties

    /// Root of the project.
    public Path folder() {
        return folder;
    }

    /// The files that editors show.
    public OpenFiles openFiles() {
        return openFiles;
    }

    /// The requests that the project keeps.
    public RequestFiles requestFiles() {
        return requestFiles;
    }

    /// Where the current run is.
    public RunState runState() {
        return runState;
    }

    /// The console's lines.
    public SessionLog log() {
        return log;
    }

    /// The isolates.
    public IsolateModel isolates() {
        return isolates;
    }

    /// The engine that runs this project.
    public Engine engine() {
        return engine;
    }

    /// Runs that are over, newest first.
    public ObservableList<RunRecord> runs() {
        return runsView;
    }

    /// Outgoing requests, oldest first.
    public ObservableList<NetworkEntry> network() {
        return networkView;
    }

    /// What is wrong with the project and its last run.
    public ObservableList<Problem> problems() {
        return problemsView;
    }

    /// The newest run that is over; null before the first.
    public ReadOnlyObjectProperty<@Nullable RunRecord> lastRunProperty() {
        return lastRun.getReadOnlyProperty();
    }

    /// The run that the response panel shows; null for none.
    public ObjectProperty<@Nullable RunRecord> shownRunProperty() {
        return shownRun;
    }

    /// The project's files; null until they were read.
    public ReadOnlyObjectProperty<@Nullable FileNode> treeProperty() {
        return tree.getReadOnlyProperty();
    }

    /// What is known of the project.
    public ReadOnlyObjectProperty<ProjectOutline> outlineProperty() {
        return outline.getReadOnlyProperty();
    }

    /// The place that an editor is asked to show; set anew for every wish.
    public ReadOnlyObjectProperty<@Nullable Place> revealProperty() {
        return reveal.getReadOnlyProperty();
    }

    /// The kept request that the request panel is asked to show; set anew for every wish.
    public ReadOnlyObjectProperty<@Nullable String> requestWishProperty() {
        return requestWish.getReadOnlyProperty();
    }

    /// Counts how often something below the project's folder changed.
    public ReadOnlyLongProperty diskVersionProperty() {
        return diskVersion.getReadOnlyProperty();
    }

    // Commands

    /// Opens a file where files of its role belong: a request in the request panel, others in an editor.
    public void open(String path) {
        if (outline.get().role(path) == FileRole.REQUEST) {
            requestWish.set(null);
            requestWish.set(path);
        } else {
            reveal(new Place(path, 0, 0));
        }
    }

    /// Makes a body readable and hands it over later.
    public void read(RunRecord.Reply reply, Consumer<BodyText> then) {
        tasks.run(() -> BodyText.of(reply)).onSuccess(then);
    }

    /// Asks the editors to show a place; line 0 only opens the file.
    public void reveal(Place place) {
        reveal.set(null);
        reveal.set(place);
    }

    /// Sends a request to the parent worker, unsaved texts included. Without effect while a run is live.
    public void send(RequestDraft draft, Warmth warmth) {
        if (runState.liveProperty().get()) {
            return;
        }
        Run run = new Run(runState.begin(), Instant.now(), draft, warmth);
        Map<String, String> unsaved = openFiles.unsavedTexts();
        tasks.run(() -> source.read(folder, unsaved))
                .onFailure(failure -> notRun(run, failure))
                .onSuccess(loaded -> {
                    showOutline(loaded.outline());
                    Futures.whenDone(
                            engine.runtime(),
                            (runtime, failure) -> fx.execute(() -> deliver(run, loaded, runtime, failure)));
                });
    }

    /// Ends the live run; what does not yield is killed with its engine process.
    public void stop() {
        RunState.Phase phase = runState.phaseProperty().get();
        if (phase == RunState.Phase.IDLE || phase == RunState.Phase.STOPPING) {
            return;
        }
        runState.enter(RunState.Phase.STOPPING);
        if (running != null) {
            engine.expectLoss();
            Futures.whenDone(running.stop(), (nothing, failure) -> {});
        }
    }

    /// Drops all isolates, so that the next run starts cold.
    public void evictAll() {
        if (running != null && !runState.liveProperty().get()) {
            Futures.whenDone(running.reset(), (nothing, failure) -> fx.execute(this::measure));
        }
    }

    /// Measures all isolates anew. Without effect while a measurement is under way.
    public void measure() {
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

    private record Run(long number, Instant startedAt, RequestDraft draft, Warmth warmth) {}

    private void deliver(Run run, Loaded loaded, @Nullable WorkerRuntime runtime, @Nullable Throwable failure) {
        if (closed) {
            return;
        }
        if (runtime == null) {
            finish(failed(run, RunVerdict.ENGINE_LOST, "There is no engine: " + describe(failure)));
            return;
        }
        if (runState.phaseProperty().get() == RunState.Phase.STOPPING) {
            finish(failed(run, RunVerdict.STOPPED, "Stopped by you before it was delivered."));
            return;
        }
        runState.enter(RunState.Phase.RUNNING);
        RunningProject project = ensureRunning(runtime, loaded);
        if (run.warmth() == Warmth.FRESH) {
            Futures.whenDone(project.reset(), (nothing, lost) -> dispatch(run, project));
        } else {
            dispatch(run, project);
        }
    }

    private void dispatch(Run run, RunningProject project) {
        Futures.whenDone(
                project.dispatch(Runs.invocation(run.draft())),
                (result, failure) -> fx.execute(() -> {
                    if (closed
                            || run.number() != runState.number()
                            || !runState.liveProperty().get()) {
                        return;
                    }
                    if (result == null) {
                        finish(ended(run, failure));
                    } else {
                        finish(completed(run, result));
                    }
                }));
    }

    private RunningProject ensureRunning(WorkerRuntime runtime, Loaded loaded) {
        RunningProject present = running;
        if (present != null && runningFingerprint.equals(loaded.fingerprint())) {
            return present;
        }
        if (present != null) {
            present.close();
        }
        isolates.clear();
        RunningProject started = runtime.start(loaded.project(), RuntimeOptions.DEFAULT, this::hear);
        running = started;
        runningFingerprint = loaded.fingerprint();
        return started;
    }

    private RunRecord completed(Run run, InvocationResult result) {
        if (run.number() == lostDuringRun && result.outcome() != EventOutcome.OK) {
            GuestError error = result.error();
            return ended(run, new IllegalStateException(error == null ? "it was killed." : error.message()));
        }
        isolates.measured(result.isolates());
        List<NetworkEntry> subrequests = new ArrayList<>();
        result.subrequests()
                .forEach(request ->
                        subrequests.add(new NetworkEntry(run.number(), isolates.tag(request.isolate()), request)));
        network.removeIf(entry -> entry.run() == run.number());
        network.addAll(subrequests);
        boolean stopped = runState.phaseProperty().get() == RunState.Phase.STOPPING;
        return Runs.record(
                run.number(),
                run.startedAt(),
                run.draft(),
                result,
                subrequests,
                stopped ? "Stopped by you after " + Amounts.millis(runState.elapsedMillis()) + "." : "");
    }

    private RunRecord ended(Run run, @Nullable Throwable failure) {
        if (runState.phaseProperty().get() == RunState.Phase.STOPPING) {
            String after = Amounts.millis(runState.elapsedMillis());
            return failed(
                    run,
                    RunVerdict.STOPPED,
                    "Stopped by you after " + after + ". The code did not yield, so its engine process was ended.");
        }
        return failed(
                run,
                RunVerdict.ENGINE_LOST,
                "The engine process ended during this run: " + describe(failure) + " A new one takes the next run.");
    }

    private RunRecord failed(Run run, RunVerdict verdict, String explanation) {
        return Runs.withoutResult(
                run.number(), run.startedAt(), run.draft(), verdict, explanation, runState.elapsedMillis());
    }

    private void notRun(Run run, Exception failure) {
        if (failure instanceof UnreadableProject unreadable) {
            showOutline(unreadable.outline());
            int count = unreadable.outline().problems().size();
            finish(failed(
                    run,
                    RunVerdict.REFUSED,
                    count == 1
                            ? "The project has a problem; see Problems."
                            : "The project has " + count + " problems; see Problems."));
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

    private void finish(RunRecord record) {
        if (closed) {
            return;
        }
        runState.enter(RunState.Phase.IDLE);
        engine.lossNoLongerExpected();
        runs.addFirst(record);
        if (runs.size() > MOST_RUNS) {
            runs.remove(MOST_RUNS, runs.size());
        }
        showRunProblems(record);
        lastRun.set(record);
        shownRun.set(record);
        measure();
    }

    private void showRunProblems(RunRecord record) {
        List<Problem> next = new ArrayList<>(problems);
        next.removeIf(problem -> problem.source() == Problem.Source.RUN);
        next.addAll(Runs.problems(record, this::place));
        problems.setAll(next);
    }

    private void showOutline(ProjectOutline read) {
        outline.set(read);
        List<Problem> next = new ArrayList<>(problems);
        next.removeIf(problem -> problem.source() == Problem.Source.PROJECT);
        next.addAll(0, read.problems());
        if (!next.equals(problems)) {
            problems.setAll(next);
        }
    }

    /// The project's file that a module name of a stack frame means; null when there is none or more than one.
    ///
    /// @param isolate label of the isolate it ran in, empty when it is not known
    public @Nullable Place place(String isolate, String module, int line, int column) {
        FileNode root = tree.get();
        if (root == null || module.isEmpty() || line < 1) {
            return null;
        }
        String wanted = module.startsWith("./") ? module.substring(2) : module;
        List<String> paths = root.files().map(FileNode::path).toList();
        if (paths.contains(wanted)) {
            return new Place(wanted, line, Math.max(1, column));
        }
        List<String> same = paths.stream()
                .filter(path -> path.endsWith("/" + wanted) && outline.get().role(path) == FileRole.DYNAMIC)
                .toList();
        List<String> named = same.stream()
                .filter(path -> !isolate.isEmpty() && path.contains("/" + isolate + "/"))
                .toList();
        List<String> found = same.size() == 1 ? same : named;
        return found.size() == 1 ? new Place(found.getFirst(), line, Math.max(1, column)) : null;
    }

    private void diskChanged() {
        if (closed) {
            return;
        }
        tasks.run(() -> FileNode.scan(folder)).onSuccess(scanned -> {
            if (!scanned.equals(tree.get())) {
                tree.set(scanned);
            }
        });
        diskVersion.set(diskVersion.get() + 1);
        openFiles.checkDisk();
        if (!runState.liveProperty().get()) {
            tasks.run(() -> source.read(folder, Map.of()))
                    .onFailure(failure -> {
                        if (failure instanceof UnreadableProject unreadable) {
                            showOutline(unreadable.outline());
                        }
                    })
                    .onSuccess(loaded -> showOutline(loaded.outline()));
        }
    }

    private void engineLost() {
        RunningProject lost = running;
        running = null;
        runningFingerprint = "";
        measuring = false;
        isolates.clear();
        if (runState.liveProperty().get()) {
            lostDuringRun = runState.number();
        }
        if (lost != null) {
            lost.close();
        }
    }

    /// Runs on the engine's thread. Only console lines may be dropped in a flood.
    private void hear(TailEvent event) {
        if (event instanceof TailEvent.IsolateStarted started) {
            isolates.name(started.snapshot());
        }
        (event instanceof TailEvent.LogLine ? lines : events).add(event);
    }

    private void take(List<TailEvent> batch, long lost) {
        if (closed) {
            return;
        }
        List<LogEntry> entries = new ArrayList<>();
        for (TailEvent event : batch) {
            switch (event) {
                case TailEvent.IsolateStarted started -> isolates.started(started.snapshot());
                case TailEvent.LogLine line -> entries.add(Runs.entry(line, runState.number(), isolates, this::place));
                case TailEvent.GuestException thrown ->
                    entries.add(Runs.entry(thrown, runState.number(), isolates, this::place));
                case TailEvent.IsolateEnded ended
                when ended.state() != IsolateSnapshot.State.EVICTED ->
                    entries.add(Runs.note(ended, "isolate ended: " + ended.reason(), runState.number(), isolates));
                case TailEvent.Note note -> entries.add(Runs.note(note, note.text(), runState.number(), isolates));
                case TailEvent.Subrequest subrequest -> networkEvent(subrequest);
                case TailEvent.Onset onset -> {}
                case TailEvent.Outcome outcome -> {}
                case TailEvent.IsolateEnded ended -> {}
            }
        }
        if (!entries.isEmpty() || lost > 0) {
            log.append(entries, lost);
        }
    }

    private void networkEvent(TailEvent.Subrequest event) {
        if (runState.liveProperty().get()) {
            network.add(new NetworkEntry(runState.number(), isolates.tag(event.isolate()), event.request()));
        }
    }

    /// Forgets the rows of the network panel.
    public void clearNetwork() {
        network.clear();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        watch.close();
        openFiles.close();
        if (running != null) {
            running.close();
        }
    }
}
