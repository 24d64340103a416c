package dev.dynamicworkers.playground.app.panel.profile;

import dev.dynamicworkers.playground.app.fx.ColumnSet;
import dev.dynamicworkers.playground.app.fx.TableColumns;
import dev.dynamicworkers.playground.app.fx.Tables;
import dev.dynamicworkers.playground.app.panel.profile.ProfileViewModel.Branch;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// Who called whom, each with the bar of its time: opened along the way on which the most time went. FX thread.
final class CallsTree extends TreeTableView<ProfileRow> {
    /// Where a call takes less than this part of its caller's time, the way ends.
    private static final double HOT = 0.5;

    private final TableColumns columns;

    CallsTree(ProfileViewModel model, ColumnSet.Memory chosen) {
        columns = new TableColumns(this, getColumns(), chosen);
        setId("profile-calls");
        setAccessibleText("Calls by time");
        getStyleClass().add("dense");
        setFixedCellSize(26);
        setShowRoot(false);
        setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        text("Function", 280, 0, "mono", ProfileRow::name);
        time("Total", ProfileCells.Time.TOTAL);
        time("Self", ProfileCells.Time.SELF);
        text("Place", 200, 560, Tables.PATH, ProfileRow::where);
        TreeTableColumn<ProfileRow, ProfileRow> isolate = column("Isolate", 110);
        isolate.setMinWidth(96);
        isolate.setMaxWidth(160);
        isolate.setCellFactory(made -> ProfileCells.isolateOfTree());
        columns.from(640, isolate);
        columns.manage();
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.open(selected());
            }
        });
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                model.open(selected());
            }
        });
    }

    TableColumns columns() {
        return columns;
    }

    private @Nullable ProfileRow selected() {
        TreeItem<ProfileRow> item = getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue();
    }

    private TreeTableColumn<ProfileRow, ProfileRow> column(String title, double width) {
        TreeTableColumn<ProfileRow, ProfileRow> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        getColumns().add(column);
        return column;
    }

    private void time(String title, ProfileCells.Time time) {
        TreeTableColumn<ProfileRow, ProfileRow> column = column(title, 190);
        column.setMinWidth(84);
        column.setCellFactory(made -> ProfileCells.ofTree(time));
    }

    /// @param from width of the tree from which on the column is shown
    private void text(String title, double width, double from, String style, Function<ProfileRow, String> value) {
        TreeTableColumn<ProfileRow, String> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(120);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(value.apply(row.getValue().getValue())));
        column.setCellFactory(made -> new TextCell(style));
        columns.from(from, column);
        getColumns().add(column);
    }

    /// Shows other calls.
    void show(List<Branch> found) {
        TreeItem<ProfileRow> root = new TreeItem<>();
        found.forEach(branch -> root.getChildren().add(new Item(branch)));
        root.setExpanded(true);
        if (!found.isEmpty()) {
            open(root.getChildren().getFirst());
        }
        setRoot(root);
    }

    private static void open(TreeItem<ProfileRow> first) {
        TreeItem<ProfileRow> at = first;
        while (true) {
            at.setExpanded(true);
            if (at.getChildren().isEmpty()) {
                return;
            }
            TreeItem<ProfileRow> next = at.getChildren().getFirst();
            if (next.getValue().spent().totalMicros()
                    < HOT * at.getValue().spent().totalMicros()) {
                return;
            }
            at = next;
        }
    }

    /// Makes what is below it when that is first asked for.
    private static final class Item extends TreeItem<ProfileRow> {
        private final Branch branch;
        private boolean isFilled;

        Item(Branch branch) {
            super(branch.row());
            this.branch = branch;
        }

        @Override
        public boolean isLeaf() {
            return branch.calls().isEmpty();
        }

        @Override
        public ObservableList<TreeItem<ProfileRow>> getChildren() {
            if (!isFilled) {
                isFilled = true;
                branch.calls().forEach(call -> super.getChildren().add(new Item(call)));
            }
            return super.getChildren();
        }
    }

    private static final class TextCell extends TreeTableCell<ProfileRow, String> {
        TextCell(String style) {
            getStyleClass().add("mono");
            if (style.equals(Tables.PATH)) {
                // The end of a path says more than its beginning.
                setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            }
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }
    }
}
