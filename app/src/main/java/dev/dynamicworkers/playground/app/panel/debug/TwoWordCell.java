package dev.dynamicworkers.playground.app.panel.debug;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A row of a word and a quieter one. FX thread.
abstract class TwoWordCell<T> extends ListCell<T> {
    private final Label first = new Label();
    private final Label second = new Label();
    private final HBox row = new HBox(first, second);

    /// @param cut where the quieter word is cut when there is not room for all of it
    TwoWordCell(OverrunStyle cut) {
        first.setMinWidth(USE_PREF_SIZE);
        second.getStyleClass().add("muted");
        row.getStyleClass().add("json-row");
        second.setTextOverrun(cut);
        row.setAlignment(Pos.CENTER_LEFT);
        // As wide as the list: what does not fit is cut, and in the tooltip as a whole.
        setPrefWidth(0);
    }

    /// Shows an item through [#show(String, String, String)].
    abstract void show(T item);

    /// @param spoken for screen readers and the tooltip
    final void show(String name, String detail, String spoken) {
        first.setText(name);
        second.setText(detail);
        setAccessibleText(spoken);
        setTooltip(new Tooltip(spoken));
        setGraphic(row);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
        } else {
            show(item);
        }
    }
}
