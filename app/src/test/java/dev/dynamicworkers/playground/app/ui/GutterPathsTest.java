package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.Disk;
import dev.dynamicworkers.playground.app.session.logpoint.LinePoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// What a person does in the strip beside the code, with the mouse.
final class GutterPathsTest extends WindowTest {
    private static final String FILE = "dynamic/greeter.js";

    /// The strip beside a line, counted from 1.
    private Node strip(int line) {
        return from(lookup("#editor-dynamic-greeter-js")).lookup(".gutter").queryAll().stream()
                .filter(strip -> strip.lookupAll(".lineno").stream()
                        .anyMatch(node ->
                                node instanceof Text number && number.getText().equals(String.valueOf(line))))
                .findFirst()
                .orElseThrow();
    }

    private ContextMenu menu(int line) {
        interact(() -> {
            Node strip = strip(line);
            Bounds at = strip.localToScreen(strip.getBoundsInLocal());
            Event.fireEvent(
                    strip,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            0,
                            0,
                            at.getCenterX(),
                            at.getCenterY(),
                            /* keyboardTrigger= */ false,
                            null));
        });
        return (ContextMenu) Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu open && "gutter-menu".equals(open.getId()))
                .findFirst()
                .orElseThrow();
    }

    private void choose(ContextMenu menu, String id) {
        interact(() -> {
            MenuItem item = menu.getItems().stream()
                    .filter(each -> id.equals(each.getId()))
                    .findFirst()
                    .orElseThrow();
            item.fire();
            menu.hide();
        });
    }

    private List<String> points(LinePoints points) {
        return points.all().getOrDefault(FILE, List.of()).stream()
                .map(point -> point.line() + (point.isLost() ? " lost " : " ") + point.expression())
                .toList();
    }

    private List<String> breakpoints() {
        return points(session().debugging().breakpoints());
    }

    @Test
    void aClickSetsABreakpointAndTheMenuGivesItAConditionAndTakesItAway() {
        ready();
        CodeArea code = editor("#editor-dynamic-greeter-js");
        int caret = code.getCaretPosition();
        clickOn(strip(3));
        assertThat(breakpoints()).containsExactly("3 ");
        assertThat(code.getCaretPosition()).isEqualTo(caret);
        eventually(() -> lookup(".breakpoint").tryQuery().isPresent());

        ContextMenu menu = menu(3);
        assertThat(menu.getItems())
                .extracting(MenuItem::getText)
                .containsExactly("Take the breakpoint away", "Breakpoint with a condition\u2026", "Logpoint\u2026");
        choose(menu, "gutter-breakpoint-condition");
        eventually(() -> lookup("#code-name").tryQuery().isPresent());
        interact(() -> field("#code-name").setText("name > 'A'"));
        push(KeyCode.ENTER);
        eventually(() -> breakpoints().equals(List.of("3 name > 'A'")));

        choose(menu(5), "gutter-logpoint");
        eventually(() -> lookup("#code-name").tryQuery().isPresent());
        interact(() -> field("#code-name").setText("greeting"));
        push(KeyCode.ENTER);
        eventually(() -> points(session().logpoints()).equals(List.of("5 greeting")));

        choose(menu(3), "gutter-breakpoint");
        assertThat(breakpoints()).isEmpty();
        clickOn(strip(4));
        clickOn(strip(4));
        assertThat(breakpoints()).isEmpty();
    }

    @Test
    void aBreakpointGoesWithItsLineWhileOneTypesAndIsHollowWhereTheDiskHasLostIt() throws Exception {
        ready();
        CodeArea code = editor("#editor-dynamic-greeter-js");
        clickOn(strip(5));
        assertThat(breakpoints()).containsExactly("5 ");
        interact(() -> code.insertText(0, "// one\n// two\n"));
        eventually(() -> breakpoints().equals(List.of("7 ")));
        interact(() -> code.insertText(6, code.getParagraphLength(6), " // changed"));
        eventually(() -> session().debugging().breakpoints().all().getOrDefault(FILE, List.of()).stream()
                .anyMatch(point -> point.code().endsWith("// changed")));
        assertThat(breakpoints()).containsExactly("7 ");

        Path file = project().resolve(FILE);
        eventually(() -> Files.readString(file).contains("// changed"));
        String whole = Files.readString(file);
        Disk.write(
                file, whole.lines().filter(line -> !line.endsWith("// changed")).reduce("", (a, b) -> a + b + "\n"));
        eventually(() -> breakpoints().equals(List.of("7 lost ")));
        eventually(() -> lookup(".breakpoint-lost").tryQuery().isPresent()
                && lookup(".breakpoint").tryQuery().isEmpty());
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.D);
        eventually(() -> lookup("#debug-breakpoints").tryQuery().isPresent());
        ListView<?> rows = lookup("#debug-breakpoints").queryAs(ListView.class);
        assertThat(rows.getItems()).hasSize(1);

        Disk.write(file, "// three\n" + whole);
        eventually(() -> breakpoints().equals(List.of("8 ")));
        eventually(() -> lookup(".breakpoint").tryQuery().isPresent());
    }
}
