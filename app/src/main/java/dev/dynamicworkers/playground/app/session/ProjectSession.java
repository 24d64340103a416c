package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.session.debug.Debugging;
import dev.dynamicworkers.playground.app.session.logpoint.Logpoints;
import dev.dynamicworkers.playground.app.session.profile.Profiling;
import dev.dynamicworkers.playground.app.task.Tasks;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The open project: its files, its runs and all that came of them. One per window; FX thread.
///
/// It is the one bridge from the engine's threads to FX properties. Its parts: [ProjectFolder] knows the disk,
/// [RunControl] delivers requests, [TailFeed] hears the isolates, [SessionState] is what they have to say.
public final class ProjectSession implements AutoCloseable {
    private final Engine engine;
    private final Tasks tasks;
    private final SessionState state = SessionState.empty();
    private final ProjectFolder disk;
    private final OpenFiles openFiles;
    private final RequestFiles requestFiles;
    private final Notices notices = new Notices();
    private final OwnFiles ownFiles = new OwnFiles(notices);
    private final AskedFiles askedFiles;
    private final SecretMask secretMask = new SecretMask();
    private final FileOperations fileOperations;
    private final EarlierSession earlier;
    private final KeptPoints keptPoints;
    private final Sharing sharing;
    private final TailFeed feed;
    private final RunControl runs;
    private final LiveWork liveWork;
    private final LiveResponse live;
    private final KeptRuns keptRuns;
    private final Policy policy;
    private final Allowance allowance;
    private final Questions questions;
    private final CodeHelp codeHelp;
    private final SimpleMode simpleMode;
    private final ReadOnlyObjectWrapper<@Nullable Wish> wish = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Warmth> warmth = new SimpleObjectProperty<>(Warmth.KEEP);
    private final ObjectProperty<@Nullable RunRecord> pinned = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Place> reveal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> requestWish = new ReadOnlyObjectWrapper<>();
    private boolean closed;

    /// A session that keeps nothing for a later one.
    ///
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
        this(folder, engine, source, tasks, errors, fx, frames, null);
    }

    /// @param folder root of the project
    /// @param fx runs work on the FX thread
    /// @param frames runs work on the FX thread at the next frame
    /// @param data folder of the person for what is kept beside projects; null to keep nothing
    public ProjectSession(
            Path folder,
            Engine engine,
            ProjectSource source,
            Tasks tasks,
            ErrorReporter errors,
            Executor fx,
            Executor frames,
            @Nullable Path data) {
        this.engine = engine;
        this.tasks = tasks;
        askedFiles = new AskedFiles(tasks, notices);
        errors.maskedBy(secretMask);
        disk = new ProjectFolder(folder, source, tasks, fx, this::diskChanged);
        openFiles = new OpenFiles(folder, tasks, errors, disk::role);
        requestFiles = new RequestFiles(folder, tasks, errors);
        Path trash = (data == null ? folder.resolve(".playground") : data).resolve("trash");
        fileOperations = new FileOperations(disk.root(), tasks, openFiles, notices, trash, this::diskChanged);
        feed = new TailFeed(state, disk::place, frames);
        live = new LiveResponse(frames);
        questions = new Questions(fx);
        codeHelp = new CodeHelp(this, tasks, fx);
        simpleMode = new SimpleMode(fileOperations);
        runs = new RunControl(engine, source, tasks, fx, disk, openFiles, state, feed, live, questions, simpleMode);
        liveWork = new LiveWork(runs, state.runState(), notices);
        keptPoints = new KeptPoints(
                disk.root(), data, tasks, openFiles, runs.debugging(), runs.logpoints(), ownFiles, notices);
        policy = new Policy(folder, tasks, runs::reach);
        allowance = new Allowance(policy, notices);
        policy.stateProperty()
                .subscribe(said -> simpleMode.reach(said.network().everyone().mode()));
        engine.onLost(runs::engineLost);
        disk.outlineProperty().subscribe(read -> secretMask.learn(read.secrets()));
        keptRuns = new KeptRuns(
                data == null ? null : RunStore.of(disk.root(), data, secretMask),
                state,
                secretMask,
                tasks,
                errors,
                ownFiles);
        state.runState().liveProperty().addListener((observed, before, live) -> {
            if (live) {
                openFiles.ran();
            }
        });
        earlier = new EarlierSession(
                disk.root(),
                data,
                tasks,
                openFiles,
                requestFiles.unsaved(),
                state.runState(),
                ownFiles,
                path -> reveal(new Place(path, 0, 0)));
        sharing = new Sharing(disk.root(), openFiles, tasks, state.history().runs(), secretMask, data);
        earlier.read();
        keptPoints.read();
    }

    /// Keeps which files are open and what was done to them, for the next session of this project.
    ///
    /// @param done by path
    public void keep(EditorsState editors, Map<String, EditHistory> done) {
        earlier.keep(editors, done);
    }

    private void diskChanged() {
        if (closed) {
            return;
        }
        disk.scan();
        policy.reload();
        openFiles.checkDisk();
        keptPoints.findAgain();
        // A run reads the project itself, with the texts on screen.
        if (!state.runState().liveProperty().get()) {
            disk.readOutline(runs::show);
        }
    }

    // Properties

    /// Root of the project.
    public Path folder() {
        return disk.root();
    }

    /// The files that editors show.
    public OpenFiles openFiles() {
        return openFiles;
    }

    /// What can be done to files of the project.
    public FileOperations fileOperations() {
        return fileOperations;
    }

    /// What runs log besides what their code logs.
    public Logpoints logpoints() {
        return runs.logpoints();
    }

    /// What is to stand still, and what does.
    public Debugging debugging() {
        return runs.debugging();
    }

    /// What runs were found to do with their time.
    public Profiling profiling() {
        return runs.profiling();
    }

    /// Whether the parent is generated, and the way out of that.
    public SimpleMode simpleMode() {
        return simpleMode;
    }

    /// The way of the project to others.
    public Sharing sharing() {
        return sharing;
    }

    /// What takes values of secrets out of all that leaves the window.
    public SecretMask secretMask() {
        return secretMask;
    }

    /// What the person was told.
    public Notices notices() {
        return notices;
    }

    /// Tells where the disk refuses what the window keeps for the person.
    public OwnFiles ownFiles() {
        return ownFiles;
    }

    /// Computes something away from the FX thread and hands the result over on it.
    public <T> void compute(Callable<T> work, Consumer<? super T> then) {
        tasks.run(work).onSuccess(then);
    }

    /// Work that the person may have to wait for, with words.
    public Tasks tasks() {
        return tasks;
    }

    /// Does something on the FX thread after a while.
    ///
    /// @return keeps it from happening
    public Runnable later(Duration delay, Runnable action) {
        return tasks.later(delay, action)::cancel;
    }

    /// What was done to files in the last session, by path; known once it is known which were open.
    public Map<String, EditHistory> histories() {
        return earlier.histories();
    }

    /// Which files were open the last time; null until it was read.
    public ReadOnlyObjectProperty<@Nullable EditorsState> rememberedProperty() {
        return earlier.rememberedProperty();
    }

    /// What was brought back after a crash, as a sentence; empty for nothing.
    public ReadOnlyStringProperty recoveryProperty() {
        return earlier.recoveryProperty().getReadOnlyProperty();
    }

    /// Takes note that the person read what was brought back.
    public void recoveryRead() {
        earlier.recoveryProperty().set("");
    }

    /// The requests that the project keeps.
    public RequestFiles requestFiles() {
        return requestFiles;
    }

    /// Where the current run is.
    public RunState runState() {
        return state.runState();
    }

    /// What the project's rules say, and the way to change them.
    public Policy policy() {
        return policy;
    }

    /// Whether a run meets isolates of earlier ones where nothing else is asked for.
    public ObjectProperty<Warmth> warmthProperty() {
        return warmth;
    }

    /// How much guest code may use, and the way to more.
    public Allowance allowance() {
        return allowance;
    }

    /// What guest code waits to be allowed.
    public Questions questions() {
        return questions;
    }

    /// What is known of the code.
    public CodeHelp codeHelp() {
        return codeHelp;
    }

    /// Makes the next `get()` of a loader id ask for its code anew.
    public void forget(String name) {
        runs.forget(name);
    }

    /// Ends a dynamic worker that does nothing in this moment.
    ///
    /// @param then hears later whether it was ended
    public void evict(IsolateId isolate, Consumer<Boolean> then) {
        runs.evict(isolate, then);
    }

    /// Ends an isolate whatever it does; others go on.
    ///
    /// @param then hears later whether there was such an isolate
    public void kill(IsolateId isolate, Consumer<Boolean> then) {
        runs.kill(isolate, then);
    }

    /// Asks what an isolate really runs: its code, its `env`, its limits.
    ///
    /// @param then gets it later, null when there is no such isolate any more
    public void view(IsolateId isolate, Consumer<@Nullable WorkerView> then) {
        runs.view(isolate, then);
    }

    /// What has come so far of the response that is on its way.
    public LiveResponse live() {
        return live;
    }

    /// The console's lines.
    public SessionLog log() {
        return state.log();
    }

    /// The isolates.
    public IsolateModel isolates() {
        return state.isolates();
    }

    /// The engine that runs this project.
    public Engine engine() {
        return engine;
    }

    /// Runs that are over, newest first.
    public ObservableList<RunRecord> runs() {
        return state.history().runs();
    }

    /// What keeps runs for later sessions.
    public KeptRuns keptRuns() {
        return keptRuns;
    }

    /// Outgoing requests, oldest first.
    public ObservableList<NetworkEntry> network() {
        return state.history().network();
    }

    /// What these requests consist of.
    public Exchanges exchanges() {
        return state.history().exchanges();
    }

    /// Calls that left isolates, oldest first.
    public ObservableList<CallEntry> calls() {
        return state.history().calls();
    }

    /// What is wrong with the project and its last run.
    public ObservableList<Problem> problems() {
        return state.problems().view();
    }

    /// The newest run that is over; null before the first.
    public ReadOnlyObjectProperty<@Nullable RunRecord> lastRunProperty() {
        return state.history().lastProperty();
    }

    /// The run that the response panel shows; null for none.
    public ObjectProperty<@Nullable RunRecord> shownRunProperty() {
        return state.history().shownProperty();
    }

    /// Shows the run again that was shown before the present one, and says so when there is none.
    public void showRunBefore() {
        if (!state.history().goBack()) {
            notices.tell("No run was shown before this one.");
        }
    }

    /// Puts panels into states with fixed data, for whoever looks at how they look. Nothing runs.
    public FixedPanels fixed() {
        return new FixedPanels(state, disk, openFiles, policy, questions, live, this::reveal);
    }

    /// The project's files; null until they were read.
    public ReadOnlyObjectProperty<@Nullable FileNode> treeProperty() {
        return disk.treeProperty();
    }

    /// What is known of the project.
    public ReadOnlyObjectProperty<ProjectOutline> outlineProperty() {
        return disk.outlineProperty();
    }

    /// The place that an editor is asked to show; set anew for every wish.
    public ReadOnlyObjectProperty<@Nullable Place> revealProperty() {
        return reveal.getReadOnlyProperty();
    }

    /// The kept request that the request panel is asked to show; set anew for every wish.
    public ReadOnlyObjectProperty<@Nullable String> requestWishProperty() {
        return requestWish.getReadOnlyProperty();
    }

    /// What one panel asks of another; set anew for every wish.
    public ReadOnlyObjectProperty<@Nullable Wish> wishProperty() {
        return wish.getReadOnlyProperty();
    }

    /// The run that others are compared with; null for none.
    public ObjectProperty<@Nullable RunRecord> pinnedRunProperty() {
        return pinned;
    }

    /// Counts how often something below the project's folder changed.
    public ReadOnlyLongProperty diskVersionProperty() {
        return disk.versionProperty();
    }

    // Commands

    /// Opens a file where files of its role belong: a request in the request panel, others in an editor.
    public void open(String path) {
        if (disk.role(path) == FileRole.REQUEST) {
            requestWish.set(null);
            requestWish.set(path);
        } else {
            reveal(new Place(path, 0, 0));
        }
    }

    /// Takes what a reader of the code found, in place of what it found before.
    public void report(Problem.Source source, List<Problem> found) {
        state.problems().replace(source, found);
    }

    /// Solves a problem in one of the ways that it offers.
    public void fix(Problem.Fix fix) {
        fileOperations.edit(fix.file(), fix::apply, fix.title());
    }

    /// The texts of all files as they are on screen or on disk, to be read on any thread.
    public ProjectTexts texts() {
        FileNode tree = treeProperty().get();
        List<String> paths =
                tree == null ? List.of() : tree.files().map(FileNode::path).toList();
        return new ProjectTexts(folder(), paths, openFiles.unsavedTexts());
    }

    /// Makes a body readable and hands it over later.
    public void read(RunRecord.Reply reply, Consumer<BodyText> then) {
        tasks.run(() -> BodyText.of(reply)).onSuccess(then);
    }

    /// Asks another panel, or the window, for something.
    public void wish(Wish wanted) {
        wish.set(null);
        wish.set(wanted);
    }

    /// Tells a run as Markdown, without values of secrets: request, outcome, console, rules and code.
    ///
    /// @param then gets it later
    public void report(RunRecord run, Consumer<String> then) {
        RunReport report = new RunReport(
                run, List.copyOf(log().lines()), texts(), outlineProperty().get());
        tasks.run(() -> secretMask.apply(report.text())).onSuccess(then);
    }

    /// Writes files that the person asks for.
    public AskedFiles askedFiles() {
        return askedFiles;
    }

    /// Writes a run as a JSON file: request, response with its body as Base64, outcome, timing, isolates; without
    /// values of secrets.
    public void export(RunRecord run, Path file) {
        keptRuns.export(run, file, askedFiles);
    }

    /// Does work that may fail away from the FX thread, and hands its result or its failure over later.
    public <T> void work(Callable<T> work, Consumer<? super T> then, Consumer<? super Exception> failed) {
        tasks.run(work).onFailure(failed).onSuccess(then);
    }

    /// The text of a line of the project's file as it is on screen or on disk; blocks, so not for the FX thread.
    ///
    /// @return empty when there is none
    public Callable<String> line(Place place) {
        String unsaved = openFiles.unsavedTexts().get(place.file());
        return () -> {
            String text = unsaved == null
                    ? TextStore.load(folder().resolve(place.file())).text()
                    : unsaved;
            return text.lines().skip(place.line() - 1L).findFirst().orElse("");
        };
    }

    /// Asks the editors to show a place; line 0 only opens the file.
    public void reveal(Place place) {
        reveal.set(null);
        reveal.set(place);
    }

    /// Sends a request to the parent worker, unsaved texts included. Without effect while a run is live.
    public void send(RequestDraft draft, Warmth warmth) {
        runs.send(draft, warmth);
    }

    /// Ends the live run; what does not yield is killed with its engine process.
    public void stop() {
        runs.stop();
    }

    /// All that runs, to be stopped as a whole.
    public LiveWork liveWork() {
        return liveWork;
    }

    /// Drops all isolates, so that the next run starts cold.
    public void evictAll() {
        runs.evictAll();
    }

    /// Measures all isolates anew. Without effect while a measurement is under way.
    public void measure() {
        runs.measure();
    }

    /// Forgets the rows of the panel of calls.
    public void clearCalls() {
        state.history().clearCalls();
    }

    /// Forgets the rows of the network panel.
    public void clearNetwork() {
        state.history().clearNetwork();
    }

    /// The project's file that a module name of a stack frame means; null when there is none or more than one.
    ///
    /// @param isolate label of the isolate it ran in, empty when it is not known
    public @Nullable Place place(String isolate, String module, int line, int column) {
        return disk.place(isolate, module, line, column);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        state.isolates().stale().detach();
        disk.close();
        openFiles.close();
        earlier.close();
        policy.close();
        keptPoints.close();
        codeHelp.close();
        feed.close();
        runs.close();
    }
}
