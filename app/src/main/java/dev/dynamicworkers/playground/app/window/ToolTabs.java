package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.panel.isolates.IsolatesView;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The tabs at the bottom of the window. FX thread.
final class ToolTabs extends StackPane implements AutoCloseable {
    private static final String INSPECTOR = "tool-inspector";

    /// Width that a tab needs with its icon; where there is less, icons go before names do.
    private static final double WITH_ICON = 132;

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final Panels panels;
    private final TabPane tabs = new TabPane();
    private final Tab request = new Tab("Request");
    private final Subscriptions subscriptions = new Subscriptions();

    /// The tools in the order of their tabs.
    enum Tool {
        CONSOLE("Console", Icons.CONSOLE),
        PROBLEMS("Problems", Icons.ERROR),
        ISOLATES("Isolates", Icons.ISOLATES),
        NETWORK("Network", Icons.NETWORK),
        CALLS("Calls", Icons.CALLS),
        TIMELINE("Timeline", Icons.TIMELINE),
        RUNS("Runs", Icons.HISTORY),
        INSPECTOR("Inspector", Icons.INSPECTOR);

        final String title;
        final Icons icon;

        Tool(String title, Icons icon) {
            this.title = title;
            this.icon = icon;
        }
    }

    private interface Count {
        int get();
    }

    ToolTabs(Panels panels) {
        this.panels = panels;
        setId("tools");
        tabs.setId("tool-tabs");
        tabs.setAccessibleText("Tools");
        tabs.getStyleClass().add("tool-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        add(
                Tool.CONSOLE,
                panels.console,
                () -> panels.consoleModel.totalProperty().get(),
                panels.consoleModel.totalProperty());
        add(
                Tool.PROBLEMS,
                panels.problems,
                () -> panels.problemsModel.problems().size(),
                panels.problemsModel.problems());
        add(
                Tool.ISOLATES,
                panels.isolates,
                () -> (int) panels.isolatesModel.snapshotsProperty().get().stream()
                        .filter(snapshot -> snapshot.endReason() == null)
                        .count(),
                panels.isolatesModel.snapshotsProperty());
        add(Tool.NETWORK, panels.network, () -> panels.networkModel.entries().size(), panels.networkModel.entries());
        add(Tool.CALLS, panels.calls, () -> panels.callsModel.calls().size(), panels.callsModel.calls());
        add(Tool.TIMELINE, panels.timeline, () -> 0);
        add(Tool.RUNS, panels.runs, () -> panels.runsModel.runs().size(), panels.runsModel.runs());
        VBox box = new VBox(panels.questions, tabs);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getChildren().add(box);
        request.setId("tool-request");
        request.setGraphic(Icons.SEND.node(14));
        setMinHeight(90);
        tabs.getSelectionModel().selectedIndexProperty().subscribe(index -> tellIsolates());
        subscriptions.onChange(this::fitIcons, widthProperty(), tabs.getTabs());
        sceneProperty().subscribe(scene -> tellIsolates());
    }

    private void add(Tool tool, LaterView<?> content, Count count, Observable... changes) {
        Tab tab = new Tab(tool.title);
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(content.get());
                tellIsolates();
            }
        });
        tab.setId("tool-" + tool.name().toLowerCase(java.util.Locale.ROOT));
        tab.setGraphic(tool.icon.node(14));
        tabs.getTabs().add(tab);
        Runnable show = () -> tab.setText(count.get() == 0 ? tool.title : tool.title + "  " + count.get());
        subscriptions.onChange(show, changes);
        show.run();
    }

    private void fitIcons() {
        boolean room = getWidth() >= WITH_ICON * tabs.getTabs().size();
        for (Tab tab : tabs.getTabs()) {
            Node icon = tab.getGraphic();
            if (icon != null && icon.isManaged() != room) {
                Panes.show(icon, room);
            }
        }
        pseudoClassStateChanged(TIGHT, !room);
    }

    private void tellIsolates() {
        IsolatesView isolates = panels.isolates.present();
        if (isolates != null) {
            isolates.setShowing(getScene() != null && selected() == Tool.ISOLATES);
        }
    }

    /// Brings a tool to the front without taking the focus.
    void select(Tool tool) {
        tabs.getSelectionModel().select(tool.ordinal() + (hasRequest() ? 1 : 0));
    }

    /// Shows the inspector as the last tab, where there is no room beside the others.
    void takeInspector() {
        if (!hasInspector()) {
            add(Tool.INSPECTOR, panels.inspector, () -> 0);
        }
    }

    /// Lets the inspector go.
    void giveInspectorBack() {
        if (hasInspector()) {
            Tab last = tabs.getTabs().removeLast();
            last.setContent(null);
        }
    }

    /// Whether the inspector is a tab here.
    boolean hasInspector() {
        return tabs.getTabs().getLast().getId().equals(INSPECTOR);
    }

    /// The tool in front; null while that is the request.
    private @Nullable Tool selected() {
        int index = tabs.getSelectionModel().getSelectedIndex() - (hasRequest() ? 1 : 0);
        return index < 0 ? null : Tool.values()[index];
    }

    /// Shows request and response as the first tab.
    void takeRequest(Node exchange) {
        request.setContent(exchange);
        tabs.getTabs().addFirst(request);
        tabs.getSelectionModel().select(request);
    }

    /// Lets request and response go, and brings the tool to the front that was beside them.
    void giveRequestBack() {
        boolean shown = isRequestShown();
        tabs.getTabs().remove(request);
        request.setContent(null);
        if (shown) {
            tabs.getSelectionModel().selectFirst();
        }
    }

    /// Whether request and response are a tab here.
    boolean hasRequest() {
        return tabs.getTabs().contains(request);
    }

    /// Whether request and response are in front here.
    boolean isRequestShown() {
        return tabs.getSelectionModel().getSelectedItem() == request;
    }

    /// Brings request and response to the front.
    void showRequest() {
        tabs.getSelectionModel().select(request);
        applyCss();
        layout();
    }

    /// Brings a tool to the front and gives it the focus.
    void open(Tool tool) {
        select(tool);
        // A view that was just made is in the window only after this, and what is not in it takes no focus.
        applyCss();
        layout();
        focusSelected();
    }

    void focusSelected() {
        switch (selected()) {
            case null -> panels.request.focusUrl();
            case CONSOLE -> panels.console.get().focusLines();
            case PROBLEMS -> panels.problems.get().focusList();
            case ISOLATES -> panels.isolates.get().focusTable();
            case NETWORK -> panels.network.get().focusTable();
            case CALLS -> panels.calls.get().focusTable();
            case TIMELINE -> panels.timeline.get().focusChart();
            case RUNS -> panels.runs.get().focusTable();
            case INSPECTOR -> panels.inspector.get().focusPage();
        }
    }

    @Override
    public void close() {
        IsolatesView isolates = panels.isolates.present();
        if (isolates != null) {
            isolates.setShowing(false);
        }
        subscriptions.close();
    }
}
