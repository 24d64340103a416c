package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// What can be done with the row of a table, where its details have little room.
final class RowMenuTest extends WindowTest {
    private static Optional<ContextMenu> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(menu -> "row-menu".equals(menu.getId()))
                .findFirst();
    }

    private TableView<?> requests() {
        ready();
        send("/network");
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
        eventually(() -> lookup("#network-table").tryQuery().isPresent());
        TableView<?> table = lookup("#network-table").queryTableView();
        interact(() -> {
            table.requestFocus();
            table.getSelectionModel().selectFirst();
        });
        eventually(() -> lookup("#network-make-rule").tryQuery().isPresent());
        return table;
    }

    @Test
    void aRightClickOffersWhatTheDetailsOffer() {
        TableView<?> table = requests();
        Node row = from(table).lookup(".table-row-cell").query();
        interact(() -> row.fireEvent(new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 300, 600, /* keyboardTrigger= */ false, null)));
        eventually(() -> menu().isPresent());
        ContextMenu menu = menu().orElseThrow();
        assertThat(menu.getItems())
                .extracting(MenuItem::getText)
                .contains("Make rule", "Fake this", "Copy as curl", "Columns");
        assertThat(((Menu) menu.getItems().getLast()).getItems())
                .extracting(MenuItem::getText)
                .contains("Method");
        interact(() -> {
            menu.getItems().getFirst().fire();
            menu.hide();
        });
        eventually(() -> lookup("#rule-host").tryQuery().isPresent()
                && field("#rule-host").getText().equals("api.example.com"));
    }

    @Test
    void theDetailsOfARowAreNoWiderThanTheirPlace() {
        requests();
        Region details = (Region) lookup("#network-details").query();
        assertThat(details.minWidth(-1)).isLessThan(60);
    }
}
