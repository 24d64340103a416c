package dev.dynamicworkers.playground.app.panel.runs;

import dev.dynamicworkers.playground.app.fx.ColumnSet;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.SearchField;
import dev.dynamicworkers.playground.app.fx.StatusBadge;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.TableColumns;
import dev.dynamicworkers.playground.app.fx.Tables;
import dev.dynamicworkers.playground.app.fx.YieldingRow;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.RunCpu;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.io.File;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The history of runs; Enter or a click opens one in the response panel. FX thread.
public final class RunsView extends BorderPane implements AutoCloseable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final RunsViewModel model;
    private final TableView<RunRecord> table;
    private final TableColumns columns;
    private final List<Button> actions = new ArrayList<>();
    private final Button pin;
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param model what is shown
    /// @param chosen which columns the person chose
    public RunsView(RunsViewModel model, ColumnSet.Memory chosen) {
        this.model = model;
        setId("runs");
        getStyleClass().add("tool-panel");
        table = Tables.filtered(
                "runs-table",
                "Runs",
                model.shown(),
                model.filterProperty(),
                new Tables.Empty(
                        Icons.HISTORY.node(28, "muted-icon"),
                        "No runs yet",
                        "Every request you send is kept here.",
                        "runs",
                        Icons.FILTER.node(28, "muted-icon")));
        pin = action("runs-pin", "Pin for diff", model::pin);
        columns = new TableColumns(table, table.getColumns(), chosen);
        text("#", 68, "number", run -> "#" + run.number()).setCellFactory(column -> new NumberCell());
        text("Time", 100, "", RunsView::time);
        text("Request", 320, "", run -> run.request().summary());
        TableColumn<RunRecord, RunVerdict> outcome = new TableColumn<>("Outcome");
        outcome.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().verdict()));
        outcome.setCellFactory(column -> new VerdictCell());
        outcome.setPrefWidth(140);
        outcome.setMinWidth(90);
        table.getColumns().add(outcome);
        text(
                "Status",
                66,
                "number",
                run -> run.reply() == null ? "" : run.reply().statusWord());
        text("Time taken", 90, "number", run -> Amounts.millis(run.totalMillis()));
        columns.from(620, text("CPU", 84, "number", RunsView::cpu));
        columns.from(
                690,
                text(
                        "Start",
                        70,
                        "",
                        run -> run.isolates().isEmpty() ? "" : run.cold().name()));
        columns.from(
                760,
                text(
                        "Isolates",
                        70,
                        "number",
                        run -> run.isolates().isEmpty()
                                ? ""
                                : String.valueOf(run.isolates().size())));
        columns.from(830, text("Code", 76, "", run -> model.isCodeChanged(run) ? "changed" : ""));
        columns.rowMenu(() -> table.getSelectionModel().isEmpty() ? List.of() : actions);
        columns.manage();
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                open(model);
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(model);
            }
        });
        setCenter(table);
        setTop(toolbar(model));
        subscriptions.onChange(
                this::showPinned,
                model.pinnedProperty(),
                table.getSelectionModel().selectedItemProperty());
        showPinned();
    }

    /// Marks the row of the pinned run, and says what the button does to the selected one.
    private void showPinned() {
        RunRecord chosen = table.getSelectionModel().getSelectedItem();
        boolean isPinned = chosen != null && chosen == model.pinnedProperty().get();
        pin.setText(isPinned ? "Unpin" : "Pin for diff");
        table.lookupAll(".run-number").forEach(cell -> ((NumberCell) cell).showPin());
    }

    private static String cpu(RunRecord run) {
        return run.isolates().isEmpty() ? "" : Amounts.millis(RunCpu.of(run).millis());
    }

    private static String time(RunRecord run) {
        ZoneId zone = ZoneId.systemDefault();
        boolean today = LocalDate.ofInstant(run.startedAt(), zone).equals(LocalDate.now(zone));
        return (today ? TIME : DAY).format(run.startedAt());
    }

    private YieldingRow toolbar(RunsViewModel model) {
        SearchField filter = new SearchField(
                "runs-filter", "Filter: text -text killed 500 isolate:x", Icons.FILTER.node(14, "muted-icon"));
        filter.field().textProperty().bindBidirectional(model.filterProperty());
        filter.setPrefWidth(260);
        YieldingRow toolbar = new YieldingRow("runs-toolbar", 6)
                .shrink(filter, 90)
                .atEnd()
                .giveWay(4, action("runs-compose", "Edit and send", model::compose))
                .giveWay(3, action("runs-replay", "Replay", model::replay))
                .giveWay(2, pin)
                .giveWay(1, action("runs-report", "Copy report", this::copy))
                .giveWay(1, action("runs-export", "Export\u2026", run -> export(model, run)))
                .giveWay(1, columns.button(Icons.COLUMNS.node(16)))
                .stay(Panes.iconButton(
                        "runs-clear",
                        Icons.CLEAR.node(16),
                        "Forget all runs, those of earlier sessions included",
                        model::clear));
        toolbar.getStyleClass().add("panel-toolbar");
        return toolbar;
    }

    /// Puts the run that the response panel shows on the clipboard as Markdown.
    public void copyShown() {
        RunRecord run = model.shownRun();
        if (run == null) {
            model.told(null);
        } else {
            copy(run);
        }
    }

    private void copy(RunRecord run) {
        model.report(run, text -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            model.told(run);
        });
    }

    private void export(RunsViewModel model, RunRecord run) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export run #" + run.number());
        chooser.setInitialFileName("run-" + run.number() + ".json");
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.export(run, chosen.toPath());
        }
    }

    private Button action(String id, String title, Consumer<RunRecord> action) {
        Button button = new Button(title);
        button.setId(id);
        actions.add(button);
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(event -> {
            RunRecord run = table.getSelectionModel().getSelectedItem();
            if (run != null) {
                action.accept(run);
            }
        });
        return button;
    }

    private void open(RunsViewModel model) {
        RunRecord run = table.getSelectionModel().getSelectedItem();
        if (run != null) {
            model.open(run);
        }
    }

    private TableColumn<RunRecord, String> text(
            String title, double width, String style, Function<RunRecord, String> value) {
        return Tables.text(table, title, width, style, value);
    }

    /// Its columns.
    public ColumnSet columnSet() {
        return columns.set();
    }

    @Override
    public void close() {
        subscriptions.close();
    }

    /// Gives the focus to the table.
    public void focusTable() {
        Tables.focus(table);
    }

    /// The number of a run, with a pin beside that of the pinned one.
    private final class NumberCell extends TableCell<RunRecord, String> {
        NumberCell() {
            getStyleClass().addAll("number", "run-number");
        }

        @Override
        protected void updateItem(@Nullable String number, boolean empty) {
            super.updateItem(number, empty);
            setText(empty ? null : number);
            showPin();
        }

        void showPin() {
            TableRow<RunRecord> row = getTableRow();
            RunRecord run = isEmpty() || row == null ? null : row.getItem();
            boolean isPinned = run != null && run == model.pinnedProperty().get();
            setGraphic(isPinned ? Icons.PIN.node(12) : null);
            setAccessibleText(isPinned ? getText() + ", pinned" : getText());
        }
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
