package dev.dynamicworkers.playground.app.panel.isolates;

import dev.dynamicworkers.playground.app.fx.ColumnSet;
import dev.dynamicworkers.playground.app.fx.Details;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.TableColumns;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The tree of isolates: who loaded whom, what each costs. Measures twice a second while it can be seen. FX thread.
public final class IsolatesView extends BorderPane implements AutoCloseable {
    private static final PseudoClass ENDED = PseudoClass.getPseudoClass("ended");

    private static final Duration MEASURED_EACH = Duration.millis(500);

    private final IsolatesViewModel model;
    private final TreeTableView<IsolateSnapshot> table = new TreeTableView<>();
    private final TableColumns columns;
    private final TreeItem<IsolateSnapshot> root = new TreeItem<>();
    private final Map<IsolateId, TreeItem<IsolateSnapshot>> items = new HashMap<>();
    private final Subscriptions subscriptions = new Subscriptions();
    private final IsolateDetails details;
    private final Timeline clock;

    /// @param model what is shown
    /// @param chosen which columns the person chose
    public IsolatesView(IsolatesViewModel model, ColumnSet.Memory chosen) {
        this.model = model;
        columns = new TableColumns(table, table.getColumns(), chosen);
        details = new IsolateDetails(model);
        setId("isolates");
        getStyleClass().add("tool-panel");
        table.setId("isolates-table");
        table.setAccessibleText("Isolates");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(26);
        table.setRoot(root);
        table.setShowRoot(false);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(view -> new IsolateRow());
        table.setPlaceholder(Panes.emptyState(
                Icons.ISOLATES.node(28, "muted-icon"), "No isolate is loaded", "They are made on the first request."));
        columns();
        columns.rowMenu(() -> details.actions());
        columns.manage();
        setTop(toolbar());
        setCenter(new Details(
                new StackPane(table),
                details,
                0.68,
                table.getSelectionModel().selectedItemProperty().isNotNull()));
        table.getSelectionModel().selectedItemProperty().subscribe(this::tell);
        subscriptions.onChange(
                () -> tell(table.getSelectionModel().getSelectedItem()),
                model.liveProperty(),
                model.seenVersionProperty());
        subscriptions.observe(model.snapshotsProperty(), this::show);
        subscriptions.listen(model.pauseProperty(), pause -> refresh());
        subscriptions.listen(model.staleProperty(), changes -> refresh());
        clock = new Timeline(new KeyFrame(MEASURED_EACH, tick -> measure()));
        clock.setCycleCount(Animation.INDEFINITE);
        subscriptions.add(clock::stop);
    }

    private void refresh() {
        table.refresh();
        tell(table.getSelectionModel().getSelectedItem());
    }

    /// Tells whether the panel can be seen.
    public void setShowing(boolean showing) {
        if (showing) {
            measure();
            clock.play();
        } else {
            clock.stop();
        }
    }

    /// Nobody sees it in a window that is minimized.
    private void measure() {
        boolean minimized = getScene() != null && getScene().getWindow() instanceof Stage stage && stage.isIconified();
        if (!minimized) {
            model.measure();
        }
    }

    private HBox toolbar() {
        Label note = new Label(
                "Retained counts what only this isolate keeps alive; shared belongs to all isolates of the engine.");
        subscriptions.listen(model.messageProperty(), note::setText);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(note.textProperty());
        note.setTooltip(whole);
        note.setId("isolates-note");
        note.getStyleClass().add("muted");
        note.setMinWidth(0);
        var evict = Panes.iconButton(
                "isolates-evict",
                Icons.CLEAR.node(16),
                "Evict all isolates: the next run starts cold",
                model::evictAll);
        subscriptions.observe(model.liveProperty(), live -> evict.setDisable(live));
        HBox toolbar = new HBox(note, Panes.spacer(), columns.button(Icons.COLUMNS.node(16)), evict);
        toolbar.getStyleClass().add("panel-toolbar");
        toolbar.setAlignment(Pos.CENTER_LEFT);
        return toolbar;
    }

    private void columns() {
        TreeTableColumn<IsolateSnapshot, IsolateSnapshot> name = new TreeTableColumn<>("Isolate");
        name.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        name.setCellFactory(column -> new NameCell(model));
        name.setPrefWidth(200);
        name.setMinWidth(210);
        name.setSortable(false);
        table.getColumns().add(name);
        text(0, "State", 90, "", model::state);
        text(780, "Requests", 76, "number", row -> String.format(Locale.ROOT, "%,d", row.requests()));
        text(0, "CPU", 84, "number", row -> Amounts.millis(row.cpuMillis()));
        text(700, "Allocated", 92, "number", row -> Amounts.bytes(row.allocatedBytes()));
        text(0, "Retained, own", 104, "number", row -> Amounts.bytes(row.retainedBytes()));
        text(620, "Age", 64, "number", row -> IsolatesViewModel.age(row.createdAt(), Instant.now()));
        text(900, "Idle", 64, "number", row -> IsolatesViewModel.idle(row, Instant.now()));
        text(980, "Last outcome", 110, "", model::lastOutcome);
        text(1090, "Ended because", 180, "", row -> row.endReason() == null ? "" : row.endReason());
    }

    /// @param from width of the table from which on the column is shown
    private void text(double from, String title, double width, String style, Function<IsolateSnapshot, String> value) {
        TreeTableColumn<IsolateSnapshot, String> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(width <= 110 ? width : 110);
        column.setSortable(false);
        column.getStyleClass().add(style.isEmpty() ? "text" : style);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(value.apply(row.getValue().getValue())));
        column.setCellFactory(made -> new FigureCell(style));
        columns.from(from, column);
        table.getColumns().add(column);
    }

    private void show(List<IsolateSnapshot> snapshots) {
        Map<IsolateId, List<TreeItem<IsolateSnapshot>>> children = new HashMap<>();
        List<TreeItem<IsolateSnapshot>> top = new ArrayList<>();
        List<IsolateId> present = snapshots.stream().map(IsolateSnapshot::id).toList();
        items.keySet().removeIf(id -> !present.contains(id));
        for (IsolateSnapshot snapshot : snapshots) {
            TreeItem<IsolateSnapshot> item = items.computeIfAbsent(snapshot.id(), id -> {
                TreeItem<IsolateSnapshot> made = new TreeItem<>(snapshot);
                made.setExpanded(true);
                return made;
            });
            item.setValue(snapshot);
            IsolateId parent = snapshot.parent();
            if (parent != null && present.contains(parent)) {
                children.computeIfAbsent(parent, id -> new ArrayList<>()).add(item);
            } else {
                top.add(item);
            }
        }
        items.forEach((id, item) -> {
            List<TreeItem<IsolateSnapshot>> wanted = children.getOrDefault(id, List.of());
            if (!wanted.equals(item.getChildren())) {
                item.getChildren().setAll(wanted);
            }
        });
        if (!top.equals(root.getChildren())) {
            root.getChildren().setAll(top);
        }
        tell(table.getSelectionModel().getSelectedItem());
    }

    private void tell(@Nullable TreeItem<IsolateSnapshot> item) {
        if (item != null) {
            model.look(item.getValue());
        }
        details.show(item == null ? null : item.getValue(), selection());
    }

    /// Ends the isolate that is selected, whatever it does.
    ///
    /// @return whether one is selected that lives
    public boolean killSelected() {
        return details.killShown();
    }

    /// Drops the isolate that is selected.
    ///
    /// @return whether one is selected that can be dropped
    public boolean evictSelected() {
        return details.evictShown();
    }

    /// Loads the isolate that is selected again.
    ///
    /// @return whether one is selected
    public boolean reloadSelected() {
        return details.reloadShown();
    }

    /// The isolates that are selected.
    public List<IsolateSnapshot> selection() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(TreeItem::getValue)
                .toList();
    }

    /// Puts the id of the isolate that is selected on the clipboard.
    ///
    /// @return whether one is selected
    public boolean copySelectedId() {
        TreeItem<IsolateSnapshot> item = table.getSelectionModel().getSelectedItem();
        if (item == null) {
            return false;
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(IsolatesViewModel.id(item.getValue()));
        Clipboard.getSystemClipboard().setContent(content);
        return true;
    }

    /// Its columns.
    public ColumnSet columnSet() {
        return columns.set();
    }

    /// Gives the focus to the table.
    public void focusTable() {
        table.requestFocus();
    }

    @Override
    public void close() {
        subscriptions.close();
    }

    private static final class IsolateRow extends TreeTableRow<IsolateSnapshot> {
        @Override
        protected void updateItem(IsolateSnapshot snapshot, boolean empty) {
            super.updateItem(snapshot, empty);
            pseudoClassStateChanged(ENDED, !empty && snapshot != null && snapshot.endReason() != null);
        }
    }

    private static final class FigureCell extends TreeTableCell<IsolateSnapshot, String> {
        private final String style;

        FigureCell(String style) {
            this.style = style;
            if (!style.isEmpty()) {
                getStyleClass().add(style);
            }
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            getStyleClass().remove("unknown");
            if (!empty && Amounts.UNKNOWN.equals(text) && !style.isEmpty()) {
                getStyleClass().add("unknown");
                setTooltip(new Tooltip("This figure could not be measured."));
            } else {
                setTooltip(null);
            }
        }
    }

    private static final class NameCell extends TreeTableCell<IsolateSnapshot, IsolateSnapshot> {
        private final IsolatesViewModel model;
        private final Label chip = new Label();
        private final Label role = new Label();
        private final HBox box = new HBox(chip, role);

        NameCell(IsolatesViewModel model) {
            this.model = model;
            chip.getStyleClass().add("chip");
            // Of two that are cut after the same letters nobody could tell which is which.
            chip.setMinWidth(Region.USE_PREF_SIZE);
            role.setMinWidth(0);
            role.getStyleClass().add("muted");
            box.setSpacing(8);
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable IsolateSnapshot snapshot, boolean empty) {
            super.updateItem(snapshot, empty);
            if (empty || snapshot == null) {
                setGraphic(null);
                return;
            }
            IsolateTag tag = model.tag(snapshot);
            boolean parent = snapshot.role() == IsolateSnapshot.Role.PARENT;
            Node icon =
                    (parent ? Icons.PARENT : Icons.DYNAMIC).node(14, parent ? "role-parent-icon" : "role-dynamic-icon");
            chip.setText(tag.label());
            chip.getStyleClass().removeIf(style -> style.startsWith("hue-"));
            chip.getStyleClass().add("hue-" + tag.hue());
            boolean stale = model.staleProperty().get().containsKey(snapshot.id());
            role.setText((parent ? "parent" : "dynamic") + (stale ? ", stale" : ""));
            role.setGraphic(icon);
            setGraphic(box);
        }
    }
}
