package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.project.Grant;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What becomes of each key of a worker's env. FX thread.
final class GrantsPage extends BorderPane {
    private final InspectorViewModel model;
    private final TableView<GrantRow> table = new TableView<>();
    private final TextField name = new TextField();

    GrantsPage(InspectorViewModel model) {
        this.model = model;
        table.setId("grants-table");
        table.setAccessibleText("Grants of the worker");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(30);
        table.setItems(model.grants());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Panes.emptyState(
                Icons.KEY.node(28, "muted-icon"),
                "Nothing granted",
                "This code can compute and answer, nothing else. Names that code takes out of env appear here."));
        TableColumn<GrantRow, String> key = new TableColumn<>("Name");
        key.setPrefWidth(150);
        key.setMaxWidth(280);
        key.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        key.getStyleClass().add("mono");
        TableColumn<GrantRow, GrantRow> mode = new TableColumn<>("Mode");
        mode.setPrefWidth(140);
        mode.setMinWidth(140);
        mode.setMaxWidth(170);
        mode.setSortable(false);
        mode.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        mode.setCellFactory(column -> new ModeCell());
        TableColumn<GrantRow, String> sentence = new TableColumn<>("What it permits");
        sentence.setPrefWidth(420);
        sentence.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().sentence()));
        table.getColumns().add(key);
        table.getColumns().add(mode);
        table.getColumns().add(sentence);
        setCenter(table);

        name.setId("grant-name");
        name.setPromptText("NAME of env, or * for all");
        name.setAccessibleText("Name of a grant to take away");
        name.getStyleClass().addAll("mono", "small-field");
        Button off = new Button("Take away");
        off.setId("grant-take-away");
        off.getStyleClass().add("small");
        off.disableProperty().bind(name.textProperty().isEmpty());
        off.setOnAction(event -> {
            model.setGrant(name.getText().strip(), Grant.Mode.OFF);
            name.clear();
        });
        HBox bar = new HBox(name, off);
        bar.getStyleClass().add("inspector-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        setBottom(bar);
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
                    if (mode == Grant.Mode.ON && row.methods() == 0) {
                        model.clearGrant(row.name());
                    } else {
                        model.setGrant(row.name(), mode);
                    }
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
