package dev.dynamicworkers.playground.app.panel.share;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A page about files that leave or come: what they are in a sentence, a line for each thing to know, what can be done.
/// FX thread.
abstract class ShareView extends BorderPane implements AutoCloseable {
    final ShareViewModel model;
    final Subscriptions subscriptions = new Subscriptions();
    final Label summary = new Label();
    final VBox notes = new VBox();
    final ListView<ShareViewModel.Line> lines = new ListView<>();
    private final HBox footer = new HBox();

    /// @param id of the page, and the beginning of the ids on it
    /// @param close takes the page away
    ShareView(ShareViewModel model, String id, String title, Runnable close) {
        this.model = model;
        setId(id);
        getStyleClass().add("share-page");
        Label head = new Label(title);
        HBox header = Panes.sheetHeader(
                head, Panes.iconButton(id + "-close", Icons.CLOSE.node(14), "Close this page", close));
        summary.setId(id + "-summary");
        summary.setWrapText(true);
        summary.getStyleClass().add("share-summary");
        Label problem = new Label();
        problem.setId(id + "-problem");
        problem.setWrapText(true);
        problem.getStyleClass().addAll("share-problem", "killed");
        subscriptions.observe(model.problemProperty(), text -> {
            problem.setText(text);
            Panes.show(problem, !text.isEmpty());
        });
        notes.getStyleClass().add("share-notes");
        setTop(new VBox(header, summary, busyLine(id), problem, notes));
        lines.setId(id + "-lines");
        lines.getStyleClass().add("share-lines");
        lines.setCellFactory(view -> new LineCell());
        // A list takes Esc for itself.
        lines.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                enter(close);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
        lines.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                reveal(close);
            }
        });
        setCenter(lines);
        footer.setAlignment(Pos.CENTER_RIGHT);
        footer.getStyleClass().add("sheet-footer");
        setBottom(footer);
    }

    /// What is under way once that takes long, with a way to stop it.
    private Node busyLine(String id) {
        Label words = new Label();
        words.setId(id + "-busy");
        Button cancel = new Button("Cancel");
        cancel.setId(id + "-cancel");
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, words, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("share-summary");
        subscriptions.observe(model.slowProperty(), task -> {
            Panes.show(line, task != null);
            if (task != null) {
                words.setText(task.words() + "\u2026");
                cancel.setAccessibleText("Cancel: " + task.words());
                cancel.setOnAction(event -> task.cancel());
            }
        });
        return line;
    }

    /// Goes to the place of the chosen line; where none has one, does what the page's first button says.
    private void enter(Runnable close) {
        if (!reveal(close)) {
            footer.getChildren().stream()
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .filter(Button::isDefaultButton)
                    .findFirst()
                    .ifPresent(Button::fire);
        }
    }

    /// Whether the chosen line has a place to go to.
    private boolean reveal(Runnable close) {
        ShareViewModel.Line line = lines.getSelectionModel().getSelectedItem();
        if (line == null || line.place() == null) {
            return false;
        }
        close.run();
        model.reveal(line);
        return true;
    }

    /// Places what can be done at the end of the page.
    void actions(Node... nodes) {
        footer.getChildren().setAll(Panes.spacer());
        footer.getChildren().addAll(nodes);
    }

    /// A button that can be pressed once something is known and nothing is under way.
    Button action(String id, String text, String name, Icons icon, Runnable action) {
        Button button = new Button(text, icon.node(16));
        button.setId(id);
        button.setAccessibleText(name);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    void show(String sentence, List<ShareViewModel.Line> all) {
        summary.setText(sentence);
        lines.getItems().setAll(all);
    }

    /// Gives the focus to the page.
    public void focusFirst() {
        lines.requestFocus();
    }

    @Override
    public void close() {
        subscriptions.close();
    }

    private static final class LineCell extends ListCell<ShareViewModel.Line> {
        private static final double EDGES = 72;

        private final Label text = new Label();

        LineCell() {
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            listViewProperty().subscribe(list -> {
                if (list != null) {
                    text.prefWidthProperty().bind(list.widthProperty().subtract(EDGES));
                }
            });
        }

        @Override
        protected void updateItem(ShareViewModel.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            text.setText(line.text());
            text.setGraphic(line.place() == null ? null : Icons.WARNING.node(14, "warning-icon"));
            setAccessibleText(line.text());
            setGraphic(text);
        }
    }
}
