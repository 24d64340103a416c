package dev.dynamicworkers.playground.app.panel.runs;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.StatusBadge;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The history of runs; Enter or a click opens one in the response panel. FX thread.
public final class RunsView extends BorderPane {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final TableView<RunRecord> table = new TableView<>();

    /// @param model what is shown
    public RunsView(RunsViewModel model) {
        setId("runs");
        getStyleClass().add("tool-panel");
        table.setId("runs-table");
        table.setAccessibleText("Runs");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(26);
        table.setItems(model.runs());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Panes.emptyState(
                Icons.HISTORY.node(28, "muted-icon"), "No runs yet", "Every request you send is kept here."));
        text("#", 50, "number", run -> "#" + run.number());
        text("Time", 80, "", run -> TIME.format(run.startedAt()));
        text("Request", 320, "", run -> run.request().summary());
        TableColumn<RunRecord, RunVerdict> outcome = new TableColumn<>("Outcome");
        outcome.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().verdict()));
        outcome.setCellFactory(column -> new VerdictCell());
        outcome.setPrefWidth(140);
        table.getColumns().add(outcome);
        text(
                "Status",
                66,
                "number",
                run -> run.reply() == null ? "" : String.valueOf(run.reply().status()));
        text("Time taken", 90, "number", run -> Amounts.millis(run.totalMillis()));
        text("CPU", 84, "number", run -> run.isolates().isEmpty() ? "" : Amounts.millis(run.cpuMillis()));
        text("Start", 70, "", run -> run.isolates().isEmpty() ? "" : run.cold().name());
        text(
                "Isolates",
                70,
                "number",
                run -> run.isolates().isEmpty()
                        ? ""
                        : String.valueOf(run.isolates().size()));
        table.setOnMouseClicked(event -> open(model));
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(model);
            }
        });
        setCenter(table);
    }

    private void open(RunsViewModel model) {
        RunRecord run = table.getSelectionModel().getSelectedItem();
        if (run != null) {
            model.open(run);
        }
    }

    private void text(String title, double width, String style, Function<RunRecord, String> value) {
        TableColumn<RunRecord, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
        }
        table.getColumns().add(column);
    }

    /// Gives the focus to the table.
    public void focusTable() {
        table.requestFocus();
    }

    private static final class VerdictCell extends TableCell<RunRecord, RunVerdict> {
        private final StatusBadge badge = new StatusBadge();

        @Override
        protected void updateItem(@Nullable RunVerdict verdict, boolean empty) {
            super.updateItem(verdict, empty);
            if (empty || verdict == null) {
                setGraphic(null);
                return;
            }
            badge.show(verdict.word(), verdict.tone());
            setGraphic(badge);
        }
    }
}
