package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;

/// The part of the status bar for what goes on in the background: a sign that turns, and after a second words. FX
/// thread.
final class StatusTasks extends Button {
    private static final double SIZE = 14;

    private final TasksViewModel model;
    private final ObservableValue<Boolean> still;
    private final Node idle = Icons.TASKS.node((int) SIZE);
    private final ProgressIndicator spinner = new ProgressIndicator();

    /// @param still whether nothing should move
    StatusTasks(TasksViewModel model, ObservableValue<Boolean> still, Runnable open, Subscriptions subscriptions) {
        this.model = model;
        this.still = still;
        setId("status-tasks");
        getStyleClass().addAll("status-part", "flat");
        spinner.setPrefSize(SIZE, SIZE);
        spinner.setMaxSize(SIZE, SIZE);
        spinner.setMinSize(SIZE, SIZE);
        spinner.setFocusTraversable(false);
        Label label = new Label();
        label.textProperty().bind(model.wordsProperty());
        label.setMaxWidth(320);
        label.setGraphic(new StackPane(idle, spinner));
        setGraphic(label);
        setOnAction(event -> open.run());
        Panes.tip(this, "Background tasks");
        subscriptions.observe(model.busyProperty(), busy -> show());
        subscriptions.listen(model.wordsProperty(), words -> show());
        subscriptions.listen(still, motion -> show());
    }

    private void show() {
        boolean turns = model.busyProperty().get() && !still.getValue();
        // What can't be seen does not turn: the indicator stops by itself.
        spinner.setVisible(turns);
        spinner.setProgress(turns ? ProgressIndicator.INDETERMINATE_PROGRESS : 0);
        idle.setVisible(!turns);
        String words = model.wordsProperty().get();
        setAccessibleText("Background tasks: "
                + (!words.isEmpty() ? words : model.busyProperty().get() ? "something is under way" : "none"));
    }
}
