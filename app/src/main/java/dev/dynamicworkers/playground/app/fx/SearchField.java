package dev.dynamicworkers.playground.app.fx;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A text field for filters: an icon in front, Esc empties it.
public final class SearchField extends HBox {
    private final TextField field = new TextField();

    /// @param prompt shown while empty, also the name for screen readers
    public SearchField(String id, String prompt, Node icon) {
        getStyleClass().add("search-field");
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(icon, field);
    }

    /// The field itself.
    public TextField field() {
        return field;
    }
}
