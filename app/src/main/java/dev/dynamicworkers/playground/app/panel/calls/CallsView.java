package dev.dynamicworkers.playground.app.panel.calls;

import dev.dynamicworkers.playground.app.fx.ColumnSet;
import dev.dynamicworkers.playground.app.fx.Details;
import dev.dynamicworkers.playground.app.fx.DetailsPane;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.SearchField;
import dev.dynamicworkers.playground.app.fx.TableColumns;
import dev.dynamicworkers.playground.app.fx.Tables;
import dev.dynamicworkers.playground.app.fx.YieldingRow;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.CallEntry;
import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.io.File;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The table of calls with the details of one; Enter or a double click shows the line that made it. FX thread.
public final class CallsView extends BorderPane {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final CallsViewModel model;
    private final TableView<CallEntry> table;
    private final TableColumns columns;
    private final DetailsPane details = new DetailsPane(
            "calls-details", "Select a call to see its arguments, its result and who decided about it.");

    /// @param model what is shown
    /// @param chosen which columns the person chose
    public CallsView(CallsViewModel model, ColumnSet.Memory chosen) {
        this.model = model;
        setId("calls");
        getStyleClass().add("tool-panel");
        table = Tables.filtered(
                "calls-table",
                "Calls",
                model.shown(),
                model.filterProperty(),
                new Tables.Empty(
                        Icons.CALLS.node(28, "muted-icon"),
                        "No calls",
                        "Calls of bindings, of other isolates and to the network appear here, with what came back.",
                        "calls",
                        Icons.FILTER.node(28, "muted-icon")));
        columns = new TableColumns(table, table.getColumns(), chosen);
        columns();
        columns.rowMenu(details::actions);
        columns.manage();
        table.getSelectionModel().selectedItemProperty().subscribe(this::detail);
        Tables.onEnter(table, model::open);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openSelected();
            }
        });
        setTop(toolbar());
        setCenter(new Details(
                table,
                details,
                0.74,
                table.getSelectionModel().selectedItemProperty().isNotNull()));
        detail(null);
    }

    private void openSelected() {
        CallEntry entry = table.getSelectionModel().getSelectedItem();
        if (entry != null) {
            model.open(entry);
        }
    }

    private YieldingRow toolbar() {
        return Tables.toolbar(
                new SearchField(
                        "calls-filter",
                        "Filter: text -text run:4 isolate:x denied",
                        Icons.FILTER.node(14, "muted-icon")),
                model.filterProperty(),
                columns.button(Icons.COLUMNS.node(16)),
                Panes.iconButton("calls-export", Icons.EXPORT.node(16), "Export the calls as JSON lines", this::export),
                Panes.iconButton("calls-clear", Icons.CLEAR.node(16), "Clear the panel of calls", model::clear));
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the calls that are shown");
        chooser.setInitialFileName("calls.jsonl");
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.export(chosen.toPath());
        }
    }

    private void columns() {
        columns.from(
                900,
                Tables.text(
                        table,
                        "Time",
                        112,
                        "mono",
                        row -> TIME.format(row.call().at())));
        columns.from(840, Tables.text(table, "Run", 54, "", row -> "#" + row.run()));
        TableColumn<CallEntry, IsolateTag> isolate = new TableColumn<>("Isolate");
        isolate.setPrefWidth(108);
        isolate.setMinWidth(108);
        isolate.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().caller()));
        isolate.setCellFactory(column -> new ChipCell());
        table.getColumns().add(isolate);
        Tables.text(table, "Call", 130, "mono", CallEntry::name);
        Tables.text(table, "Arguments", 150, "mono", row -> row.call().arguments());
        Tables.text(table, "Result", 150, "mono", CallEntry::outcome);
        Tables.text(
                table, "Took", 70, "number", row -> Amounts.millis(row.call().durationMillis()));
        columns.from(
                1060,
                Tables.text(table, "Sent", 70, "number", row -> size(row.call().sentBytes())));
        columns.from(
                1060,
                Tables.text(
                        table, "Received", 76, "number", row -> size(row.call().receivedBytes())));
        TableColumn<CallEntry, CallEntry> decision = new TableColumn<>("Decision");
        decision.setPrefWidth(100);
        decision.setMinWidth(100);
        decision.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        decision.setCellFactory(column -> new DecisionCell());
        table.getColumns().add(decision);
        columns.from(720, Tables.text(table, "Line", 190, Tables.PATH, CallEntry::source));
    }

    /// Empty where it is not measured; the details say so.
    private static String size(@Nullable Long bytes) {
        return bytes == null ? "" : Amounts.bytes(bytes);
    }

    private void detail(@Nullable CallEntry entry) {
        if (entry == null) {
            details.clear();
            return;
        }
        Button open = DetailsPane.button("calls-open", "Show line", () -> model.open(entry));
        open.setDisable(entry.place() == null);
        details.show(
                model.details(entry),
                open,
                DetailsPane.button("calls-rule", "Rule\u2026", () -> model.inspect(entry)),
                DetailsPane.button("calls-run", "Only this run", () -> model.onlyRun(entry)));
    }

    /// Its columns.
    public ColumnSet columnSet() {
        return columns.set();
    }

    /// Gives the focus to the table.
    public void focusTable() {
        Tables.focus(table);
    }

    private static final class ChipCell extends TableCell<CallEntry, IsolateTag> {
        private final Label chip = new Label();

        @Override
        protected void updateItem(@Nullable IsolateTag tag, boolean empty) {
            super.updateItem(tag, empty);
            if (empty || tag == null) {
                setGraphic(null);
                return;
            }
            chip.setText(tag.label());
            chip.getStyleClass().setAll("label", "chip", "hue-" + tag.hue());
            setGraphic(chip);
        }
    }

    private static final class DecisionCell extends TableCell<CallEntry, CallEntry> {
        private final Label word = new Label();

        @Override
        protected void updateItem(@Nullable CallEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            boolean failed = entry.call().error() != null;
            word.setText(entry.isDenied() || !failed ? entry.decision() : "failed");
            word.getStyleClass().setAll("label", entry.isDenied() || failed ? "killed" : "ok");
            word.setGraphic((entry.isDenied() ? Icons.DENIED : failed ? Icons.ERROR : Icons.OK).node(14));
            setGraphic(word);
        }
    }
}
