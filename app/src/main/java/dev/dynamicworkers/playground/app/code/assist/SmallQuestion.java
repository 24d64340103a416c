package dev.dynamicworkers.playground.app.code.assist;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A question beside the code: a choice from a list, or a name. Takes the keyboard and gives it back. FX thread.
final class SmallQuestion {
    private static final int ROW = 26;
    private static final int MOST_ROWS = 10;
    private static final double WIDTH = 420;

    private final Node owner;
    private final VBox box = new VBox();
    private final Floating floating = new Floating(box);

    /// One answer.
    record Choice(String title, Runnable action) {}

    SmallQuestion(Node owner) {
        this.owner = owner;
        box.getStyleClass().add("small-question");
    }

    void choose(Bounds place, String question, List<Choice> choices) {
        ListView<Choice> list = new ListView<>();
        list.setId("code-choices");
        list.setAccessibleText(question);
        list.getItems().setAll(choices);
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * Math.min(MOST_ROWS, choices.size()) + 2.0);
        list.setPrefWidth(WIDTH);
        list.getStyleClass().add("proposals");
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Choice choice, boolean empty) {
                super.updateItem(choice, empty);
                setText(empty || choice == null ? null : choice.title());
            }
        });
        list.getSelectionModel().select(0);
        Runnable take = () -> {
            Choice chosen = list.getSelectionModel().getSelectedItem();
            close();
            if (chosen != null) {
                chosen.action().run();
            }
        };
        list.setOnMouseClicked(event -> take.run());
        show(place, question, list, take);
    }

    void ask(Bounds place, String question, String before, Consumer<String> then) {
        TextField field = new TextField(before);
        field.setId("code-name");
        field.setAccessibleText(question);
        field.setPrefWidth(WIDTH / 2);
        field.getStyleClass().add("mono");
        show(place, question, field, () -> {
            String name = field.getText().strip();
            close();
            if (!name.isEmpty()) {
                then.accept(name);
            }
        });
        field.selectAll();
    }

    private void show(Bounds place, String question, Node input, Runnable take) {
        Label title = new Label(question);
        title.getStyleClass().add("muted");
        box.getChildren().setAll(title, input);
        input.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        floating.show(owner, place);
        input.requestFocus();
        input.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                floating.hide();
            }
        });
    }

    private void close() {
        floating.hide();
        owner.requestFocus();
    }

    void hide() {
        floating.hide();
    }
}
