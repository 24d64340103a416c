package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.session.RequestNotes;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Names with values: the headers or the parameters of a request, a row each or all as one text. FX thread.
final class PairRows extends BorderPane {
    private static final double NAME_WIDTH = 150;
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final String id;
    private final String what;
    private final ObservableList<HeaderRow> pairs;
    private final List<String> names;
    private final Runnable changed;
    private final PairText bulk;
    private final ObservableValue<Set<String>> unresolved;
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final TextArea text = new TextArea();
    private final VBox asText = new VBox();
    private final List<Runnable> marks = new ArrayList<>();
    private boolean writing;

    /// @param id what ids of its nodes begin with
    /// @param what one of them in a word, `Header`
    /// @param names that are proposed while one types
    /// @param mark between a name and its value where they are one text
    /// @param unresolved names between braces that have no value
    /// @param changed is run after one came or went
    PairRows(
            String id,
            String what,
            ObservableList<HeaderRow> pairs,
            List<String> names,
            char mark,
            ObservableValue<Set<String>> unresolved,
            Runnable changed) {
        bulk = new PairText(mark);
        this.unresolved = unresolved;
        this.id = id;
        this.what = what;
        this.pairs = pairs;
        this.names = names;
        this.changed = changed;
        unresolved.subscribe(missing -> marks.forEach(Runnable::run));
        rows.getStyleClass().add("header-rows");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        setCenter(scroll);
        asText();
        pairs.addListener((ListChangeListener<HeaderRow>) change -> {
            boolean structure = false;
            while (change.next()) {
                structure |= !change.wasUpdated();
            }
            if (structure) {
                fill();
            }
            showText();
        });
        fill();
    }

    private String word() {
        return what.toLowerCase(Locale.ROOT);
    }

    private void fill() {
        rows.getChildren().clear();
        marks.clear();
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
        Button many = new Button("Edit as text");
        many.setId(id + "-as-text");
        many.setMinWidth(USE_PREF_SIZE);
        many.getStyleClass().addAll("flat", "small");
        many.setAccessibleText("Write all " + word() + "s as one text");
        many.setOnAction(event -> {
            showText();
            setCenter(asText);
            text.requestFocus();
        });
        rows.getChildren().add(new HBox(add, many));
        changed.run();
    }

    private void asText() {
        text.setId(id + "-text");
        text.setAccessibleText(what + "s, a line each");
        text.setPromptText("name" + (bulk.mark() == ':' ? ": " : String.valueOf(bulk.mark())) + "value, a line each");
        text.getStyleClass().addAll("mono", "bare");
        text.textProperty().subscribe(written -> {
            if (!writing && getCenter() == asText) {
                writing = true;
                pairs.setAll(bulk.read(written).stream()
                        .map(line -> new HeaderRow(line.name(), line.value()))
                        .toList());
                writing = false;
            }
        });
        Button asRows = new Button("Edit as rows");
        asRows.setId(id + "-as-rows");
        asRows.getStyleClass().addAll("flat", "small");
        asRows.setOnAction(event -> {
            setCenter(scroll);
            rows.lookup("#" + id + "-add").requestFocus();
        });
        VBox.setVgrow(text, Priority.ALWAYS);
        asText.getChildren().setAll(text, asRows);
        asText.getStyleClass().add("header-text");
    }

    /// What changed elsewhere, while it is shown as text.
    private void showText() {
        if (!writing) {
            writing = true;
            text.setText(bulk.write(pairs));
            writing = false;
        }
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
                id + "-remove-" + index, Icons.CLOSE.node(14), "Remove this " + word(), () -> remove(pair));
        HBox line = new HBox(name, value, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("header-row");
        return line;
    }

    /// The focus stays in the list, at the row that comes to the place of the one that went.
    private void remove(HeaderRow pair) {
        int index = Math.min(pairs.indexOf(pair), pairs.size() - 2);
        pairs.remove(pair);
        rows.lookup(index < 0 ? "#" + id + "-add" : "#" + id + "-remove-" + index)
                .requestFocus();
    }

    private TextField field(String part, int index) {
        TextField field = new TextField();
        field.setId(id + "-" + part + "-" + index);
        field.setAccessibleText(what + " " + part);
        field.getStyleClass().add("mono");
        Runnable mark = () -> field.pseudoClassStateChanged(
                ERROR, RequestNotes.uses(field.getText(), Objects.requireNonNull(unresolved.getValue())));
        field.textProperty().subscribe(mark);
        marks.add(mark);
        return field;
    }
}
