package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The network rules in the order in which they decide; Enter changes one, Alt with an arrow key moves it, Delete takes
/// it away. FX thread.
final class RulesTable extends VBox {
    private static final double ROW = 28;

    /// From this width on a rule's row has room for all that it says.
    private static final double WIDE = 480;

    private final NetworkRulesModel model;
    private final TableView<NetworkRule> table;
    private final IntConsumer edit;
    private int chosen = -1;

    /// @param edit takes the rule at a place into the form
    RulesTable(NetworkRulesModel model, IntConsumer edit) {
        this.model = model;
        this.edit = edit;
        table = new TableView<>(model.rules());
        table.setId("rules-table");
        table.setAccessibleText("Network rules, the first that fits decides");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = new Label("No rules");
        none.getStyleClass().add("empty-hint");
        table.setPlaceholder(none);
        table.setRowFactory(shown -> new RuleRow());
        table.setMinHeight(USE_PREF_SIZE);
        table.prefHeightProperty()
                .bind(Bindings.size(model.rules())
                        .add(2)
                        .multiply(table.fixedCellSizeProperty())
                        .add(4));
        columns();
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (index.intValue() >= 0) {
                chosen = index.intValue();
            }
        });
        // The rules are read anew after each change; the choice stays at its place.
        model.rules()
                .subscribe(() -> table.getSelectionModel()
                        .select(Math.min(chosen, model.rules().size() - 1)));
        model.hitsProperty().subscribe(hits -> table.refresh());
        getChildren().addAll(table, bar());
    }

    private void columns() {
        var wide = widthProperty().greaterThan(WIDE);
        TableColumn<NetworkRule, String> does =
                column("Does", 60, rule -> rule.action().word());
        does.setMinWidth(60);
        does.setMaxWidth(80);
        column("Methods", 90, rule -> rule.methods().isEmpty() ? "any" : String.join(", ", rule.methods()))
                .visibleProperty()
                .bind(wide);
        // Three letters of a host and three of a path say less than both in one column.
        TableColumn<NetworkRule, String> host =
                column("Host", 130, rule -> rule.host() + (wide.get() || rule.path() == null ? "" : rule.path()));
        host.setMinWidth(110);
        column("Path", 90, rule -> rule.path() == null ? "any" : rule.path())
                .visibleProperty()
                .bind(wide);
        wide.subscribe(() -> table.refresh());
        column(
                        "Sets",
                        120,
                        rule -> String.join(
                                ", ",
                                rule.headers().stream()
                                        .map(header -> header.name())
                                        .toList()))
                .visibleProperty()
                .bind(wide);
        TableColumn<NetworkRule, String> hits = column(
                "Hits", 44, rule -> String.valueOf(model.hitsProperty().get().getOrDefault(rule.id(), 0)));
        hits.setMinWidth(44);
        hits.setMaxWidth(70);
        hits.getStyleClass().add("number");
        TableColumn<NetworkRule, NetworkRule> remove = new TableColumn<>("");
        remove.setPrefWidth(32);
        remove.setMinWidth(32);
        remove.setMaxWidth(40);
        remove.setSortable(false);
        remove.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        remove.setCellFactory(column -> new RemoveCell());
        table.getColumns().add(remove);
    }

    private TableColumn<NetworkRule, String> column(String title, double width, Function<NetworkRule, String> value) {
        TableColumn<NetworkRule, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private VBox bar() {
        Button change = new Button("Edit");
        change.setId("rule-edit");
        change.setAccessibleText("Edit the rule that is selected");
        change.getStyleClass().addAll("small", "flat");
        change.setMinWidth(USE_PREF_SIZE);
        change.setOnAction(event -> edit());
        Button up = Panes.iconButton("rule-up", Icons.PREVIOUS.node(14), "Decide earlier (Alt+Up)", () -> move(-1));
        Button down = Panes.iconButton("rule-down", Icons.NEXT.node(14), "Decide later (Alt+Down)", () -> move(1));
        var selected = table.getSelectionModel().selectedIndexProperty();
        change.disableProperty().bind(selected.lessThan(0));
        up.disableProperty().bind(selected.lessThan(1));
        down.disableProperty()
                .bind(selected.lessThan(0)
                        .or(selected.greaterThanOrEqualTo(
                                Bindings.size(model.rules()).subtract(1))));
        Label hint = new Label("The first that fits decides. Hits: requests in the Network panel.");
        hint.getStyleClass().addAll("muted", "inspector-note");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        HBox bar = new HBox(change, up, down);
        bar.getStyleClass().add("inspector-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return new VBox(bar, hint);
    }

    private void pressed(KeyEvent event) {
        int index = table.getSelectionModel().getSelectedIndex();
        if (index < 0) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            edit();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.removeRule(index);
        } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            move(-1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            move(1);
        } else {
            return;
        }
        event.consume();
    }

    private void edit() {
        int index = table.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            edit.accept(index);
        }
    }

    private void move(int by) {
        int index = table.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            chosen = model.move(index, by);
        }
    }

    private void removeRow(int index) {
        // The button goes with its row, and the focus would go to the start of the window.
        table.requestFocus();
        model.removeRule(index);
    }

    /// Says the whole rule, of which a narrow column may show a part.
    private final class RuleRow extends TableRow<NetworkRule> {
        RuleRow() {
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !isEmpty()) {
                    edit();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable NetworkRule rule, boolean empty) {
            super.updateItem(rule, empty);
            setTooltip(empty || rule == null ? null : new Tooltip(rule.text()));
        }
    }

    private final class RemoveCell extends TableCell<NetworkRule, NetworkRule> {
        @Override
        protected void updateItem(@Nullable NetworkRule rule, boolean empty) {
            super.updateItem(rule, empty);
            setGraphic(
                    empty || rule == null
                            ? null
                            : Panes.iconButton(
                                    "rule-remove-" + getIndex(),
                                    Icons.CLOSE.node(14),
                                    "Remove the rule " + rule.text(),
                                    () -> removeRow(getIndex())));
        }
    }
}
