package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.settings.Setting;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// What stands above the code, what is said of its lines, and how high rows are.
final class EditorBarTest extends WindowTest {
    private static final String CODE = "#editor-dynamic-greeter-js";
    private static final String COUNTER = "#problems-of-editor-dynamic-greeter-js";

    private ContextMenu menu() {
        interact(
                () -> lookup("#menu-of-editor-dynamic-greeter-js").queryButton().fire());
        return (ContextMenu) Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu open && "editor-menu".equals(open.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static MenuItem item(ContextMenu menu, String id) {
        return menu.getItems().stream()
                .flatMap(
                        item -> item instanceof Menu more ? more.getItems().stream() : java.util.stream.Stream.of(item))
                .filter(item -> ("editor-menu-" + id).equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private void choose(String id) {
        ContextMenu menu = menu();
        interact(() -> {
            item(menu, id).fire();
            menu.hide();
        });
    }

    private Node counter() {
        return lookup(COUNTER).query();
    }

    @Test
    void theProblemsOfTheFileAreCountedAndTheCounterLeadsToThem() {
        ready();
        CodeArea code = editor(CODE);
        assertThat(counter().isVisible()).isFalse();
        send("/error");
        eventually(() -> counter().isVisible());
        assertThat(counter().getAccessibleText()).isEqualTo("1 error in this file, go to the next");
        interact(() -> lookup(COUNTER).queryAs(Button.class).fire());
        assertThat(code.getCurrentParagraph()).isEqualTo(3);
        assertThat(code.isFocused()).isTrue();
        interact(() -> code.insertText(3, 0, " "));
        eventually(() -> !counter().isVisible());
    }

    @Test
    void theProblemOfTheLineThatTheCaretComesToIsSaid() {
        ready();
        CodeArea code = editor(CODE);
        send("/error");
        interact(code::requestFocus);
        interact(() -> code.moveTo(0, 0));
        eventually(() -> text("#status-announcement").startsWith("Run 1: EXCEPTION"));
        push(KeyCode.DOWN);
        push(KeyCode.DOWN);
        push(KeyCode.DOWN);
        eventually(() -> text("#status-announcement").startsWith("Error on line 4: "));
        interact(() -> wiring().settings().set(Setting.ANNOUNCEMENTS, "off"));
        push(KeyCode.DOWN);
        push(KeyCode.UP);
        eventually(() -> text("#status-announcement").isEmpty());
    }

    @Test
    void theMenuOverTheCodeDoesWhatThePaletteDoes() {
        ready();
        CodeArea code = editor(CODE);
        boolean wrapped = code.isWrapText();
        choose("wrap");
        assertThat(code.isWrapText()).isNotEqualTo(wrapped);
        ContextMenu menu = menu();
        assertThat(item(menu, "compare-last-run").isDisable()).isTrue();
        assertThat(item(menu, "compare-last-run").getText()).endsWith("(there was none)");
        interact(menu::hide);
        choose("language-json");
        eventually(() -> text("#status-language").contains("JSON"));
        choose("accessible-view");
        eventually(() -> lookup("#accessible-view").query().isFocused());
        push(KeyCode.ESCAPE);
        send("/hello");
        choose("compare-last-run");
        eventually(() -> lookup("#diff-lines").tryQuery().isPresent());
    }

    @Test
    void rowsAreHighInTheLayoutForLearningAndElsewhereOnlyWhereThePersonWantsIt() {
        ready();
        interact(() -> wiring().commands().get("show-calls").run());
        TableView<?> calls = lookup("#calls-table").queryTableView();
        TreeView<?> files = lookup("#files-tree").queryAs(TreeView.class);
        eventually(() -> calls.getFixedCellSize() == 32 && files.getFixedCellSize() == 32);
        eventually(() -> arrowsAreBesideTheirNames(files));
        interact(() -> wiring().commands().get("layout-code").run());
        eventually(() -> calls.getFixedCellSize() == 26 && files.getFixedCellSize() == 26);
        eventually(() -> arrowsAreBesideTheirNames(files));
        interact(() -> lookup("#toast-action").queryAs(Button.class).fire());
        eventually(() -> calls.getFixedCellSize() == 32);
        interact(() -> wiring().settings().set(Setting.DENSITY, "compact"));
        eventually(() -> calls.getFixedCellSize() == 26);
        interact(() -> wiring().settings().set(Setting.DENSITY, "comfortable"));
        interact(() -> wiring().commands().get("layout-code").run());
        eventually(() -> calls.getFixedCellSize() == 32);
        interact(() -> wiring().commands().get("show-inspector").run());
        // Two lines do not fit into a row of one.
        eventually(() -> lookup("#grants-table").queryTableView().getFixedCellSize() == 40);
    }

    private boolean arrowsAreBesideTheirNames(TreeView<?> tree) {
        List<TreeCell<?>> folders = from(tree).lookup(".tree-cell").<TreeCell<?>>queryAll().stream()
                .filter(cell ->
                        cell.getTreeItem() != null && !cell.getTreeItem().isLeaf())
                .toList();
        return !folders.isEmpty()
                && folders.stream().allMatch(cell -> {
                    Bounds arrow = cell.lookup(".arrow")
                            .localToScene(cell.lookup(".arrow").getLayoutBounds());
                    Bounds row = cell.localToScene(cell.getLayoutBounds());
                    return Math.abs(arrow.getCenterY() - row.getCenterY()) <= 1;
                });
    }

    @Test
    void aLineThatIsGoneToStandsInTheMiddle() {
        ready();
        CodeArea code = editor(CODE);
        interact(() -> code.replaceText(("const a = 1; // " + "x".repeat(200) + "\n").repeat(300)));
        eventually(() -> code.getVisibleParagraphs().size() > 6);
        for (int line : List.of(150, 20, 280)) {
            interact(() -> session().reveal(new Place("dynamic/greeter.js", line, 1)));
            eventually(() -> code.getCurrentParagraph() == line - 1);
            eventually(() -> {
                int shown = code.getVisibleParagraphs().size();
                int above = line - 1 - code.firstVisibleParToAllParIndex();
                return above > shown / 2 - 3 && above < shown / 2 + 3;
            });
        }
    }

    @Test
    void theHelpSaysWhoReadsTheWindowAndHasCommandsForATerminal() {
        ready();
        Node before = Objects.requireNonNull(stage().getScene().getFocusOwner());
        interact(() -> wiring().commands().get("access").run());
        assertThat(lookup("#access-close").query().isFocused()).isTrue();
        assertThat(lookup("#access-command-1").queryAs(TextField.class).getText())
                .isEqualTo("playground run " + project() + " --url /");
        push(KeyCode.ESCAPE);
        assertThat(lookup("#access-page").tryQuery()).isEmpty();
        assertThat(stage().getScene().getFocusOwner()).isSameAs(before);
    }
}
