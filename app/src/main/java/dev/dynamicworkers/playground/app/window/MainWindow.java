package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.code.EditorAction;
import dev.dynamicworkers.playground.app.code.EditorView;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.command.KeyMap;
import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.WindowState;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The window's content for one open project: places the panels and knows none of their insides. FX thread.
public final class MainWindow extends StackPane implements AutoCloseable {
    private final ProjectSession session;
    private final Panels panels;
    private final ToolTabs tools;
    private final StatusBarView statusBar;
    private final NoticeBar notices;
    private final PaletteView palette;
    private final CommandRegistry commands;
    private final Subscriptions subscriptions = new Subscriptions();
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final SplitPane exchange = new SplitPane();
    private final SideBar sideBar;
    private final InspectorPlace inspector;
    private final ToastView toast;
    private final Sheets sheets;
    private final WindowActions actions;
    private final KeyMap keys;
    private final TopBar topBar;
    private final ActivityBar activities;
    private final SmallWindow small;
    private WindowState layout = WindowState.DEFAULT;

    /// @param panels of the session, closed with this window
    public MainWindow(ProjectSession session, Panels panels, ErrorReporter errors, WindowActions actions) {
        this.session = session;
        this.panels = panels;
        this.actions = actions;
        getStyleClass().add("main-window");
        tools = new ToolTabs(panels);
        sideBar = new SideBar(panels);
        commands = WindowCommands.of(this, session, panels, actions);
        sheets = new Sheets(session, commands, actions);
        keys = new KeyMap(
                commands, actions.keys(), () -> EditorView.of(getScene().getFocusOwner()) != null);
        keys.onReleased(panels.editorsModel::settle);
        statusBar = new StatusBarView(
                new StatusBarViewModel(session, panels.editorsModel),
                panels,
                commands,
                actions,
                keys.pendingProperty());
        notices = new NoticeBar(session, errors, actions.isFirstRun(), sheets::showSamples);
        palette = new PaletteView(new PaletteViewModel(commands, actions.keys(), session, panels));
        toast = new ToastView(session.notices());
        StackPane.setAlignment(toast, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(toast, new Insets(0, 16, 40, 0));

        exchange.getItems().addAll(panels.request, panels.response);
        exchange.setId("exchange");
        rows.setOrientation(Orientation.VERTICAL);
        rows.getItems().addAll(panels.editors, exchange, tools);
        SplitPane.setResizableWithParent(tools, false);
        columns.getItems().addAll(sideBar, rows);
        SplitPane.setResizableWithParent(sideBar, false);
        inspector = new InspectorPlace(columns, tools, panels.inspector);

        topBar = new TopBar(session.folder(), commands, actions);
        activities = new ActivityBar(actions, this::sidePressed, sheets::showSettings);
        markSide();
        BorderPane frame = new BorderPane(columns);
        frame.setTop(new VBox(topBar, notices));
        frame.setLeft(activities);
        frame.setBottom(statusBar);
        getChildren().addAll(frame, toast, sheets.node(), palette);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE
                    && !FocusRing.isInside(getScene().getFocusOwner(), panels.editors)) {
                panels.editors.focusActive();
                event.consume();
            }
        });
        small = new SmallWindow(this, rows, exchange, tools, inspector);
        subscriptions.add(small::close);
        // Shares stay as they are while the window has more or fewer pixels.
        subscriptions.listen(actions.settings().value(Setting.ZOOM), percent -> shareRoom());
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node node && isDivider(node)) {
                remember();
            }
        });
        subscriptions.listen(session.lastRunProperty(), this::pointAtProblems);
        subscriptions.add(new WishDesk(this, session, panels)::close);
        subscriptions.add(new AutoRun(session, panels.requestModel, actions.settings())::close);
        subscriptions.listen(
                panels.editorsModel.readyProperty(),
                ready -> FxThread.onNextFrame(() -> {
                    focusStart();
                    actions.usable();
                    inspector.fill();
                }));
    }

    private void sidePressed(SideBar.Side side) {
        if (isSideShown() && sideBar.shownProperty().get() == side) {
            toggleSideBar();
        } else {
            showSide(side);
        }
        small.sideBarMoved();
        markSide();
    }

    boolean isSideShown() {
        return columns.getItems().contains(sideBar);
    }

    private void markSide() {
        activities.mark(isSideShown() ? sideBar.shownProperty().get() : null);
    }

    private void pointAtProblems(@Nullable RunRecord run) {
        if (run != null && run.verdict() == RunVerdict.REFUSED) {
            tools.select(ToolTabs.Tool.PROBLEMS);
        }
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
        palette.open(prefix);
    }

    /// Brings a tool to the front without taking the focus.
    void selectTool(ToolTabs.Tool tool) {
        if (tool == ToolTabs.Tool.INSPECTOR && inspector.isRoomy()) {
            showInspector();
            return;
        }
        if (!rows.getItems().contains(tools)) {
            toggleTools();
        }
        tools.select(tool);
    }

    void openTool(ToolTabs.Tool tool) {
        if (tool == ToolTabs.Tool.INSPECTOR && inspector.isRoomy()) {
            showInspector();
            applyCss();
            layout();
            panels.inspector.get().focusPage();
            return;
        }
        if (!rows.getItems().contains(tools)) {
            toggleTools();
        }
        tools.open(tool);
    }

    /// Saves the request while it has the focus, else the file in front.
    void save() {
        Node focus = getScene().getFocusOwner();
        if (FocusRing.isInside(focus, panels.request) || panels.editorsModel.activeFile() == null) {
            panels.requestModel.save();
        } else {
            panels.editorsModel.save();
        }
    }

    private void showSide(SideBar.Side side) {
        sideBar.show(side);
        if (!isSideShown()) {
            toggleSideBar();
        }
        markSide();
    }

    void showFiles() {
        showSide(SideBar.Side.FILES);
        panels.files.focusTree();
    }

    void showSearch() {
        EditorView editor = EditorView.of(getScene().getFocusOwner());
        showSide(SideBar.Side.SEARCH);
        panels.search.get().focusField(editor == null ? "" : editor.selectedText());
    }

    void newFile() {
        showSide(SideBar.Side.FILES);
        panels.files.newFile();
    }

    void newFolder() {
        showSide(SideBar.Side.FILES);
        panels.files.newFolder();
    }

    void toggleSideBar() {
        remember();
        moveSideBar();
        shareColumns();
    }

    /// Shows the inspector at the right, or takes it away; in a narrow window it is a tab, which is shown.
    void toggleInspector() {
        if (!inspector.isRoomy()) {
            openTool(ToolTabs.Tool.INSPECTOR);
            return;
        }
        remember();
        inspector.want(!inspector.isWanted());
        remember();
        shareColumns();
    }

    private void showInspector() {
        if (!inspector.isWanted()) {
            toggleInspector();
        }
        inspector.fill();
    }

    /// Takes the side bar away, or puts it back; the room is shared out by whoever calls.
    void moveSideBar() {
        if (isSideShown()) {
            columns.getItems().remove(sideBar);
        } else {
            columns.getItems().addFirst(sideBar);
        }
        markSide();
    }

    /// Shows what is in a file that someone else sent, and offers to make a project of it.
    public void showImport(Path source) {
        sheets.showImport(source);
    }

    /// The pages that are laid over the window.
    Sheets sheets() {
        return sheets;
    }

    /// Does an editing action in the editor that has the focus, else in the one that had it last.
    void perform(EditorAction action) {
        EditorView focused = EditorView.of(getScene().getFocusOwner());
        if (focused != null) {
            focused.perform(action);
        } else {
            panels.editors.perform(action);
        }
    }

    void zoom(int percent) {
        actions.settings().set(Setting.ZOOM, percent);
    }

    void toggleTools() {
        remember();
        if (rows.getItems().contains(tools)) {
            rows.getItems().remove(tools);
            tools.close();
        } else {
            rows.getItems().add(tools);
            shareRows();
        }
    }

    void resetLayout() {
        arrange(WindowState.DEFAULT);
    }

    void arrange(LayoutPreset preset) {
        arrange(preset.applied(layout(layout)));
    }

    private void arrange(WindowState wanted) {
        if (!isSideShown()) {
            toggleSideBar();
        }
        if (!rows.getItems().contains(tools)) {
            toggleTools();
        }
        applyLayout(wanted);
    }

    void showEngineDetails() {
        session.engine().tellDetails();
    }

    /// Moves the focus to the next region that is shown.
    void focusRegion(int step) {
        new FocusRing(this, panels, tools, inspector, statusBar).move(getScene().getFocusOwner(), step);
    }

    // Layout

    /// Shares the room out as it was.
    public void applyLayout(WindowState state) {
        layout = state;
        inspector.want(state.inspectorShown());
        panels.editors.setShare(state.groups());
        shareRoom();
    }

    /// Shares the room out as it is remembered.
    void shareRoom() {
        share();
        // A split pane corrects its dividers when its size changes, so they are set once more after the layout.
        FxThread.onNextFrame(() -> {
            share();
            FxThread.onNextFrame(this::share);
        });
    }

    private static boolean isDivider(Node node) {
        Node parent = node.getParent();
        return node.getStyleClass().contains("split-pane-divider")
                || parent != null && parent.getStyleClass().contains("split-pane-divider");
    }

    private void share() {
        shareColumns();
        shareRows();
        exchange.setDividerPositions(layout.exchange());
    }

    private void shareColumns() {
        double[] positions = DoubleStream.of(
                        isSideShown() ? layout.sideBar() : Double.NaN,
                        inspector.beside() == null ? Double.NaN : layout.inspector())
                .filter(position -> !Double.isNaN(position))
                .toArray();
        columns.setDividerPositions(positions);
    }

    private void shareRows() {
        if (small.isLow()) {
            small.shareRows();
        } else {
            rows.setDividerPositions(layout.editors(), layout.tools());
        }
    }

    /// Brings request and response to the front, where they are a tab.
    void showExchange() {
        if (small.isLow()) {
            if (!rows.getItems().contains(tools)) {
                toggleTools();
            }
            tools.showRequest();
        }
    }

    /// Takes note of how the person shared the room out.
    private void remember() {
        layout = layout(layout);
    }

    /// How the room is shared out in this moment.
    public WindowState layout(WindowState outside) {
        double[] edges = columns.getDividerPositions();
        boolean all = rows.getItems().size() == 3;
        return new WindowState(
                outside.x(),
                outside.y(),
                outside.width(),
                outside.height(),
                outside.maximized(),
                isSideShown() ? edges[0] : layout.sideBar(),
                all ? rows.getDividerPositions()[0] : layout.editors(),
                all ? rows.getDividerPositions()[1] : layout.tools(),
                exchange.getDividerPositions()[0],
                panels.editors.share(),
                inspector.beside() == null ? layout.inspector() : edges[edges.length - 1],
                inspector.isWanted());
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
        tools.close();
        topBar.close();
        activities.close();
        statusBar.close();
        notices.close();
        toast.close();
        sheets.close();
        panels.close();
    }
}
