package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.KeptRequest;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
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
}
