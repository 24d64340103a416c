package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Names with values, a row each: the headers or the parameters of a request. FX thread.
final class PairRows extends ScrollPane {
    private static final double NAME_WIDTH = 150;

    private final String id;
    private final String what;
    private final ObservableList<HeaderRow> pairs;
    private final List<String> names;
    private final Runnable changed;
    private final VBox rows = new VBox();

    /// @param id what ids of its nodes begin with
    /// @param what one of them in a word, `Header`
    /// @param names that are proposed while one types
    /// @param changed is run after one came or went
    PairRows(String id, String what, ObservableList<HeaderRow> pairs, List<String> names, Runnable changed) {
        this.id = id;
        this.what = what;
        this.pairs = pairs;
        this.names = names;
        this.changed = changed;
        rows.getStyleClass().add("header-rows");
        setContent(rows);
        setFitToWidth(true);
        setFocusTraversable(false);
        pairs.addListener((ListChangeListener<HeaderRow>) change -> {
            boolean structure = false;
            while (change.next()) {
                structure |= !change.wasUpdated();
            }
            if (structure) {
                fill();
            }
        });
        fill();
    }

    private String word() {
        return what.toLowerCase(Locale.ROOT);
    }

    private void fill() {
        rows.getChildren().clear();
        for (int i = 0; i < pairs.size(); i++) {
            rows.getChildren().add(row(pairs.get(i), i));
        }
        Button add = new Button("Add " + word(), Icons.ADD.node(14));
        add.setId(id + "-add");
        add.setMinWidth(USE_PREF_SIZE);
        add.setAccessibleText("Add a " + word());
        add.getStyleClass().addAll("flat", "small");
        add.setOnAction(event -> {
            pairs.add(new HeaderRow("", ""));
            rows.lookup("#" + id + "-name-" + (pairs.size() - 1)).requestFocus();
        });
        rows.getChildren().add(add);
        changed.run();
    }

    private HBox row(HeaderRow pair, int index) {
        TextField name = field("name", index);
        name.setPromptText("Name");
        name.textProperty().bindBidirectional(pair.nameProperty());
        name.setPrefWidth(NAME_WIDTH);
        if (!names.isEmpty()) {
            NameProposals.install(name, names);
        }
        TextField value = field("value", index);
        value.setPromptText("Value");
        value.textProperty().bindBidirectional(pair.valueProperty());
        HBox.setHgrow(value, Priority.ALWAYS);
        Button remove = Panes.iconButton(
                id + "-remove-" + index, Icons.CLOSE.node(14), "Remove this " + word(), () -> pairs.remove(pair));
        HBox line = new HBox(name, value, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("header-row");
        return line;
    }

    private TextField field(String part, int index) {
        TextField field = new TextField();
        field.setId(id + "-" + part + "-" + index);
        field.setAccessibleText(what + " " + part);
        field.getStyleClass().add("mono");
        return field;
    }
}
