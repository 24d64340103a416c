package dev.dynamicworkers.playground.app.fx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumnBase;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/// The menus of a table: its columns, under a button and at the headers, and what can be done with a row, by a right
/// click and by the menu key. FX thread.
public final class TableColumns {
    private static final String HEADERS = "column-header-background";
    private static final double HEADER_HEIGHT = 26;

    private final Control table;
    private final List<? extends TableColumnBase<?, ?>> columns;
    private final Map<TableColumnBase<?, ?>, Double> leastWidths = new HashMap<>();
    private final ColumnSet set;
    private Supplier<List<Button>> rowActions = List::of;

    /// @param columns of the table, more of which may come before [#manage]
    public TableColumns(Control table, List<? extends TableColumnBase<?, ?>> columns, ColumnSet.Memory memory) {
        this.table = table;
        this.columns = columns;
        set = new ColumnSet(memory);
    }

    /// Shows a column only where its table is this wide, unless a person chose. What gives way is told by the details
    /// of a row.
    public void from(double least, TableColumnBase<?, ?> column) {
        leastWidths.put(column, least);
    }

    /// Has the row that is selected show what can be done with it, by a right click and by the menu key.
    ///
    /// @param actions buttons of the row that is selected, none where none is
    public void rowMenu(Supplier<List<Button>> actions) {
        rowActions = actions;
    }

    /// Takes care of all columns that the table has by now.
    public void manage() {
        List<TableColumnBase<?, ?>> all = List.copyOf(columns);
        all.forEach(column -> set.add(column.getText(), leastWidths.getOrDefault(column, 0.0)));
        set.shownProperty().subscribe(shown -> show(all, shown));
        table.widthProperty().subscribe(width -> set.fit(width.doubleValue()));
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::asked);
    }

    private static void show(List<TableColumnBase<?, ?>> all, Set<String> shown) {
        all.forEach(column -> column.setVisible(shown.contains(column.getText())));
    }

    /// What is shown of them.
    public ColumnSet set() {
        return set;
    }

    private void asked(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            Point2D corner = table.localToScreen(0, HEADER_HEIGHT);
            rowMenu().show(table, corner.getX(), corner.getY());
            event.consume();
        } else if (event.getTarget() instanceof Node target) {
            (isHeader(target) ? menu() : rowMenu()).show(table, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private boolean isHeader(Node target) {
        for (@Nullable Node node = target; node != null && node != table; node = node.getParent()) {
            if (node.getStyleClass().contains(HEADERS)) {
                return true;
            }
        }
        return false;
    }

    /// A button that shows the menu.
    public Button button(Node icon) {
        Button button = Panes.iconButton(table.getId() + "-columns", icon, "Columns of the table", () -> {});
        button.setOnAction(event -> showUnder(button));
        return button;
    }

    /// Shows the menu of the columns under a button.
    public void showUnder(Button button) {
        // In a narrow panel it is an entry of a menu, and in no place itself.
        Node at = button.getScene() == null || !button.isVisible() ? table : button;
        menu().show(at, at == table ? Side.TOP : Side.BOTTOM, 0, 0);
    }

    /// What can be done with the row, then the columns; the columns alone where no row is selected.
    private ContextMenu rowMenu() {
        List<Button> actions = rowActions.get();
        if (actions.isEmpty()) {
            return menu();
        }
        ContextMenu menu = new ContextMenu();
        menu.setId("row-menu");
        for (Button action : actions) {
            MenuItem item = new MenuItem(action.getText());
            item.setId("row-" + action.getId());
            item.setMnemonicParsing(false);
            item.setDisable(action.isDisabled());
            item.setOnAction(event -> action.fire());
            menu.getItems().add(item);
        }
        Menu shown = new Menu("Columns");
        shown.setId("row-columns");
        shown.getItems().setAll(menu().getItems());
        menu.getItems().addAll(new SeparatorMenuItem(), shown);
        return menu;
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.setId("columns-menu");
        for (String column : set.all()) {
            String note = set.note(column);
            CheckMenuItem item = new CheckMenuItem(note.isEmpty() ? column : column + " \u2013 " + note);
            item.setId("column-" + column);
            item.setMnemonicParsing(false);
            item.setSelected(set.shownProperty().get().contains(column));
            item.setDisable(set.isLast(column));
            item.setOnAction(event -> set.toggle(column));
            menu.getItems().add(item);
        }
        MenuItem reset = new MenuItem("As at first: by the width of the table");
        reset.setId("columns-reset");
        reset.setDisable(!set.isChanged());
        reset.setOnAction(event -> set.reset());
        menu.getItems().addAll(new SeparatorMenuItem(), reset);
        return menu;
    }
}
