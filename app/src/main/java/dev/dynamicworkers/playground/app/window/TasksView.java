package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.task.LongTask;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What goes on in the background, each with a way to stop it, and the last things that did. FX thread.
final class TasksView extends BorderPane implements AutoCloseable {
    private final ListView<LongTask> list = new ListView<>();
    private final ObservableValue<Boolean> still;
    // Cells that are made anew would lose the focus, and a press that is under way.
    private final IntegerProperty ticks = new SimpleIntegerProperty();
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param still whether nothing should move
    /// @param close takes the page away
    TasksView(TasksViewModel model, ObservableValue<Boolean> still, Runnable close) {
        this.still = still;
        setId("tasks-page");
        Button clear = new Button("Clear");
        clear.setId("tasks-clear");
        clear.setAccessibleText("Clear the tasks that are over");
        clear.getStyleClass().add("small");
        clear.setOnAction(event -> model.clearFinished());
        setTop(Panes.sheetHeader(
                new Label("Background tasks"),
                clear,
                Panes.iconButton("tasks-close", Icons.CLOSE.node(14), "Close the background tasks", close)));
        list.setId("tasks-list");
        list.setAccessibleText("Background tasks, Delete cancels one");
        list.setItems(model.rows());
        list.setPlaceholder(Panes.emptyState(
                Icons.TASKS.node(28, "muted-icon"),
                "Nothing goes on",
                "What takes longer than a second is listed here while it goes on, and the last ten after that."));
        list.setCellFactory(view -> new TaskCell());
        // A list takes Esc for itself.
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            LongTask task = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE && task != null) {
                task.cancel();
                event.consume();
            }
        });
        setCenter(list);
        Timeline clock = new Timeline(new KeyFrame(Duration.millis(500), tick -> ticks.set(ticks.get() + 1)));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        subscriptions.add(clock::stop);
    }

    void focusList() {
        list.requestFocus();
        list.getSelectionModel().selectFirst();
    }

    @Override
    public void close() {
        subscriptions.close();
    }

    private final class TaskCell extends ListCell<LongTask> {
        private final Label words = new Label();
        private final Label standing = new Label();
        private final ProgressBar bar = new ProgressBar();
        private final Button cancel = new Button("Cancel");
        private final HBox row;
        private @Nullable Icons signed;

        TaskCell() {
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            standing.setWrapText(true);
            standing.setMinHeight(Region.USE_PREF_SIZE);
            standing.getStyleClass().add("muted");
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setFocusTraversable(false);
            cancel.getStyleClass().add("small");
            cancel.setMinWidth(Region.USE_PREF_SIZE);
            VBox text = new VBox(4, words, bar, standing);
            HBox.setHgrow(text, Priority.ALWAYS);
            row = new HBox(12, text, cancel);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            subscriptions.listen(ticks, tick -> show(getItem()));
        }

        @Override
        protected void updateItem(@Nullable LongTask task, boolean empty) {
            super.updateItem(task, empty);
            setText(null);
            if (empty || task == null) {
                setGraphic(null);
                setAccessibleText("");
            } else {
                show(task);
                setGraphic(row);
            }
        }

        private void show(@Nullable LongTask task) {
            if (task == null) {
                return;
            }
            boolean over = task.stateProperty().get().isOver();
            String stands = TasksViewModel.standing(task);
            words.setText(task.words());
            Icons wanted = over ? sign(task) : null;
            // Not anew with each tick: what a new icon is made of is known a frame later.
            if (wanted != signed) {
                signed = wanted;
                words.setGraphic(
                        wanted == null ? null : wanted.node(14, wanted == Icons.ERROR ? "killed-icon" : "muted-icon"));
            }
            standing.setText(stands);
            Panes.show(bar, !over);
            double share = task.shareProperty().get();
            bar.setProgress(share >= 0 ? share : still.getValue() ? 0 : ProgressBar.INDETERMINATE_PROGRESS);
            Panes.show(cancel, !over);
            cancel.setDisable(!task.isCancellable());
            cancel.setAccessibleText("Cancel: " + task.words());
            cancel.setOnAction(event -> {
                task.cancel();
                show(task);
            });
            setAccessibleText(task.words() + ", " + stands);
        }

        private static Icons sign(LongTask task) {
            return switch (task.stateProperty().get()) {
                case FAILED -> Icons.ERROR;
                case CANCELLED -> Icons.STOP;
                default -> Icons.OK;
            };
        }
    }
}
