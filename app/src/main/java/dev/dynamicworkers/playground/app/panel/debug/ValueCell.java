package dev.dynamicworkers.playground.app.panel.debug;

import dev.dynamicworkers.playground.core.debug.Seen;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A row of the tree of variables: name and value. FX thread.
final class ValueCell extends TreeCell<Seen> {
    private final Label name = new Label();
    private final Label value = new Label();
    private final HBox row = new HBox(name, value);

    ValueCell() {
        row.getStyleClass().add("json-row");
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Seen seen, boolean empty) {
        super.updateItem(seen, empty);
        if (empty || seen == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(seen.name());
        name.getStyleClass().setAll("label", seen.kind() == Seen.Kind.SCOPE ? "debug-scope" : "json-key");
        value.setText(seen.value().replace('\n', ' '));
        value.getStyleClass().setAll("label", style(seen.kind()));
        setAccessibleText(seen.kind() == Seen.Kind.SCOPE ? "Scope " + seen.name() : seen.name() + ": " + seen.value());
        setGraphic(row);
    }

    private static String style(Seen.Kind kind) {
        return switch (kind) {
            case STRING, NUMBER, OBJECT -> "json-" + kind.name().toLowerCase(Locale.ROOT);
            case WORD -> "json-boolean";
            case FUNCTION, GETTER, UNSET, MORE, SCOPE -> "json-object";
            case ERROR -> "debug-error";
        };
    }
}
