package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.code.EditorAction;
import dev.dynamicworkers.playground.app.code.EditorView;
import dev.dynamicworkers.playground.app.command.Command;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.command.KeyMap;
import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.panel.settings.SettingsView;
import dev.dynamicworkers.playground.app.panel.settings.SettingsViewModel;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.WindowState;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.app.theme.Theme;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
    private final ToastView toast;
    private final Sheet sheet = new Sheet();
    private final WindowActions actions;
    private final KeyMap keys;
    private final Map<SideBar.Side, ToggleButton> sideButtons = new EnumMap<>(SideBar.Side.class);
    private @Nullable SettingsView settings;
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
        keys = new KeyMap(
                commands, actions.keys(), () -> EditorView.of(getScene().getFocusOwner()) != null);
        statusBar = new StatusBarView(
                new StatusBarViewModel(session, panels.editorsModel),
                panels,
                commands,
                actions,
                keys.pendingProperty());
        notices = new NoticeBar(session, errors, actions.isFirstRun());
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

        BorderPane frame = new BorderPane(columns);
        frame.setTop(new VBox(topBar(actions), notices));
        frame.setLeft(activityBar(actions));
        frame.setBottom(statusBar);
        getChildren().addAll(frame, toast, sheet, palette);
        subscriptions.listen(session.lastRunProperty(), this::pointAtProblems);
        subscriptions.add(new WishDesk(this, session, panels)::close);
        subscriptions.listen(
                panels.editorsModel.readyProperty(),
                ready -> FxThread.onNextFrame(() -> {
                    focusStart();
                    actions.usable();
                }));
    }

    private HBox topBar(WindowActions actions) {
        Label folder = new Label();
        folder.getStyleClass().add("project-name");
        folder.setId("project-name");
        folder.setTooltip(new Tooltip(session.folder().toString()));
        var name = session.folder().getFileName();
        folder.setText(name == null ? session.folder().toString() : name.toString());
        folder.setGraphic(Icons.FOLDER.node(16, "muted-icon"));

        Button run = new Button("Run", Icons.RUN.node(16));
        run.setId("run-button");
        run.getStyleClass().addAll("run-button");
        describe(run, commands.get("run"), "Run: send the current request (Ctrl+Enter)");
        Button stop = new Button("Stop", Icons.STOP.node(16));
        stop.setId("stop-run-button");
        stop.getStyleClass().addAll("stop-run-button");
        describe(stop, commands.get("stop"), "Stop the run (Shift+F5)");
        HBox bar = new HBox(menuBar(actions), Panes.spacer(), folder, Panes.spacer(), run, stop);
        bar.setId("top-bar");
        bar.getStyleClass().add("top-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private MenuBarView menuBar(WindowActions actions) {
        MenuBarView menus = new MenuBarView(commands, actions);
        subscriptions.add(menus::close);
        return menus;
    }

    private static void describe(Button button, Command command, String text) {
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        button.setFocusTraversable(true);
        button.setDisable(!command.enabled().get());
        command.enabled().subscribe(() -> button.setDisable(!command.enabled().get()));
        button.setOnAction(event -> command.run());
    }

    private VBox activityBar(WindowActions actions) {
        ToggleButton files = side(SideBar.Side.FILES, Icons.FILES, "Files (Ctrl+Shift+E)");
        ToggleButton search = side(SideBar.Side.SEARCH, Icons.SEARCH, "Search in all files (Ctrl+Shift+F)");
        Button theme = activity(
                "activity-theme",
                Icons.MOON,
                "Switch between light and dark",
                () -> actions.settings().set(Setting.THEME, (actions.isDark() ? Theme.LIGHT : Theme.DARK).word()));
        subscriptions.add(actions.settings()
                .observe(
                        Setting.THEME,
                        chosen -> theme.setGraphic((actions.isDark() ? Icons.SUN : Icons.MOON).node(20))));
        Button settingsButton = activity("activity-settings", Icons.CONFIG, "Settings (Ctrl+,)", this::showSettings);
        Region room = new Region();
        VBox.setVgrow(room, Priority.ALWAYS);
        VBox bar = new VBox(files, search, room, theme, settingsButton);
        bar.setId("activity-bar");
        bar.getStyleClass().add("activity-bar");
        markSide();
        return bar;
    }

    private ToggleButton side(SideBar.Side side, Icons icon, String name) {
        ToggleButton button = new ToggleButton(null, icon.node(20));
        button.setId("activity-" + side.name().toLowerCase(Locale.ROOT));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(event -> {
            if (isSideShown() && sideBar.shownProperty().get() == side) {
                toggleSideBar();
            } else {
                showSide(side);
            }
            markSide();
        });
        button.getStyleClass().add("activity");
        sideButtons.put(side, button);
        return button;
    }

    private boolean isSideShown() {
        return columns.getItems().contains(sideBar);
    }

    private void markSide() {
        sideButtons.forEach((side, button) ->
                button.setSelected(isSideShown() && sideBar.shownProperty().get() == side));
    }

    private static Button activity(String id, Icons icon, String name, Runnable action) {
        Button button = Panes.iconButton(id, icon.node(20), name, action);
        button.getStyleClass().add("activity");
        return button;
    }

    private void pointAtProblems(@Nullable RunRecord run) {
        if (run != null && run.verdict() == dev.dynamicworkers.playground.app.session.RunVerdict.REFUSED) {
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
        return settings != null && settings.isRecording();
    }

    void openPalette(String prefix) {
        palette.open(prefix);
    }

    /// Brings a tool to the front without taking the focus.
    void selectTool(ToolTabs.Tool tool) {
        if (!rows.getItems().contains(tools)) {
            toggleTools();
        }
        tools.select(tool);
    }

    void openTool(ToolTabs.Tool tool) {
        if (!rows.getItems().contains(tools)) {
            toggleTools();
        }
        tools.open(tool);
    }

    /// Saves the request while it has the focus, else the file in front.
    void save() {
        Node focus = getScene().getFocusOwner();
        if (isInside(focus, panels.request) || panels.editorsModel.activeFile() == null) {
            panels.requestModel.save();
        } else {
            panels.editorsModel.save();
        }
    }

    private static boolean isInside(@Nullable Node node, Node region) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == region) {
                return true;
            }
        }
        return false;
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
        panels.search.focusField(editor == null ? "" : editor.selectedText());
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
        if (isSideShown()) {
            columns.getItems().remove(sideBar);
        } else {
            columns.getItems().addFirst(sideBar);
            columns.setDividerPositions(layout.sideBar());
        }
        markSide();
    }

    private SettingsView openSettings() {
        SettingsView view =
                new SettingsView(new SettingsViewModel(actions.settings(), commands, actions.keys()), sheet::close);
        sheet.show(view, () -> {
            settings = null;
            view.close();
        });
        settings = view;
        return view;
    }

    void showSettings() {
        openSettings().focusSearch();
    }

    void showKeys() {
        openSettings().showKeys();
    }

    void showNotices() {
        NoticesView view = new NoticesView(session.notices(), sheet::close);
        sheet.show(view, () -> {});
        view.focusList();
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
            rows.setDividerPositions(layout.editors(), layout.tools());
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

    private record FocusRegion(Node node, Runnable focus) {}

    /// Moves the focus to the next region that is shown.
    void focusRegion(int step) {
        List<FocusRegion> ring = List.of(
                        new FocusRegion(panels.files, panels.files::focusTree),
                        new FocusRegion(panels.search, () -> panels.search.focusField("")),
                        new FocusRegion(panels.editors.lookup("#editors-parent"), panels.editors::focusParent),
                        new FocusRegion(panels.editors.lookup("#editors-dynamic"), panels.editors::focusDynamic),
                        new FocusRegion(panels.request, panels.request::focusUrl),
                        new FocusRegion(panels.response, panels.response::focusBody),
                        new FocusRegion(tools, tools::focusSelected),
                        new FocusRegion(
                                statusBar,
                                () -> statusBar.getChildren().getFirst().requestFocus()))
                .stream()
                .filter(region -> region.node() != null && region.node().getScene() != null)
                .toList();
        Node focus = getScene().getFocusOwner();
        int here = -1;
        for (int i = 0; i < ring.size(); i++) {
            if (isInside(focus, ring.get(i).node())) {
                here = i;
            }
        }
        ring.get(Math.floorMod(here < 0 && step < 0 ? -1 : here + step, ring.size()))
                .focus()
                .run();
    }

    // Layout

    /// Shares the room out as it was.
    public void applyLayout(WindowState state) {
        layout = state;
        columns.setDividerPositions(state.sideBar());
        rows.setDividerPositions(state.editors(), state.tools());
        exchange.setDividerPositions(state.exchange());
        panels.editors.setShare(state.groups());
        // A split pane corrects its dividers in its first layout pass, so they are set once more after it.
        FxThread.onNextFrame(() -> {
            columns.setDividerPositions(state.sideBar());
            rows.setDividerPositions(state.editors(), state.tools());
            exchange.setDividerPositions(state.exchange());
        });
    }

    private void remember() {
        layout = layout(layout);
    }

    /// How the room is shared out in this moment.
    public WindowState layout(WindowState outside) {
        boolean side = columns.getItems().size() == 2;
        boolean all = rows.getItems().size() == 3;
        return new WindowState(
                outside.x(),
                outside.y(),
                outside.width(),
                outside.height(),
                outside.maximized(),
                side ? columns.getDividerPositions()[0] : layout.sideBar(),
                all ? rows.getDividerPositions()[0] : layout.editors(),
                all ? rows.getDividerPositions()[1] : layout.tools(),
                exchange.getDividerPositions()[0],
                panels.editors.share());
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
        statusBar.close();
        notices.close();
        toast.close();
        sheet.close();
        panels.close();
    }
}
