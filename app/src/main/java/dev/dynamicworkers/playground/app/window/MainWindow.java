package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.code.EditorAction;
import dev.dynamicworkers.playground.app.code.EditorView;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.command.KeyMap;
import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.settings.layout.PanelLayout;
import dev.dynamicworkers.playground.app.settings.layout.Shares;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The window's content for one open project: places the panels and knows none of their insides. FX thread.
public final class MainWindow extends StackPane implements AutoCloseable {
    private static final double TOAST_GAP = 12;

    private final ProjectSession session;
    private final Panels panels;
    private final PanelParts parts;
    private final Dock dock;
    private final OwnWindows windows;
    private final StartFocus startFocus;
    private final PanelPlaces places;
    private final StatusBarViewModel status;
    private final StatusBarView statusBar;
    private final NoticeBar notices;
    private final PaletteView palette;
    private final CommandRegistry commands;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ToastView toast;
    private final Sheets sheets;
    private final WindowActions actions;
    private final KeyMap keys;
    private final TopBar topBar;
    private final ActivityBar activities;
    private @Nullable TourView tour;
    private @Nullable Panel focused;

    /// @param panels of the session, closed with this window
    public MainWindow(ProjectSession session, Panels panels, ErrorReporter errors, WindowActions actions) {
        this.session = session;
        this.panels = panels;
        this.actions = actions;
        getStyleClass().add("main-window");
        parts = new PanelParts(panels);
        dock = new Dock(parts, panels.editors, this::showPanelMenu);
        windows = new OwnWindows(
                parts,
                actions,
                Objects.requireNonNullElse(session.folder().getFileName(), session.folder())
                        .toString());
        startFocus = new StartFocus(windows);
        status = new StatusBarViewModel(session, panels.editorsModel);
        places = new PanelPlaces(dock, windows, session.notices(), status::announce, actions::keepLayout);
        places.onLeft(panels.editors::focusActive);
        commands = WindowCommands.of(this, session, panels, actions);
        sheets = new Sheets(session, commands, actions, status.tasks(), panels.still());
        keys = new KeyMap(commands, actions.keys(), () -> EditorView.of(focusOwner()) != null);
        keys.onReleased(panels.editorsModel::settle);
        statusBar = new StatusBarView(status, panels, commands, actions, keys.pendingProperty());
        notices = new NoticeBar(
                session,
                errors,
                actions.firstSteps(),
                sheets::showSamples,
                this::startTour,
                () -> actions.desktop().openLogs());
        palette = new PaletteView(new PaletteViewModel(commands, actions.keys(), session, panels));
        toast = new ToastView(session.notices());
        StackPane.setAlignment(toast, Pos.BOTTOM_RIGHT);

        topBar = new TopBar(session, commands, actions);
        activities = new ActivityBar(actions, this::sidePressed, sheets::showSettings);
        dock.onShown(this::markSides);
        BorderPane frame = new BorderPane(dock.node());
        frame.setTop(new VBox(topBar, notices));
        frame.setLeft(activities);
        VBox bottom = new VBox(panels.questions, statusBar);
        frame.setBottom(bottom);
        // Above questions, whose time runs out while a notice lies over their answers.
        bottom.heightProperty()
                .subscribe(
                        height -> StackPane.setMargin(toast, new Insets(0, 16, height.doubleValue() + TOAST_GAP, 0)));
        panels.editors.whenEmpty(() -> new EmptyEditors(commands, actions));
        getChildren().addAll(frame, toast, sheets.node(), palette);
        PanelHandles handles = new PanelHandles(this, dock, places, windows);
        Area.DOCKED.stream().filter(area -> area != Area.MIDDLE).map(dock::tabs).forEach(handles::of);
        dock.boxes().forEach((panel, box) -> handles.of(box.grip(), panel));
        activities.buttons().forEach((panel, button) -> handles.of(button, panel));
        windows.onOpened(handles::of);
        places.apply(PanelLayout.DEFAULT);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !FocusRing.isInside(focusOwner(), panels.editors)) {
                panels.editors.focusActive();
                event.consume();
            }
        });
        subscriptions.add(new SmallWindow(this, dock)::close);
        // Shares stay as they are while the window has more or fewer pixels.
        subscriptions.listen(actions.settings().value(Setting.ZOOM), percent -> dock.shareRoom());
        subscriptions.listen(panels.editorsModel.caretWishProperty(), place -> {
            if (place != null) {
                comeForward();
            }
        });
        dock.onShared(actions::keepLayout);
        windows.onEscape(this::focusCode);
        windows.onFocus(this::focusMoved);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                subscriptions.listen(scene.focusOwnerProperty(), owner -> focusMoved());
                subscriptions.listen(scene.windowProperty().flatMap(Window::focusedProperty), inFront -> {
                    if (Boolean.TRUE.equals(inFront)) {
                        windows.left();
                    }
                });
            }
        });
        subscriptions.listen(session.lastRunProperty(), this::pointAtProblems);
        subscriptions.observe(panels.debugModel.pausedProperty(), this::pointAtPause);
        subscriptions.add(new WishDesk(this, session, panels)::close);
        subscriptions.add(new RemarkDesk(session)::close);
        subscriptions.add(new AutoRun(session, panels.requestModel, actions.settings())::close);
        subscriptions.listen(
                panels.editorsModel.readyProperty(),
                ready -> FxThread.onNextFrame(() -> {
                    focusStart();
                    actions.usable();
                    if (places.fill() && getScene() != null && getScene().getWindow() instanceof Stage stage) {
                        startFocus.keep(this::takeFocus, stage);
                    }
                }));
    }

    private void sidePressed(Panel panel) {
        if (places.isShown(panel) && places.layout().areaOf(panel) != Area.WINDOW) {
            dock.toggle(places.layout().areaOf(panel));
            actions.keepLayout();
        } else {
            places.open(panel);
        }
        markSides();
    }

    private void markSides() {
        activities.mark(places::isShown);
    }

    private void pointAtProblems(@Nullable RunRecord run) {
        if (run != null && run.verdict() == RunVerdict.REFUSED) {
            places.front(Panel.PROBLEMS);
        }
    }

    private void pointAtPause(Boolean isPaused) {
        if (isPaused) {
            places.front(Panel.DEBUG);
        }
    }

    // Focus

    /// What has the focus, in whichever window that is.
    private @Nullable Node focusOwner() {
        Scene scene = hostOfOverlays().getScene();
        return scene == null ? null : scene.getFocusOwner();
    }

    /// The content of the window that the person is in.
    private StackPane hostOfOverlays() {
        StackPane own = windows.focused();
        return own == null ? this : own;
    }

    private void focusMoved() {
        StackPane host = hostOfOverlays();
        if (toast.getParent() != host) {
            host.getChildren().add(1, toast);
        }
        Node owner = focusOwner();
        Panel panel = PanelPlaces.panelOf(owner);
        if (panel != null) {
            focused = panel;
        } else if (FocusRing.isInside(owner, panels.editors)) {
            focused = null;
        }
    }

    /// Brings this window to the front, where the person is in one of a panel.
    void comeForward() {
        if (windows.focused() != null) {
            takeFocus();
        }
    }

    private void takeFocus() {
        if (getScene() != null && getScene().getWindow() instanceof Stage stage) {
            stage.toFront();
            stage.requestFocus();
            if (stage.isFocused()) {
                windows.left();
            }
        }
    }

    private void focusCode() {
        comeForward();
        panels.editors.focusActive();
    }

    void focusParent() {
        comeForward();
        panels.editors.focusParent();
    }

    void focusDynamic() {
        comeForward();
        panels.editors.focusDynamic();
    }

    // Commands

    /// The commands of this window.
    public CommandRegistry commands() {
        return commands;
    }

    /// The keys of this window's commands.
    public KeyMap keys() {
        return keys;
    }

    /// Whether keys go to what is in front, because the person is just choosing keys.
    public boolean isRecordingKeys() {
        return sheets.isRecordingKeys();
    }

    void openPalette(String prefix) {
        StackPane host = hostOfOverlays();
        if (palette.getParent() != host) {
            Panes.hide(palette);
            host.getChildren().add(palette);
        }
        palette.open(prefix);
    }

    /// Brings a panel to the front without taking the focus.
    void front(Panel panel) {
        places.front(panel);
    }

    /// Brings a panel to the front, its window too, and gives it the focus.
    void open(Panel panel) {
        if (!windows.panels().contains(panel)) {
            comeForward();
        }
        places.open(panel);
    }

    /// Saves the request while it has the focus, else the file in front.
    void save() {
        if (FocusRing.isInside(focusOwner(), panels.request) || panels.editorsModel.activeFile() == null) {
            panels.requestModel.save();
        } else {
            panels.editorsModel.save();
        }
    }

    void showSearch() {
        EditorView editor = EditorView.of(focusOwner());
        open(Panel.SEARCH);
        panels.search.get().focusField(editor == null ? "" : editor.selectedText());
    }

    void newFile() {
        open(Panel.FILES);
        panels.files.newFile();
    }

    void newFolder() {
        open(Panel.FILES);
        panels.files.newFolder();
    }

    /// Shows an area of the window, or takes it away; what is at the right is tabs in a narrow window, which are shown.
    void toggle(Area area) {
        PanelLayout now = places.layout();
        Panel front = now.group(area).selected();
        if (area == Area.RIGHT && !dock.isWide() && front != null) {
            open(front);
            return;
        }
        dock.toggle(area);
        actions.keepLayout();
        if (front == null) {
            session.notices().tell("No panel stands at " + area.words() + ".");
        }
    }

    /// Shows what is in a file that someone else sent, and offers to make a project of it.
    public void showImport(Path source) {
        sheets.showImport(source);
    }

    /// The pages that are laid over the window.
    Sheets sheets() {
        comeForward();
        return sheets;
    }

    /// Does an editing action in the editor that has the focus, else in the one that had it last.
    void perform(EditorAction action) {
        EditorView inFocus = EditorView.of(focusOwner());
        if (inFocus != null) {
            inFocus.perform(action);
        } else {
            comeForward();
            panels.editors.perform(action);
        }
    }

    void zoom(int percent) {
        actions.settings().set(Setting.ZOOM, percent);
    }

    void resetLayout() {
        places.arrange(PanelLayout.DEFAULT, "All panels are where they were at first.");
    }

    void arrange(LayoutPreset preset) {
        places.arrange(preset.layout(panelLayout().shares()), "The window has its " + preset.words() + ".");
    }

    private void showPanelMenu(Panel panel, Node node) {
        new PanelMenu(places).showUnder(panel, node);
    }

    /// Where panels stand, for commands that move them.
    Places places() {
        return places;
    }

    /// The panel that has or had the focus; null while that is the code.
    @Nullable
    Panel focusedPanel() {
        return focused;
    }

    void startTour() {
        comeForward();
        TourView present = tour;
        if (present == null) {
            present = new TourView(dock, places, panels.editors, this::focusCode);
            tour = present;
            getChildren().add(1, present);
        }
        present.start();
    }

    void browse(URI address) {
        actions.desktop().browse(address);
    }

    void showEngineDetails() {
        session.engine().tellDetails();
    }

    /// Moves the focus to the next region that is shown.
    void focusRegion(int step) {
        new FocusRing(this, panels, dock, windows, statusBar).move(focusOwner(), step);
    }

    // Layout

    /// Puts all panels where they were.
    public void applyLayout(PanelLayout layout) {
        panels.editors.setShare(layout.shares().groups());
        places.apply(layout);
    }

    /// Where all panels stand in this moment.
    public PanelLayout panelLayout() {
        PanelLayout now = places.layout();
        Shares shares = now.shares();
        return now.withShares(new Shares(
                shares.left(),
                shares.editors(),
                shares.bottom(),
                shares.exchange(),
                panels.editors.share(),
                shares.right()));
    }

    /// Gives the focus to where a person starts: the code of the dynamic worker, else the parent's.
    public void focusStart() {
        if (panels.editorsModel.dynamic().role() == FileRole.DYNAMIC
                && !panels.editorsModel.dynamic().files().isEmpty()) {
            panels.editors.focusDynamic();
        } else {
            panels.editors.focusActive();
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        startFocus.close();
        windows.close();
        dock.close();
        parts.close();
        topBar.close();
        activities.close();
        statusBar.close();
        notices.close();
        toast.close();
        if (tour != null) {
            tour.close();
        }
        sheets.close();
        panels.close();
    }
}
