package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.settings.layout.PanelTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// A person chooses the columns of tables: by commands, by the menu of a button, by the menu key.
final class ColumnPathsTest extends WindowTest {
    private ObservableList<? extends TableColumnBase<?, ?>> columns(PanelTable table) {
        Node shown = lookup("#" + table.key() + "-table").query();
        return shown instanceof TreeTableView<?> tree ? tree.getColumns() : ((TableView<?>) shown).getColumns();
    }

    private List<String> visible(PanelTable table) {
        return columns(table).stream()
                .filter(TableColumnBase::isVisible)
                .map(column -> column.getText())
                .toList();
    }

    private static ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(menu -> "columns-menu".equals(menu.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static MenuItem item(ContextMenu menu, String text) {
        return menu.getItems().stream()
                .filter(item -> item.getText() != null && item.getText().startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isMenuOpen() {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof ContextMenu menu && "columns-menu".equals(menu.getId()));
    }

    private void command(String title) {
        interact(() -> wiring().commands().all().stream()
                .filter(command -> command.title().equals(title))
                .findFirst()
                .orElseThrow()
                .run());
    }

    @Test
    void commandsKnowTheColumnsThatTheTablesHave() {
        ready();
        for (PanelTable table : PanelTable.values()) {
            command("Columns: " + table.panel().title() + ", as at first");
            eventually(() -> lookup("#" + table.key()).tryQuery().isPresent());
            // Their tables come with what they show.
            if (table != PanelTable.TIMELINE && table != PanelTable.PROFILE) {
                assertThat(columns(table))
                        .extracting(column -> column.getText())
                        .isEqualTo(table.columns());
            }
        }
    }

    @Test
    void aColumnIsHiddenByACommandAndStaysHiddenInTheNextSession() {
        ready();
        command("Columns: Calls, Took");
        eventually(() -> !visible(PanelTable.CALLS).contains("Took"));
        assertThat(wiring().settings().get().columns().of(PanelTable.CALLS)).isEqualTo(Map.of("Took", false));
        command("Columns: Calls, Took");
        eventually(() -> visible(PanelTable.CALLS).contains("Took"));
        command("Columns: Calls, as at first");
        eventually(() -> wiring().settings().get().columns().tables().isEmpty());
    }

    @Test
    void theMenuSaysWhatTheWidthHidesAndShowsItAllTheSame() {
        ready();
        command("Columns: Network, as at first");
        eventually(() -> lookup("#network-table-columns").tryQuery().isPresent());
        eventually(() -> visible(PanelTable.NETWORK).contains("URL"));
        assertThat(visible(PanelTable.NETWORK)).doesNotContain("Rule");
        Node table = lookup("#network-table").query();
        interact(table::requestFocus);
        eventually(table::isFocused);
        interact(() -> lookup("#network-table-columns").queryButton().fire());
        eventually(ColumnPathsTest::isMenuOpen);
        MenuItem rule = item(menu(), "Rule");
        assertThat(rule.getText()).isEqualTo("Rule \u2013 hidden: the table is narrower than 950 pixels");
        interact(rule::fire);
        eventually(() -> visible(PanelTable.NETWORK).contains("Rule"));
        push(KeyCode.ESCAPE);
    }

    @Test
    void theLastColumnStays() {
        ready();
        command("Columns: Runs, as at first");
        eventually(() -> !visible(PanelTable.RUNS).isEmpty());
        List<String> all = PanelTable.RUNS.columns();
        interact(() -> {
            for (String column : all.subList(1, all.size())) {
                if (visible(PanelTable.RUNS).contains(column)) {
                    wiring().commands()
                            .get("column-runs-" + PanelTable.key(column))
                            .run();
                }
            }
        });
        assertThat(visible(PanelTable.RUNS)).containsExactly("#");
        interact(() -> wiring().commands().get("column-runs-number").run());
        assertThat(visible(PanelTable.RUNS)).containsExactly("#");
        eventually(() -> Objects.requireNonNull(
                        session().notices().latestProperty().get())
                .text()
                .endsWith("one always stays."));
        assertThat(PanelTable.RUNS.panel()).isEqualTo(Panel.RUNS);
        interact(() -> wiring().commands().get("columns-reset-runs").run());
    }
}
