package dev.dynamicworkers.playground.app.panel.network;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.session.NetworkEntry;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The table of outgoing requests; refused ones stay first-class. FX thread.
public final class NetworkView extends BorderPane {
    private final TableView<NetworkEntry> table = new TableView<>();

    /// @param model what is shown
    public NetworkView(NetworkViewModel model) {
        setId("network");
        getStyleClass().add("tool-panel");
        table.setId("network-table");
        table.setAccessibleText("Outgoing requests");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(26);
        table.setItems(model.entries());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Panes.emptyState(
                Icons.NETWORK.node(28, "muted-icon"),
                "No outgoing requests",
                "Every fetch() of an isolate appears here with what was decided about it."));
        TableColumn<NetworkEntry, SubrequestRecord.Decision> decision = new TableColumn<>("Decision");
        decision.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().request().decision()));
        decision.setCellFactory(column -> new DecisionCell());
        decision.setPrefWidth(120);
        table.getColumns().add(decision);
        text("Method", 76, row -> row.request().method());
        text("URL", 420, row -> row.request().url());
        text(
                "Status",
                70,
                row -> row.request().status() == null
                        ? ""
                        : String.valueOf(row.request().status()));
        text("Isolate", 130, row -> row.isolate().label());
        text("Run", 60, row -> "#" + row.run());
        text(
                "Reason",
                240,
                row -> row.request().reason() == null ? "" : row.request().reason());
        Label explanation = new Label("Requests of isolates to the outside, and who decided about them.");
        explanation.getStyleClass().add("muted");
        HBox toolbar = new HBox(
                explanation,
                Panes.spacer(),
                Panes.iconButton("network-clear", Icons.CLEAR.node(16), "Clear the network panel", model::clear));
        toolbar.getStyleClass().add("panel-toolbar");
        toolbar.setAlignment(Pos.CENTER_LEFT);
        setTop(toolbar);
        setCenter(table);
    }

    private void text(String title, double width, Function<NetworkEntry, String> value) {
        TableColumn<NetworkEntry, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        table.getColumns().add(column);
    }

    /// Gives the focus to the table.
    public void focusTable() {
        table.requestFocus();
    }

    private static final class DecisionCell extends TableCell<NetworkEntry, SubrequestRecord.Decision> {
        private final Label word = new Label();

        @Override
        protected void updateItem(SubrequestRecord.@Nullable Decision decision, boolean empty) {
            super.updateItem(decision, empty);
            if (empty || decision == null) {
                setGraphic(null);
                return;
            }
            word.setText(decision.name().toLowerCase(Locale.ROOT));
            word.getStyleClass().removeAll("killed", "ok", "role-dynamic-icon");
            switch (decision) {
                case ALLOWED -> tone("ok", Icons.NETWORK);
                case DENIED -> tone("killed", Icons.DENIED);
                case ANSWERED, INTERCEPTED -> tone("role-dynamic-icon", Icons.SHIELD);
            }
            setGraphic(word);
        }

        private void tone(String style, Icons icon) {
            word.getStyleClass().add(style);
            word.setGraphic(icon.node(14));
        }
    }
}
