package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.project.Grant;
import java.util.Comparator;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What becomes of each key of a worker's env. FX thread.
final class GrantsPage extends BorderPane implements AutoCloseable {
    /// From this width on a row has room for its sentence.
    private static final double WIDE = 520;

    private static final double LEAST_ROWS = 92;

    private final InspectorViewModel model;
    private final TableView<GrantRow> table = new TableView<>();
    private final TextField name = new TextField();
    private final GrantDetails details;
    private String chosen = "";

    GrantsPage(InspectorViewModel model) {
        this.model = model;
        details = new GrantDetails(model);
        table.setId("grants-table");
        table.setAccessibleText("Grants of the worker");
        table.getStyleClass().addAll("dense", "two-lines");
        table.setFixedCellSize(40);
        table.setItems(model.grants());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Panes.emptyState(
                Icons.KEY.node(28, "muted-icon"),
                "Nothing granted",
                "This code can compute and answer, nothing else. Names that code takes out of env appear here."));
        TableColumn<GrantRow, GrantRow> key = new TableColumn<>("Name");
        key.setPrefWidth(120);
        key.setMinWidth(70);
        key.setMaxWidth(280);
        key.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        key.setCellFactory(column -> new NameCell());
        key.setComparator(Comparator.comparing(GrantRow::name));
        TableColumn<GrantRow, GrantRow> mode = new TableColumn<>("Mode");
        mode.setPrefWidth(118);
        mode.setMinWidth(118);
        mode.setMaxWidth(150);
        mode.setSortable(false);
        mode.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        mode.setCellFactory(column -> new ModeCell());
        TableColumn<GrantRow, String> sentence = new TableColumn<>("What it permits");
        sentence.setPrefWidth(420);
        sentence.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().sentence()));
        TableColumn<GrantRow, String> calls = new TableColumn<>("Calls");
        calls.setPrefWidth(52);
        calls.setMinWidth(52);
        calls.setMaxWidth(70);
        calls.getStyleClass().add("number");
        calls.setCellValueFactory(row -> new ReadOnlyStringWrapper(
                row.getValue().calls() == 0 ? "" : String.valueOf(row.getValue().calls())));
        table.getColumns().add(key);
        table.getColumns().add(calls);
        table.getColumns().add(mode);
        table.getColumns().add(sentence);
        sentence.visibleProperty().bind(widthProperty().greaterThan(WIDE));
        table.setMinHeight(LEAST_ROWS);
        // The rows are made anew whenever the rules change; the choice stays with the name.
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                chosen = row.name();
                details.show(row);
            }
        });
        model.grants().addListener((ListChangeListener<GrantRow>) change -> choose());
        setCenter(table);

        name.setId("grant-name");
        name.setPromptText("NAME to take, or *");
        name.setAccessibleText("Name of a grant to take away");
        name.getStyleClass().addAll("mono", "small-field");
        Button off = new Button("Take away");
        off.setId("grant-take-away");
        off.getStyleClass().add("small");
        off.disableProperty().bind(name.textProperty().isEmpty());
        off.setOnAction(event -> {
            model.rules().setGrant(name.getText().strip(), Grant.Mode.OFF);
            name.clear();
        });
        off.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(260);
        Button add = new Button("Add grant\u2026", Icons.ADD.node(14));
        add.setId("grant-add");
        add.getStyleClass().addAll("small", "flat");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(event -> model.askAddGrant());
        HBox bar = new HBox(name, off);
        bar.getStyleClass().add("inspector-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        HBox first = new HBox(add);
        first.getStyleClass().add("inspector-bar");
        first.setAlignment(Pos.CENTER_LEFT);
        setBottom(new VBox(details, first, bar));
    }

    private void choose() {
        GrantRow row = table.getItems().stream()
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .orElse(null);
        table.getSelectionModel().select(row);
        details.show(row);
    }

    /// Selects the row of a grant.
    void select(String grant) {
        table.getItems().stream()
                .filter(row -> row.name().equals(grant))
                .findFirst()
                .ifPresentOrElse(
                        row -> {
                            table.getSelectionModel().select(row);
                            table.scrollTo(row);
                            table.requestFocus();
                        },
                        () -> {
                            name.setText(grant);
                            name.requestFocus();
                        });
    }

    void focusFirst() {
        table.requestFocus();
    }

    @Override
    public void close() {
        details.close();
    }

    /// The name, and below it what kind of thing it is.
    private static final class NameCell extends TableCell<GrantRow, GrantRow> {
        private final Label name = new Label();
        private final Label kind = new Label();
        private final VBox box = new VBox(name, kind);

        NameCell() {
            name.getStyleClass().add("mono");
            kind.getStyleClass().addAll("muted", "grant-kind");
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable GrantRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            name.setText(row.name());
            kind.setText(row.kind().isEmpty() ? "not seen yet" : row.kind());
            setAccessibleText(row.name() + ", " + kind.getText());
            setGraphic(box);
        }
    }

    private final class ModeCell extends TableCell<GrantRow, GrantRow> {
        private final ComboBox<Grant.Mode> box = new ComboBox<>();
        private boolean filling;

        ModeCell() {
            box.getItems().setAll(Grant.Mode.ON, Grant.Mode.OFF, Grant.Mode.READ_ONLY, Grant.Mode.ASK);
            box.getStyleClass().add("small-combo");
            box.setConverter(new StringConverter<>() {
                @Override
                public String toString(Grant.@Nullable Mode mode) {
                    return mode == null ? "" : mode.word();
                }

                @Override
                public Grant.Mode fromString(String text) {
                    return Grant.Mode.valueOf(text);
                }
            });
            box.valueProperty().subscribe(mode -> {
                GrantRow row = getItem();
                if (!filling && mode != null && row != null && mode != row.mode()) {
                    model.rules().setMode(row, mode);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable GrantRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            filling = true;
            box.setValue(row.mode());
            filling = false;
            box.setId("grant-mode-" + row.name());
            box.setAccessibleText("Mode of " + row.name());
            setGraphic(box);
        }
    }
}
