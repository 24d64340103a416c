package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.KeptRequest;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A person works with the list of kept requests.
final class RequestsPathsTest extends WindowTest {
    private ListView<KeptRequest> list() {
        return lookup("#requests-list").queryListView();
    }

    @Test
    void theListIsOpenedByItsKeyAndARowIsShownAndSent() {
        ready();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        eventually(() -> lookup("#requests-list").tryQuery().isPresent() && list().isFocused());
        assertThat(list().getItems()).hasSize(3);
        assertThat(list().getSelectionModel().getSelectedItem().path()).isEqualTo("requests/hello.http");
        push(KeyCode.DOWN);
        push(KeyCode.ENTER);
        assertThat(field("#request-url").getText()).isEqualTo("http://localhost/loop");
        push(KeyCode.DOWN);
        push(KeyCode.ENTER);
        push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> session().runs().size() == 1);
        assertThat(lookup("#requests-list .status-badge .label").queryLabeled().getText())
                .isEqualTo("EXCEPTION");
        Button first = lookup("#request-send-0").query();
        interact(first::fire);
        eventually(() -> session().runs().size() == 2);
        assertThat(field("#request-url").getText()).contains("/hello");
        push(KeyCode.ESCAPE);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        eventually(() -> lookup("#files-tree").query().isFocused());
    }

    @Test
    void aRowIsNoWiderThanItsListAndKeepsItsArrow() {
        ready();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        eventually(() -> lookup("#requests-list").tryQuery().isPresent());
        send("/error");
        for (double width : new double[] {150, 1000}) {
            interact(() -> list().setMaxWidth(width));
            eventually(() -> list().getWidth() <= width);
            interact(() -> {
                list().applyCss();
                list().layout();
            });
            Node arrow = lookup("#request-send-0").query();
            Bounds seen = arrow.localToScene(arrow.getLayoutBounds());
            Bounds room = list().localToScene(list().getLayoutBounds());
            assertThat(seen.getMaxX()).isBetween(room.getMaxX() - 40, room.getMaxX());
            assertThat(from(list()).lookup(".scroll-bar").<ScrollBar>queryAll())
                    .as("bars at %s", width)
                    .noneMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible());
        }
    }

    @Test
    void aCommandThatIsTypedIsTakenApartOnceItIsWhole() {
        ready();
        interact(() -> {
            field("#request-url").requestFocus();
            field("#request-url").selectAll();
        });
        write("curl -X POST 'http://localhost/hello?b=2' -d '{}'");
        assertThat(field("#request-url").getText()).isEqualTo("curl -X POST 'http://localhost/hello?b=2' -d '{}'");
        assertThat(lookup("#error-notice").query().isVisible()).isFalse();
        push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> session().runs().size() == 1);
        assertThat(runtime.calls()).contains("dispatch POST /hello?b=2");
        assertThat(field("#request-url").getText()).isEqualTo("http://localhost/hello?b=2");
    }
}
