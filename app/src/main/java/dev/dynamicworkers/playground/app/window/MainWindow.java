package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.Command;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.settings.WindowState;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.app.theme.Theme;
import java.util.List;
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
    private final ToggleButton filesButton = new ToggleButton(null, Icons.FILES.node(20));
    private WindowState layout = WindowState.DEFAULT;

    /// @param panels of the session, closed with this window
    public MainWindow(ProjectSession session, Panels panels, ErrorReporter errors, WindowActions actions) {
        this.session = session;
        this.panels = panels;
        getStyleClass().add("main-window");
        tools = new ToolTabs(panels);
        commands = WindowCommands.of(this, session, panels, actions);
        statusBar = new StatusBarView(new StatusBarViewModel(session, panels.editorsModel), commands);
        notices = new NoticeBar(session.engine(), errors);
        palette = new PaletteView(new PaletteViewModel(commands, session, panels.editorsModel::goToLine));

        exchange.getItems().addAll(panels.request, panels.response);
        exchange.setId("exchange");
        rows.setOrientation(Orientation.VERTICAL);
        rows.getItems().addAll(panels.editors, exchange, tools);
        SplitPane.setResizableWithParent(tools, false);
        columns.getItems().addAll(panels.files, rows);
        SplitPane.setResizableWithParent(panels.files, false);

        BorderPane frame = new BorderPane(columns);
        frame.setTop(new VBox(topBar(actions), notices));
        frame.setLeft(activityBar(actions));
        frame.setBottom(statusBar);
        getChildren().addAll(frame, palette);
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
        HBox bar = new HBox(new MenuBarView(commands, actions), Panes.spacer(), folder, Panes.spacer(), run, stop);
        bar.setId("top-bar");
        bar.getStyleClass().add("top-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
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
        filesButton.setId("activity-files");
        filesButton.setAccessibleText("Files");
        filesButton.setTooltip(new Tooltip("Files (Ctrl+B)"));
        filesButton.setSelected(true);
        filesButton.setOnAction(event -> toggleSideBar());
        filesButton.getStyleClass().add("activity");
        Button search =
                activity("activity-palette", Icons.SEARCH, "Go to file or command (Ctrl+P)", () -> openPalette(""));
        Button theme = activity(
                "activity-theme",
                Icons.MOON,
                "Switch between light and dark",
                () -> actions.theme().set(isDark(actions) ? Theme.LIGHT : Theme.DARK));
        actions.theme().subscribe(chosen -> theme.setGraphic((isDark(actions) ? Icons.SUN : Icons.MOON).node(20)));
        javafx.scene.layout.Region room = new javafx.scene.layout.Region();
        VBox.setVgrow(room, javafx.scene.layout.Priority.ALWAYS);
        VBox bar = new VBox(filesButton, search, room, theme);
        bar.setId("activity-bar");
        bar.getStyleClass().add("activity-bar");
        return bar;
    }

    private static boolean isDark(WindowActions actions) {
        return actions.isDark();
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

    void showFiles() {
        if (!columns.getItems().contains(panels.files)) {
            toggleSideBar();
        }
        panels.files.focusTree();
    }

    void toggleSideBar() {
        remember();
        if (columns.getItems().contains(panels.files)) {
            columns.getItems().remove(panels.files);
        } else {
            columns.getItems().addFirst(panels.files);
            columns.setDividerPositions(layout.sideBar());
        }
        filesButton.setSelected(columns.getItems().contains(panels.files));
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
        if (!columns.getItems().contains(panels.files)) {
            toggleSideBar();
        }
        if (!rows.getItems().contains(tools)) {
            toggleTools();
        }
        applyLayout(WindowState.DEFAULT);
    }

    void showEngineDetails() {
        session.engine().tellDetails();
    }

    private record FocusRegion(Node node, Runnable focus) {}

    /// Moves the focus to the next region that is shown.
    void focusRegion(int step) {
        List<FocusRegion> ring = List.of(
                        new FocusRegion(panels.files, panels.files::focusTree),
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
        panels.close();
    }
}
