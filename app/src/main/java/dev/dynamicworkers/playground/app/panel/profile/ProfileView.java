package dev.dynamicworkers.playground.app.panel.profile;

import dev.dynamicworkers.playground.app.fx.ColumnSet;
import dev.dynamicworkers.playground.app.fx.EmptyState;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.TableColumns;
import dev.dynamicworkers.playground.app.fx.Tables;
import dev.dynamicworkers.playground.app.fx.YieldingRow;
import dev.dynamicworkers.playground.app.panel.profile.ProfileViewModel.Mode;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.io.File;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Functions and lines of a profiled run as tables, and its calls as a tree. FX thread.
public final class ProfileView extends BorderPane implements AutoCloseable {
    private final ProfileViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Map<Mode, ToggleButton> modes = new EnumMap<>(Mode.class);
    private final Map<Mode, TableColumns> columns = new EnumMap<>(Mode.class);
    private final TableView<ProfileRow> functions;
    private final TableView<ProfileRow> lines;
    private final CallsTree calls;
    private final FlameChart flame;
    private final BorderPane drawing = new BorderPane();
    private final Button profile = new Button("Profile this request");
    private final EmptyState nothing = Panes.emptyState(Icons.PROFILE.node(28, "muted-icon"), "", "");

    /// @param model what is shown
    /// @param chosen which columns the person chose, the same for functions, lines and calls
    public ProfileView(ProfileViewModel model, ColumnSet.Memory chosen) {
        this.model = model;
        setId("profile");
        getStyleClass().add("tool-panel");
        functions = table(Mode.FUNCTIONS, "profile-functions", "Functions by time", model.functions(), chosen);
        lines = table(Mode.LINES, "profile-lines", "Lines by time", model.lines(), chosen);
        calls = new CallsTree(model, chosen);
        columns.put(Mode.CALLS, calls.columns());
        Label detail = new Label();
        detail.setId("profile-flame-detail");
        detail.getStyleClass().addAll("mono", "timeline-detail");
        detail.setMinWidth(0);
        flame = new FlameChart(model, row -> detail.setText(words(row)));
        drawing.setCenter(Panes.scrolling(flame));
        drawing.setBottom(detail);
        profile.setId("profile-button");
        profile.setOnAction(event -> model.profile());
        nothing.with(profile);
        setTop(toolbar());
        subscriptions.observe(model.emptyProperty(), empty -> {
            nothing.say(empty.sentence(), empty.hint());
            profile.setDisable(!empty.isButton());
        });
        subscriptions.observe(model.callsProperty(), found -> {
            calls.show(found);
            flame.show(found);
            detail.setText("Arrows go from bar to bar, Space widens one, 0 shows all, Enter shows the code.");
            show();
        });
        subscriptions.observe(model.modeProperty(), mode -> {
            Objects.requireNonNull(modes.get(mode)).setSelected(true);
            show();
        });
    }

    private YieldingRow toolbar() {
        ToggleGroup group = new ToggleGroup();
        YieldingRow toolbar = new YieldingRow("profile-toolbar", 6);
        for (Mode mode : Mode.values()) {
            ToggleButton button = new ToggleButton(mode.title());
            button.setId("profile-mode-" + mode.name().toLowerCase(Locale.ROOT));
            button.setAccessibleText(mode.accessibleName());
            button.getStyleClass().add("small-toggle");
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                // A group lets go of its choice when it is chosen again.
                button.setSelected(true);
                model.modeProperty().set(mode);
            });
            modes.put(mode, button);
            toolbar.giveWay(10 - mode.ordinal(), button);
        }
        ComboBox<ProfileViewModel.Isolate> isolates = new ComboBox<>(model.isolates());
        isolates.setId("profile-isolate");
        isolates.setAccessibleText("Isolate");
        isolates.getStyleClass().add("small-combo");
        isolates.valueProperty().bindBidirectional(model.isolateProperty());
        isolates.disableProperty().bind(model.foundProperty().not());
        Label facts = new Label();
        facts.setId("profile-facts");
        facts.getStyleClass().add("muted");
        facts.setMinWidth(0);
        facts.textProperty().bind(model.factsProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.factsProperty());
        facts.setTooltip(whole);
        Button again = Panes.iconButton("profile-again", Icons.RUN.node(14), "Profile this request", model::profile);
        again.disableProperty().bind(model.liveProperty());
        Button export = Panes.iconButton(
                "profile-export",
                Icons.EXPORT.node(14),
                "Save as .cpuprofile for Chrome's developer tools and Visual Studio Code\u2026",
                this::export);
        export.disableProperty().bind(model.foundProperty().not());
        Button chooser = Panes.iconButton("profile-columns", Icons.COLUMNS.node(16), "Columns of the table", () -> {});
        chooser.setOnAction(event -> shownColumns().showUnder(chooser));
        chooser.disableProperty()
                .bind(model.foundProperty().not().or(model.modeProperty().isEqualTo(Mode.FLAME)));
        toolbar.giveWay(1, isolates)
                .shrinkOrDrop(4, facts, 80)
                .atEnd()
                .giveWay(5, again)
                .giveWay(2, chooser)
                .giveWay(3, export);
        toolbar.getStyleClass().add("panel-toolbar");
        return toolbar;
    }

    private TableView<ProfileRow> table(
            Mode mode, String id, String name, ObservableList<ProfileRow> rows, ColumnSet.Memory chosen) {
        SortedList<ProfileRow> sorted = new SortedList<>(rows);
        TableView<ProfileRow> table = Tables.dense(id, name, sorted, new Label("Nothing ran in this isolate."));
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        TableColumns choice = new TableColumns(table, table.getColumns(), chosen);
        columns.put(mode, choice);
        Tables.text(table, "Function", 200, "mono", ProfileRow::name);
        time(table, "Self", ProfileCells.Time.SELF);
        time(table, "Total", ProfileCells.Time.TOTAL);
        TableColumn<ProfileRow, ProfileRow> samples =
                column("Samples", 84, row -> row.spent().samples());
        samples.getStyleClass().add("number");
        samples.setCellFactory(made -> new FigureCell());
        samples.setMinWidth(84);
        samples.setMaxWidth(100);
        choice.from(640, samples);
        table.getColumns().add(samples);
        Tables.text(table, "Place", 200, Tables.PATH, ProfileRow::where).setMinWidth(120);
        TableColumn<ProfileRow, ProfileRow> isolate = new TableColumn<>("Isolate");
        isolate.setPrefWidth(110);
        isolate.setMinWidth(96);
        isolate.setMaxWidth(160);
        isolate.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        isolate.setComparator(Comparator.comparing(row -> row.isolate().label()));
        isolate.setCellFactory(made -> ProfileCells.isolateOfTable());
        choice.from(560, isolate);
        table.getColumns().add(isolate);
        choice.manage();
        Tables.onEnter(table, model::open);
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                model.open(table.getSelectionModel().getSelectedItem());
            }
        });
        return table;
    }

    private static void time(TableView<ProfileRow> table, String title, ProfileCells.Time time) {
        TableColumn<ProfileRow, ProfileRow> column =
                column(title, 190, row -> time.micros().applyAsLong(row));
        column.setMinWidth(84);
        column.setCellFactory(made -> ProfileCells.ofTable(time));
        table.getColumns().add(column);
    }

    /// A column that is sorted by a number, the largest first.
    private static TableColumn<ProfileRow, ProfileRow> column(
            String title, double width, ToLongFunction<ProfileRow> number) {
        TableColumn<ProfileRow, ProfileRow> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortType(TableColumn.SortType.DESCENDING);
        column.setComparator(Comparator.comparingLong(number));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }

    private void show() {
        setCenter(model.functions().isEmpty() ? nothing : shown());
    }

    private Node shown() {
        return switch (model.modeProperty().get()) {
            case FUNCTIONS -> functions;
            case LINES -> lines;
            case CALLS -> calls;
            case FLAME -> drawing;
        };
    }

    private TableColumns shownColumns() {
        Mode mode = model.modeProperty().get();
        return Objects.requireNonNull(columns.get(mode == Mode.FLAME ? Mode.FUNCTIONS : mode));
    }

    /// The columns of the table that is shown, or of the functions where bars are.
    public ColumnSet columnSet() {
        return shownColumns().set();
    }

    private static String words(ProfileRow row) {
        return String.format(
                Locale.ROOT,
                "%s  %s  total %s, %s, self %s%s",
                row.isolate().label(),
                row.name(),
                ProfileRow.time(row.spent().totalMicros()),
                ProfileRow.percent(row.totalShare()),
                ProfileRow.time(row.spent().selfMicros()),
                row.where().isEmpty() ? "" : "  " + row.where());
    }

    /// Asks for a file and writes the profile into it.
    public void export() {
        if (model.foundProperty().get()) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Save the profile");
            chooser.setInitialFileName(model.fileName());
            File chosen = chooser.showSaveDialog(getScene().getWindow());
            if (chosen != null) {
                model.export(chosen.toPath());
            }
        }
    }

    /// Gives the focus to what is shown, or to the button where nothing is.
    public void focusTable() {
        if (model.functions().isEmpty()) {
            profile.requestFocus();
        } else if (model.modeProperty().get() == Mode.FLAME) {
            flame.requestFocus();
        } else {
            shown().requestFocus();
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }

    private static final class FigureCell extends TableCell<ProfileRow, ProfileRow> {
        FigureCell() {
            getStyleClass().add("number");
        }

        @Override
        protected void updateItem(@Nullable ProfileRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(
                    empty || row == null
                            ? null
                            : String.format(Locale.ROOT, "%,d", row.spent().samples()));
        }
    }
}
