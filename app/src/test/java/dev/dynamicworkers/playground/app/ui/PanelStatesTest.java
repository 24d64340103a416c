package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fx.Details;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// Panels in states that are easily overlooked: all rows hidden, a text that can't be read, little room.
final class PanelStatesTest extends WindowTest {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    @Test
    void aFilterThatHidesEverythingSaysSoAndIsCleared() {
        ready();
        send("/hello");
        interact(() -> wiring().commands().get("show-console").run());
        ListView<?> lines = lookup("#console-list").queryListView();
        eventually(() -> lines.getItems().size() == 4);
        interact(() -> field("#console-filter").setText("/(/"));
        assertThat(text("#console-hidden")).isEqualTo("The filter's expression /(/ can't be read: unclosed group.");
        assertThat(field("#console-filter").getPseudoClassStates()).contains(ERROR);
        interact(() -> lookup("#console-show-all").queryAs(Button.class).fire());
        assertThat(lines.getItems()).hasSize(4);
        assertThat(lookup("#console-hidden").query().isVisible()).isFalse();
        assertThat(field("#console-filter").getPseudoClassStates()).doesNotContain(ERROR);

        interact(() -> wiring().commands().get("show-calls").run());
        interact(() -> field("#calls-filter").setText("nothing like this"));
        Button clear = lookup("#clear-filter-of-calls").queryButton();
        assertThat(isSeen(clear)).isTrue();
        interact(clear::fire);
        assertThat(field("#calls-filter").getText()).isEmpty();
        assertThat(isSeen(clear)).isFalse();
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void headersAreWrittenAsOneTextAndAsRows() {
        ready();
        interact(() -> lookup("#header-as-text").queryButton().fire());
        TextArea text = lookup("#header-text").query();
        assertThat(text.getText()).startsWith("accept: application/json");
        assertThat(text.isFocused()).isTrue();
        interact(() -> text.setText("x-one: 1\nx-two: {{two}}"));
        assertThat(text("#request-remark")).startsWith("{{two}} has no value");
        interact(() -> lookup("#header-as-rows").queryButton().fire());
        assertThat(field("#header-name-1").getText()).isEqualTo("x-two");
        assertThat(field("#header-value-1").getPseudoClassStates()).contains(ERROR);
        assertThat(field("#header-value-0").getPseudoClassStates()).doesNotContain(ERROR);
        interact(() -> field("#header-value-1").setText("2"));
        assertThat(field("#header-value-1").getPseudoClassStates()).doesNotContain(ERROR);
        assertThat(lookup("#request-remark").query().isVisible()).isFalse();
    }

    @Test
    void theStatusBarTellsOfSelectionsAndOfATabKeyThatLeaves() {
        ready();
        CodeArea code = editor("#editor-src-index-js");
        interact(code::requestFocus);
        interact(() -> code.selectRange(0, 6));
        eventually(() ->
                lookup("#status-caret").queryButton().getAccessibleText().equals("Caret: Ln 1, Col 7 (6 selected)"));
        Button tab = lookup("#status-tab").queryButton();
        assertThat(tab.getAccessibleText()).endsWith(": Tab: indent");
        interact(() -> wiring().commands().get("edit-toggle-tab-focus").run());
        assertThat(tab.getAccessibleText()).endsWith(": Tab moves focus");
        interact(tab::fire);
        assertThat(tab.getAccessibleText()).endsWith(": Tab: indent");
    }

    @Test
    void whatTheLastRunFoundIsMarkedUntilItsLineIsEdited() {
        ready();
        CodeArea code = editor("#editor-dynamic-greeter-js");
        send("/error");
        eventually(() -> isMarked(code, 4));
        interact(() -> code.insertText(4, 0, " "));
        assertThat(isMarked(code, 4)).as("another line").isTrue();
        interact(() -> code.insertText(3, 0, " "));
        eventually(() -> !isMarked(code, 4));
        interact(code::undo);
        eventually(() -> isMarked(code, 4));
    }

    private static boolean isMarked(CodeArea code, int line) {
        return code.getStyleSpans(line - 1).stream()
                .anyMatch(span -> span.getStyle().contains("error-mark"));
    }

    @Test
    void aRunGoesOnTheClipboardAsMarkdown() {
        ready();
        interact(() -> wiring().commands().get("copy-report").run());
        assertThat(session().notices().all().getFirst().text()).startsWith("There is no run to report yet");
        send("/hello");
        interact(() -> wiring().commands().get("copy-report").run());
        eventually(
                () -> String.valueOf(Clipboard.getSystemClipboard().getString()).startsWith("# GET /hello: ok"));
    }

    @Test
    void whereThereIsNoRoomWordsAreLeftOutAndNotCut() {
        ready();
        send("/error");
        Region filled = lookup("#response-filled").query();
        Node words = lookup("#response-nothing").query();
        assertThat(isSeenAt(400, filled, words)).isTrue();
        assertThat(isSeenAt(130, filled, words)).isFalse();
        assertThat(isSeenAt(400, filled, words)).isTrue();
    }

    private boolean isSeenAt(double height, Region region, Node words) {
        boolean[] seen = new boolean[1];
        interact(() -> {
            region.resize(region.getWidth(), height);
            region.layout();
            seen[0] = words.isVisible();
        });
        return seen[0];
    }

    @Test
    void detailsBesideAListAreWideEnoughForWords() {
        Region details = new Region();
        Details split = new Details(new Region(), details, 0.68, new SimpleObjectProperty<>(false));
        interact(() -> stage().setScene(new Scene(split, 816, 200)));
        // As when the window is zoomed and back.
        for (double width : new double[] {816, 400, 816}) {
            interact(() -> {
                split.resize(width, 200);
                split.layout();
            });
        }
        assertThat(split.getItems()).hasSize(2);
        interact(() -> {
            split.setDividerPositions(1);
            split.layout();
        });
        assertThat(details.getWidth()).isGreaterThanOrEqualTo(190);
    }
}
