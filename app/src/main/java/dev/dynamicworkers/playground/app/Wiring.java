package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.command.KeyBindings;
import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.SystemAppearance;
import dev.dynamicworkers.playground.app.fx.ZoomPane;
import dev.dynamicworkers.playground.app.panel.share.ExportView;
import dev.dynamicworkers.playground.app.session.Engine;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.ProjectSource;
import dev.dynamicworkers.playground.app.session.Samples;
import dev.dynamicworkers.playground.app.session.SimpleProject;
import dev.dynamicworkers.playground.app.session.Warmth;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import dev.dynamicworkers.playground.app.settings.SettingsStore;
import dev.dynamicworkers.playground.app.settings.UserFolders;
import dev.dynamicworkers.playground.app.settings.WindowState;
import dev.dynamicworkers.playground.app.settings.layout.Bounds;
import dev.dynamicworkers.playground.app.task.Tasks;
import dev.dynamicworkers.playground.app.theme.Theme;
import dev.dynamicworkers.playground.app.theme.ThemeSwitcher;
import dev.dynamicworkers.playground.app.window.DesktopActions;
import dev.dynamicworkers.playground.app.window.MainWindow;
import dev.dynamicworkers.playground.app.window.Panels;
import dev.dynamicworkers.playground.app.window.WindowActions;
import dev.dynamicworkers.playground.core.process.EngineWatcher;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Makes the parts of the application and puts them together. One per process; FX thread.
public final class Wiring implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Wiring.class.getName());
    private static final String TITLE = "Dynamic Worker Playground";
    private static final Duration ENGINE_AT_LATEST = Duration.ofSeconds(2);

    private final Stage stage;
    private final SettingsStore store;
    private final ChosenOptions source;
    private final ErrorReporter errors = new ErrorReporter(FxThread.executor());
    private final Tasks tasks = new Tasks(FxThread.executor(), errors);
    private final Engine engine = new Engine(FxThread.executor());
    private final ThemeSwitcher theme = new ThemeSwitcher(new SystemAppearance());
    private final Samples samples = Samples.ofDistribution();
    private final SettingsModel settings;
    private final FileDialogs dialogs;
    private final KeyBindings keys = new KeyBindings();
    private final KeptData kept = new KeptData(tasks, errors, () -> this.session);
    private final boolean firstRun;
    private final WindowDress dress;
    private final KeptChoices choices;
    private Runnable onUsable = () -> {};
    private Runnable startEngine;
    private Runnable endDensity = () -> {};
    private @Nullable Runnable endLog;
    private Subscription endFocus = Subscription.EMPTY;
    private String safeReason = "";
    private boolean remarked;
    private @Nullable SingleInstance instance;
    private @Nullable ProjectSession session;
    private @Nullable MainWindow window;

    /// @param stage the window, not shown yet
    /// @param start makes the engine; called away from the FX thread
    public Wiring(
            Stage stage, SettingsStore store, ProjectSource source, Function<EngineWatcher, WorkerRuntime> start) {
        this.stage = stage;
        dialogs = new FileDialogs(stage);
        this.store = store;
        this.source = new ChosenOptions(source);
        settings = new SettingsModel(store.load());
        firstRun = settings.get().recentProjects().isEmpty();
        dress = new WindowDress(stage, theme, settings, this::handleKey);
        keys.load(store.loadKeys());
        choices = new KeptChoices(store, settings, keys, tasks, () -> session);
        Thread.currentThread().setUncaughtExceptionHandler(errors);
        settings.observe(Setting.THEME, word -> theme.themeProperty().set(Theme.of((String) word)));
        settings.observe(Setting.ZOOM, percent -> theme.zoomProperty().set((Integer) percent));
        settings.observe(Setting.CODE_FONT, family -> {
            theme.codeFontProperty().set((String) family);
            tellMissingFont();
        });
        settings.observe(Setting.TAB_SIZE, columns -> theme.tabSizeProperty().set((Integer) columns));
        settings.observe(Setting.NETWORK, word -> silentNetwork());
        settings.observe(Setting.ASK_SECONDS, seconds -> silentNetwork());
        settings.settingsProperty().subscribe(this.source::choose);
        choices.follow();
        startEngine = () -> tasks.run(() -> {
                    engine.startWith(start);
                    return Boolean.TRUE;
                })
                .onFailure(engine::startFailed);
    }

    /// Tells everyone what holds where a project says nothing of the network.
    private void silentNetwork() {
        NetworkMode mode = "ask".equals(settings.get().word(Setting.NETWORK)) ? NetworkMode.ASK : NetworkMode.BLOCKED;
        NetworkRules rules =
                NetworkRules.of(mode).waiting(Duration.ofSeconds(settings.get().amount(Setting.ASK_SECONDS)));
        source.unlessSaid(rules);
        ProjectSession open = session;
        if (open != null) {
            open.policy().silentProperty().set(rules);
        }
    }

    /// Starts the engine once the window is there: until then it would only take time from it.
    private void startEngine() {
        Runnable starting = startEngine;
        startEngine = () -> {};
        starting.run();
    }

    private void tellMissingFont() {
        ProjectSession open = session;
        if (open != null && theme.isCodeFontMissing()) {
            open.notices()
                    .tell("There is no font " + theme.codeFontProperty().get()
                            + " on this machine. Code is shown in JetBrains Mono.");
        }
    }

    /// Leaves alone what an earlier session kept, and says why.
    void restoreNothing(String reason) {
        safeReason = reason;
    }

    /// Shares the room out as in a fresh installation.
    public void resetLayout() {
        settings.set(settings.get().withWindow(WindowState.DEFAULT));
    }

    /// Lets later starts hand their folder over to this window.
    ///
    /// @param data folder of the person's data
    void listenForOthers(Path data) {
        try {
            instance = SingleInstance.listen(data, tasks, FxThread.executor(), this::openForOther);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "later starts open windows of their own", e);
        }
    }

    /// @return false for one that is closed
    private boolean openForOther(String folder) {
        if (window == null) {
            return false;
        }
        stage.setIconified(false);
        stage.toFront();
        ProjectSession present = session;
        boolean another = present == null || !present.folder().toString().equals(folder);
        if (StartOptions.isShared(folder)) {
            showImport(Path.of(folder));
            return true;
        }
        if (!folder.isEmpty() && another && Files.isDirectory(Path.of(folder))) {
            open(Path.of(folder));
        }
        return true;
    }

    /// Shows the window with a project: the one that was named, else the last one, else the first sample. Of a file
    /// that someone else sent it shows what is in it.
    public void show(@Nullable Path named) {
        WindowState state = settings.get().window();
        Bounds bounds = state.bounds().on(WindowDress.screens());
        Scene scene = new Scene(new StackPane(), bounds.width(), bounds.height());
        theme.style(scene);
        stage.setScene(scene);
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        if (bounds.isPlaced()) {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
        }
        stage.setMaximized(state.maximized());
        stage.getIcons().setAll(WindowDress.icons());
        scene.addEventFilter(KeyEvent.ANY, this::handleKey);
        endFocus = stage.focusedProperty().subscribe(focused -> {
            ProjectSession open = session;
            if (!focused && open != null && settings.get().isOn(Setting.AUTOSAVE)) {
                open.openFiles().saveAll();
            }
        });
        stage.setOnCloseRequest(event -> close());
        boolean isShared = named != null && StartOptions.isShared(named.toString());
        open(startFolder(isShared ? null : named));
        stage.show();
        tasks.later(ENGINE_AT_LATEST, this::startEngine);
        MainWindow shown = window;
        if (shown != null) {
            shown.applyLayout(state.layout());
            // Not the first node that takes the focus: the editor gets it once there is a file in it.
            shown.requestFocus();
        }
        if (isShared && named != null) {
            showImport(named);
        }
    }

    private void handleKey(KeyEvent event) {
        MainWindow present = window;
        if (present != null && !present.isRecordingKeys()) {
            present.keys().handle(event);
        }
    }

    /// Shows what is in a file that someone else sent.
    void showImport(Path source) {
        MainWindow shown = window;
        if (shown != null) {
            shown.showImport(source);
        }
    }

    private Path startFolder(@Nullable Path named) {
        if (named != null) {
            return named.toAbsolutePath().normalize();
        }
        return settings.get().recentProjects().stream()
                .filter(folder -> settings.get().isOn(Setting.RESTORE_SESSION))
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseGet(() -> samples.first());
    }

    /// Opens a project in place of the present one. Nothing of it runs.
    public void open(Path folder) {
        if (window != null) {
            keepLayout();
            window.close();
        }
        if (session != null) {
            session.close();
        }
        ProjectSession opened = new ProjectSession(
                folder,
                engine,
                source,
                tasks,
                errors,
                FxThread.executor(),
                FxThread::onNextFrame,
                safeReason.isEmpty() ? UserFolders.data() : null);
        opened.keptRuns().keepProperty().bind(settings.value(Setting.KEEP_RUNS).map(Boolean.class::cast));
        opened.keptRuns().mostProperty().bind(settings.value(Setting.RUNS_KEPT).map(Integer.class::cast));
        opened.allowance().limitsProperty().bind(settings.settingsProperty().map(ChosenOptions::limits));
        opened.allowance().onSet((limit, value) -> settings.set(ChosenOptions.with(settings.get(), limit, value)));
        opened.warmthProperty()
                .bind(settings.value(Setting.RUN_MODE).map(mode -> mode.equals("cold") ? Warmth.FRESH : Warmth.KEEP));
        session = opened;
        kept.opened(opened);
        silentNetwork();
        Panels panels = new Panels(opened, settings);
        settings.set(settings.get().withProject(folder.toString()));
        MainWindow content = new MainWindow(opened, panels, errors, new Actions());
        window = content;
        ZoomPane zoomed = new ZoomPane(content);
        zoomed.factorProperty().bind(theme.zoomProperty().divide(100.0));
        stage.getScene().setRoot(zoomed);
        endDensity.run();
        endDensity = dress.dense(content);
        tellMissingFont();
        if (!safeReason.isEmpty()) {
            opened.notices().tell(safeReason);
        }
        if (!store.remark().isEmpty() && !remarked) {
            remarked = true;
            opened.notices().problem(store.remark());
        }
        String mode = safeReason.isEmpty() ? "" : " (safe mode)";
        stage.setTitle(Objects.requireNonNullElse(folder.getFileName(), folder) + " \u2013 " + TITLE + mode);
        content.applyLayout(settings.get().window().layout());
    }

    private void keepLayout() {
        MainWindow shown = window;
        if (shown != null) {
            settings.set(settings.get()
                    .withWindow(new WindowState(dress.bounds(), stage.isMaximized(), shown.panelLayout())));
        }
    }

    /// Names what is done when a person can type into the window.
    void onUsable(Runnable action) {
        onUsable = action;
    }

    /// The open project; null before the first.
    public @Nullable ProjectSession session() {
        return session;
    }

    /// The commands of the window.
    ///
    /// @throws IllegalStateException before the window is shown
    public CommandRegistry commands() {
        if (window == null) {
            throw new IllegalStateException("no window");
        }
        return window.commands();
    }

    /// What the person chose.
    public SettingsModel settings() {
        return settings;
    }

    @Override
    public void close() {
        if (instance != null) {
            // A start from now on opens a window of its own.
            instance.close();
        }
        MainWindow shown = window;
        if (shown != null) {
            keepLayout();
            // What is typed into a field holds once the field is left.
            stage.getScene().getRoot().requestFocus();
            window = null;
            shown.close();
            endDensity.run();
            endDensity = () -> {};
        }
        if (session != null) {
            session.close();
            session = null;
        }
        try {
            choices.saveNow();
        } catch (IOException e) {
            errors.report("The settings could not be saved.", e);
        }
        engine.close();
        tasks.close();
        kept.close();
        // Whoever keeps the stage shall not keep all of this.
        endFocus.unsubscribe();
        stage.setOnCloseRequest(null);
    }

    private final class Actions implements WindowActions {
        @Override
        public void openFolder() {
            dialogs.folder().ifPresent(Wiring.this::open);
        }

        @Override
        public void newSimpleProject(Optional<String> code) {
            Path all = UserFolders.data().resolve("projects");
            tasks.run(() -> SimpleProject.create(all, code))
                    .onFailure(failure -> errors.report("The project could not be made in " + all + ".", failure))
                    .onSuccess(made -> open(
                            made,
                            code.isPresent()
                                    ? "This is the copied code alone: it has no binding and no network. Nothing has"
                                            + " run."
                                    : "You write the dynamic worker; its parent is made of wrangler.jsonc and the"
                                            + " Inspector, and View > Show the parent as code shows it."));
        }

        @Override
        public void open(Path folder, String notice) {
            Wiring.this.open(folder);
            ProjectSession opened = session;
            if (opened != null) {
                opened.notices().tell(notice);
            }
        }

        @Override
        public Optional<Path> askExport(ExportView.Form form, String name) {
            return dialogs.export(form, name);
        }

        @Override
        public Optional<Path> askFolder() {
            return dialogs.folder();
        }

        @Override
        public Optional<Path> askArchive() {
            return dialogs.archive();
        }

        @Override
        public void toggleFullScreen() {
            stage.setFullScreen(!stage.isFullScreen());
        }

        @Override
        public DesktopActions desktop() {
            return kept;
        }

        @Override
        public void copyDiagnostics(ProjectSession open) {
            Diagnostics.copy(Diagnostics.of(open.engine()));
            open.notices().tell("Diagnostics are on the clipboard.");
        }

        @Override
        public List<Sample> samples() {
            return samples.names().stream()
                    .map(name -> new Sample(name, () -> Wiring.this.open(samples.open(name))))
                    .toList();
        }

        @Override
        public List<Sample> recentProjects() {
            return settings.get().recentProjects().stream()
                    .map(folder -> new Sample(folder, () -> Wiring.this.open(Path.of(folder))))
                    .toList();
        }

        @Override
        public SettingsModel settings() {
            return settings;
        }

        @Override
        public KeyBindings keys() {
            return keys;
        }

        @Override
        public String firstSteps() {
            ProjectSession open = session;
            return firstRun && open != null ? samples.firstSteps(open.folder()) : "";
        }

        @Override
        public String safeMode() {
            return safeReason;
        }

        @Override
        public boolean isDark() {
            return theme.darkProperty().get();
        }

        @Override
        public void usable() {
            // docs/benchmarks/launch listens for this line.
            LOG.log(System.Logger.Level.DEBUG, "the window is usable");
            startEngine();
            if (endLog == null) {
                endLog = settings.observe(Setting.KEEP_LOG, kept::log);
            }
            onUsable.run();
        }

        @Override
        public void keepLayout() {
            Wiring.this.keepLayout();
        }

        @Override
        public List<Bounds> screens() {
            return WindowDress.screens();
        }

        @Override
        public Runnable dress(Stage further, Parent content, double width, double height) {
            return dress.dress(further, content, width, height);
        }

        @Override
        public void quit() {
            close();
            stage.close();
        }
    }
}
