package dev.dynamicworkers.playground.app.panel.network;

import dev.dynamicworkers.playground.app.fx.ColumnSet;
import dev.dynamicworkers.playground.app.fx.Details;
import dev.dynamicworkers.playground.app.fx.DetailsPane;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.SearchField;
import dev.dynamicworkers.playground.app.fx.TableColumns;
import dev.dynamicworkers.playground.app.fx.Tables;
import dev.dynamicworkers.playground.app.fx.YieldingRow;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.NetworkEntry;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The table of outgoing requests with the details of one; refused ones stay first-class. FX thread.
public final class NetworkView extends BorderPane {
    private final NetworkViewModel model;
    private final TableView<NetworkEntry> table;
    private final TableColumns columns;
    private List<ExchangeText.Part> parts = List.of();
    private final DetailsPane details =
            new DetailsPane("network-details", "Select a request to see who decided about it.");

    /// @param model what is shown
    /// @param chosen which columns the person chose
    public NetworkView(NetworkViewModel model, ColumnSet.Memory chosen) {
        this.model = model;
        setId("network");
        getStyleClass().add("tool-panel");
        table = Tables.filtered(
                "network-table",
                "Outgoing requests",
                model.shown(),
                model.filterProperty(),
                new Tables.Empty(
                        Icons.NETWORK.node(28, "muted-icon"),
                        "No outgoing requests",
                        "Every fetch() of an isolate appears here with what was decided about it.",
                        "outgoing requests",
                        Icons.FILTER.node(28, "muted-icon")));
        columns = new TableColumns(table, table.getColumns(), chosen);
        columns();
        columns.rowMenu(details::actions);
        columns.manage();
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getSelectionModel().selectedItemProperty().subscribe(this::detail);
        Tables.onEnter(table, model::makeRule);
        setTop(toolbar());
        setCenter(new Details(
                table,
                details,
                0.74,
                table.getSelectionModel().selectedItemProperty().isNotNull()));
        detail(null);
        model.exchangesProperty().subscribe(version -> {
            NetworkEntry selected = table.getSelectionModel().getSelectedItem();
            if (selected != null && !model.exchange(selected).equals(parts)) {
                detail(selected);
            }
        });
    }

    private YieldingRow toolbar() {
        return Tables.toolbar(
                new SearchField("network-filter", "Filter: text run:4 denied", Icons.FILTER.node(14, "muted-icon")),
                model.filterProperty(),
                columns.button(Icons.COLUMNS.node(16)),
                Panes.iconButton("network-har", Icons.EXPORT.node(16), "Export as an HTTP archive (HAR)", this::export),
                Panes.iconButton("network-clear", Icons.CLEAR.node(16), "Clear the network panel", model::clear));
    }

    private void columns() {
        TableColumn<NetworkEntry, SubrequestRecord.Decision> decision = new TableColumn<>("Decision");
        decision.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().request().decision()));
        decision.setCellFactory(column -> new DecisionCell());
        decision.setPrefWidth(126);
        decision.setMinWidth(126);
        decision.setMaxWidth(150);
        table.getColumns().add(decision);
        text("Method", 66, row -> row.request().method());
        Tables.text(table, "URL", 260, Tables.ADDRESS, row -> row.request().url())
                .setMinWidth(180);
        text(
                "Status",
                56,
                row -> row.request().status() == null
                        ? ""
                        : String.valueOf(row.request().status()));
        var type = text(
                "Type",
                90,
                row -> row.request().contentType() == null
                        ? ""
                        : row.request().contentType().replaceFirst(";.*", ""));
        columns.from(760, type);
        text(
                "Time",
                70,
                row -> row.request().millis() == null
                        ? ""
                        : Amounts.millis(row.request().millis()));
        TableColumn<NetworkEntry, NetworkEntry> waterfall = new TableColumn<>("Waterfall");
        waterfall.setPrefWidth(110);
        waterfall.setMinWidth(80);
        waterfall.setMaxWidth(220);
        columns.from(690, waterfall);
        waterfall.setSortable(false);
        waterfall.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        waterfall.setCellFactory(column -> new BarCell());
        table.getColumns().add(waterfall);
        columns.from(590, text("Isolate", 100, row -> row.isolate().label()));
        columns.from(820, text("Run", 54, row -> "#" + row.run()));
        columns.from(950, text("Rule", 130, row -> {
            SubrequestRecord.Rule rule = row.request().rule();
            return rule == null ? "" : rule.text();
        }));
    }

    private TableColumn<NetworkEntry, String> text(String title, double width, Function<NetworkEntry, String> value) {
        return Tables.text(table, title, width, "", value);
    }

    private void detail(@Nullable NetworkEntry entry) {
        if (entry == null) {
            details.clear();
            return;
        }
        details.show(
                model.details(entry),
                DetailsPane.button("network-make-rule", "Make rule", () -> model.makeRule(entry)),
                DetailsPane.button("network-fake", "Fake this", () -> model.fake(entry)),
                DetailsPane.button("network-curl", "Copy as curl", () -> copy(model.curl(entry))),
                DetailsPane.button("network-code", code(entry), () -> model.openIsolate(entry)));
        parts = model.exchange(entry);
        if (!parts.isEmpty()) {
            details.add(new ExchangePane(parts));
        }
    }

    private String code(NetworkEntry entry) {
        Place place = model.place(entry);
        return place == null ? "Show code" : "Go to " + place.text();
    }

    /// Lets requests like the selected one be answered by a fixture.
    ///
    /// @return whether one is selected
    public boolean fakeSelected() {
        NetworkEntry selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            model.fake(selected);
        }
        return selected != null;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Asks for a file and writes the requests that are shown into it.
    public void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the requests that are shown");
        chooser.setInitialFileName("requests.har");
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.export(chosen.toPath());
        }
    }

    /// Its columns.
    public ColumnSet columnSet() {
        return columns.set();
    }

    /// Gives the focus to the table.
    public void focusTable() {
        Tables.focus(table);
    }

    private final class BarCell extends TableCell<NetworkEntry, NetworkEntry> {
        private final Region bar = new Region();
        private final Pane track = new Pane(bar);
        private NetworkViewModel.@Nullable Bar shown;

        BarCell() {
            bar.getStyleClass().add("waterfall-bar");
            track.setMinHeight(10);
            track.setPrefHeight(10);
            track.setMaxHeight(10);
            track.widthProperty().subscribe(width -> place());
        }

        private void place() {
            NetworkViewModel.Bar placed = shown;
            if (placed != null) {
                double width = track.getWidth();
                bar.resizeRelocate(
                        width * placed.start(),
                        0,
                        Math.max(2, width * Math.min(placed.length(), 1 - placed.start())),
                        10);
            }
        }

        @Override
        protected void updateItem(@Nullable NetworkEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            shown = empty || entry == null ? null : model.bar(entry);
            setGraphic(shown == null ? null : track);
            place();
        }
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
                case INTERCEPTED, ANSWERED -> tone("role-dynamic-icon", Icons.SHIELD);
            }
            setGraphic(word);
        }

        private void tone(String style, Icons icon) {
            word.getStyleClass().add(style);
            word.setGraphic(icon.node(14));
        }
    }
}
