package dev.dynamicworkers.playground.app.fx;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The dense tables of the tool panels. FX thread.
public final class Tables {
    private static final double ROW_HEIGHT = 26;
    /// Style of cells with paths.
    public static final String PATH = "path";
    /// Style of cells with addresses.
    public static final String ADDRESS = "address";

    private static final int LONG = 12;
    private static final double NARROW = 112;
    private static final double ROOM = 1.4;
    private static final double FILTER_WIDTH = 300;
    private static final double FILTER_LEAST = 90;
    private static final double GAP = 6;

    private Tables() {}

    /// A table of rows that never change.
    ///
    /// @param name what screen readers say
    /// @param empty what is shown while there are no rows
    public static <T> TableView<T> dense(String id, String name, ObservableList<T> rows, Node empty) {
        TableView<T> table = new TableView<>(rows);
        table.setId(id);
        table.setAccessibleText(name);
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(empty);
        return table;
    }

    /// What a table says while it has no rows.
    ///
    /// @param title that there are none
    /// @param hint where they come from
    /// @param rows what they are, in the plural
    /// @param filterIcon where the filter hides them
    public record Empty(Node icon, String title, String hint, String rows, Node filterIcon) {}

    /// A table of rows that never change under a filter: without rows it says that there are none, or that its filter
    /// hides them, and the way back.
    ///
    /// @param name what screen readers say
    /// @param filter what is typed
    public static <T> TableView<T> filtered(
            String id, String name, ObservableList<T> rows, StringProperty filter, Empty empty) {
        return dense(
                id,
                name,
                rows,
                placeholder(
                        Panes.emptyState(empty.icon(), empty.title(), empty.hint()),
                        filter,
                        empty.rows(),
                        empty.filterIcon()));
    }

    private static Node placeholder(Node empty, StringProperty filter, String rows, Node icon) {
        Button clear = new Button("Clear the filter");
        clear.setId("clear-filter-of-" + rows.replace(' ', '-'));
        clear.setOnAction(event -> filter.set(""));
        EmptyState filtered = Panes.emptyState(icon, "Nothing passes the filter", "It hides all " + rows + ".")
                .with(clear);
        filtered.visibleProperty().bind(filter.map(text -> !text.isBlank()));
        filtered.managedProperty().bind(filtered.visibleProperty());
        empty.visibleProperty().bind(filtered.visibleProperty().not());
        return new StackPane(empty, filtered);
    }

    /// Adds a column of texts; long ones show whole in a tooltip. Narrow columns keep their width.
    ///
    /// @param style of its cells, empty for none
    ///
    /// @return the column
    public static <T> TableColumn<T, String> text(
            TableView<T> table, String title, double width, String style, Function<T, String> value) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, NARROW));
        if (width <= NARROW) {
            column.setMaxWidth(width * ROOM);
        }
        if (!style.isEmpty() && !List.of("mono", PATH, ADDRESS).contains(style)) {
            column.getStyleClass().add(style);
        }
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(made -> new TextCell<>(style));
        table.getColumns().add(column);
        return column;
    }

    /// The row above a table: what filters it, then what can be done to all of it.
    ///
    /// @param filter what is typed
    /// @param actions the last one gives way first where there is not room for all of them
    public static YieldingRow toolbar(SearchField field, StringProperty filter, Node... actions) {
        field.field().textProperty().bindBidirectional(filter);
        field.setPrefWidth(FILTER_WIDTH);
        YieldingRow toolbar = new YieldingRow(field.field().getId() + "-row", GAP)
                .shrink(field, FILTER_LEAST)
                .atEnd();
        for (int i = 0; i < actions.length; i++) {
            toolbar.giveWay(actions.length - i, actions[i]);
        }
        toolbar.getStyleClass().add("panel-toolbar");
        return toolbar;
    }

    /// Gives the focus to a table, and to its first row where none is selected: arrows would begin at the second one.
    public static void focus(TableView<?> table) {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    /// Does something with the selected row when Enter is pressed.
    public static <T> void onEnter(TableView<T> table, Consumer<T> action) {
        table.setOnKeyPressed(event -> {
            T selected = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && selected != null) {
                action.accept(selected);
            }
        });
    }

    private static final class TextCell<T> extends TableCell<T, String> {
        private final Tooltip whole = new Tooltip();

        TextCell(String style) {
            whole.setWrapText(true);
            whole.setMaxWidth(600);
            if (style.equals(PATH)) {
                // The end of a path says more than its beginning.
                setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
                getStyleClass().add("mono");
            } else if (style.equals(ADDRESS)) {
                // Host and last part say more than what is between them.
                setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            } else if (!style.isEmpty()) {
                getStyleClass().add(style);
            }
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            whole.setText(text);
            setTooltip(empty || text == null || text.length() < LONG ? null : whole);
        }
    }
}
