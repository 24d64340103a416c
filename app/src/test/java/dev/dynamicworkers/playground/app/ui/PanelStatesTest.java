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
import javafx.scene.layout.Region;
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
    void detailsBesideAListAreWideEnoughForWords() {
        Region details = new Region();
        Details split = new Details(new Region(), details, 0.68, new SimpleObjectProperty<>(false));
        interact(() -> {
            Scene scene = new Scene(split, 30, 200);
            stage().setScene(scene);
        });
        interact(() -> split.resize(816, 200));
        interact(split::layout);
        assertThat(details.getWidth()).isGreaterThanOrEqualTo(190);
    }
}
