package dev.dynamicworkers.playground.app.panel.debug;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.debug.PausedFrame;
import dev.dynamicworkers.playground.core.debug.Seen;
import dev.dynamicworkers.playground.core.debug.Step;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The debugger: a bar to go on with, the stack, the values, expressions and breakpoints. FX thread.
public final class DebugView extends BorderPane implements AutoCloseable {
    private static final double ROW = 26;

    private final DebugViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ListView<PausedFrame> stack = new ListView<>();
    private final TreeView<Seen> values = new TreeView<>();

    /// @param model what is shown
    public DebugView(DebugViewModel model) {
        this.model = model;
        setId("debug");
        getStyleClass().add("tool-panel");
        setTop(toolbar());
        SplitPane parts = new SplitPane(stack(), values(), new PointsPane(model));
        parts.setDividerPositions(0.28, 0.66);
        setCenter(parts);
    }

    private HBox toolbar() {
        Label state = new Label();
        state.setId("debug-state");
        state.textProperty().bind(model.stateProperty());
        HBox.setHgrow(state, Priority.ALWAYS);
        state.setMaxWidth(Double.MAX_VALUE);
        HBox bar = new HBox(
                step("debug-continue-button", Icons.CONTINUE, "Continue (F5)", Step.CONTINUE),
                step("debug-over-button", Icons.STEP_OVER, "Step over (F10)", Step.OVER),
                step("debug-in-button", Icons.STEP_IN, "Step in (F11)", Step.IN),
                step("debug-out-button", Icons.STEP_OUT, "Step out (Shift+F11)", Step.OUT),
                stop(),
                state,
                toggle(
                        "debug-exceptions",
                        "Exceptions",
                        "Pause where an exception is thrown that no try around it catches",
                        model.debugging().exceptionsProperty()),
                toggle(
                        "debug-statements",
                        "debugger",
                        "Pause at debugger statements also where there is no breakpoint",
                        model.debugging().statementsProperty()));
        bar.getStyleClass().addAll("toolbar", "debug-bar");
        return bar;
    }

    private Button step(String id, Icons icon, String name, Step step) {
        Button button = Panes.iconButton(id, icon.node(16), name, () -> model.goOn(step));
        button.disableProperty().bind(model.pausedProperty().not());
        return button;
    }

    private Button stop() {
        Button button = Panes.iconButton("debug-stop-button", Icons.STOP.node(16), "Stop (Shift+F5)", model::stop);
        button.disableProperty().bind(model.runState().liveProperty().not());
        return button;
    }

    private static CheckBox toggle(String id, String name, String tip, BooleanProperty property) {
        CheckBox box = new CheckBox(name);
        box.setId(id);
        box.setAccessibleText(tip);
        Panes.tip(box, tip);
        box.selectedProperty().bindBidirectional(property);
        return box;
    }

    private Node stack() {
        stack.setId("debug-stack");
        Panes.letEscapeOut(stack);
        stack.setAccessibleText("Functions that stand still");
        stack.getStyleClass().add("dense");
        stack.setFixedCellSize(ROW);
        stack.setItems(model.frames());
        stack.setCellFactory(list -> new FrameCell());
        stack.setPlaceholder(Panes.emptyState(
                Icons.DEBUG.node(28, "muted-icon"),
                "Nothing is paused",
                "F9 sets a breakpoint on the caret's line. Send the request, and the code stands still there."));
        stack.getSelectionModel().selectedIndexProperty().subscribe(index -> model.select(index.intValue()));
        subscriptions.onChange(
                () -> {
                    if (!model.frames().isEmpty()) {
                        stack.getSelectionModel()
                                .select(model.debugging().frameProperty().get());
                    }
                },
                model.frames());
        return stack;
    }

    private Node values() {
        values.setId("debug-values");
        values.setAccessibleText("Variables");
        values.getStyleClass().addAll("dense", "mono", "json-tree");
        values.setFixedCellSize(ROW);
        values.setShowRoot(false);
        values.setCellFactory(tree -> new ValueCell());
        values.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                readMore();
            }
        });
        values.setOnMouseClicked(event -> readMore());
        subscriptions.onChange(this::showScopes, (Observable) model.scopes());
        showScopes();
        return new StackPane(values);
    }

    private void readMore() {
        if (values.getSelectionModel().getSelectedItem() instanceof ValueItem item
                && item.getValue().kind() == Seen.Kind.MORE) {
            item.readMore();
        }
    }

    private void showScopes() {
        TreeItem<Seen> root = new TreeItem<>();
        for (Seen scope : model.scopes()) {
            ValueItem item = new ValueItem(model, scope);
            // The innermost scopes are what one looks for; the module's has all imports.
            item.setExpanded(scope.kind() == Seen.Kind.SCOPE && !scope.name().equals("module"));
            root.getChildren().add(item);
        }
        root.setExpanded(true);
        values.setRoot(root);
    }

    /// Gives the focus to the stack.
    public void focusStack() {
        stack.requestFocus();
    }

    @Override
    public void close() {
        subscriptions.close();
    }

    /// Expressions and breakpoints.
    private static final class PointsPane extends VBox {
        PointsPane(DebugViewModel model) {
            TextField field = new TextField();
            field.setId("debug-expression");
            field.setPromptText("Expression to look at");
            field.setAccessibleText("Expression to look at in each pause");
            Panes.tip(field, "Enter adds it: its value is shown in each pause");
            field.getStyleClass().add("mono");
            field.setOnAction(event -> {
                model.watch(field.getText());
                field.clear();
            });
            ListView<DebugViewModel.Watch> watches = new ListView<>(model.watches());
            watches.setId("debug-watches");
            Panes.letEscapeOut(watches);
            watches.setAccessibleText("Expressions");
            watches.getStyleClass().addAll("dense", "mono-cells");
            watches.setFixedCellSize(ROW);
            watches.setCellFactory(list -> new WatchCell());
            watches.setPlaceholder(new Label("No expressions"));
            watches.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.DELETE) {
                    model.unwatch(watches.getSelectionModel().getSelectedItem());
                }
            });
            ListView<DebugViewModel.Row> points = new ListView<>(model.breakpoints());
            points.setId("debug-breakpoints");
            Panes.letEscapeOut(points);
            points.setAccessibleText("Breakpoints: Enter shows the line, Delete takes it away");
            points.getStyleClass().add("dense");
            points.setFixedCellSize(ROW);
            points.setCellFactory(list -> new PointCell());
            points.setPlaceholder(new Label("No breakpoints"));
            points.setOnKeyPressed(event -> {
                switch (event.getCode()) {
                    case ENTER -> model.open(points.getSelectionModel().getSelectedItem());
                    case DELETE -> model.remove(points.getSelectionModel().getSelectedItem());
                    default -> {
                        // Others are the list's own.
                    }
                }
            });
            points.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2) {
                    model.open(points.getSelectionModel().getSelectedItem());
                }
            });
            VBox.setVgrow(watches, Priority.ALWAYS);
            VBox.setVgrow(points, Priority.ALWAYS);
            getChildren().addAll(field, watches, points);
            setMinWidth(120);
        }
    }
}
