package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.NetworkEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What a person does when something is refused, killed or pasted.
final class PanelPathsTest extends WindowTest {
    @Test
    void aMissingGrantIsExplainedAndLeadsToItsRow() {
        ready();
        send("/grant");
        eventually(() -> lookup("#error-explanation").tryQuery().isPresent()
                && text("#error-explanation").startsWith("GREETER is not granted"));
        interact(() -> lookup("#card-grant").queryAs(Button.class).fire());
        eventually(() -> lookup("#grants-table").tryQuery().isPresent());
        eventually(() -> {
            TableView<?> grants = lookup("#grants-table").queryTableView();
            return String.valueOf(grants.getSelectionModel().getSelectedItem()).contains("GREETER");
        });
    }

    @Test
    void aKilledRunLeadsToTheLimitThatKilledIt() {
        ready();
        send("/cpu");
        assertThat(text("#error-title")).contains("exceeded its CPU time limit");
        interact(() -> lookup("#card-limits").queryAs(Button.class).fire());
        eventually(() -> lookup("#limit-cpuMs").tryQuery().isPresent()
                && field("#limit-cpuMs").isFocused());
        write("20").push(KeyCode.ENTER);
        Path rules = project().resolve(".playground/playground.json");
        eventually(() -> Files.exists(rules) && Files.readString(rules).contains("\"cpuMs\": 20"));
    }

    @Test
    void aBlockedRequestBecomesARuleFromItsRow() {
        ready();
        send("/hello");
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
        TableView<NetworkEntry> table = lookup("#network-table").queryTableView();
        eventually(() -> table.getItems().size() == 2);
        interact(() -> table.getSelectionModel().select(0));
        interact(() -> lookup("#network-make-rule").queryAs(Button.class).fire());
        eventually(() -> lookup("#rule-host").tryQuery().isPresent()
                && field("#rule-host").getText().equals("api.example.com"));
        interact(() -> lookup("#rule-add").queryAs(Button.class).fire());
        eventually(() -> lookup("#rules-table").queryTableView().getItems().size() == 1);
        assertThat(text("#network-mode-sentence")).isEqualTo("Only what a rule lets through leaves.");
    }

    @Test
    void aCurlCommandIsPastedIntoTheLineAndSent() {
        ready();
        interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("curl -X POST 'http://localhost/hello?a=1' \\\n  -H 'x-from: curl' -d '{}'");
            Clipboard.getSystemClipboard().setContent(content);
            field("#request-url").requestFocus();
        });
        push(KeyCode.CONTROL, KeyCode.V);
        assertThat(field("#request-url").getText()).isEqualTo("http://localhost/hello?a=1");
        push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> session().runs().size() == 1);
        assertThat(runtime.calls()).contains("dispatch POST /hello?a=1");
    }
}
