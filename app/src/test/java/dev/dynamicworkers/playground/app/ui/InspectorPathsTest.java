package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.Disk;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// What a person does in the inspector: loads anew what is stale, answers for a grant, makes network rules.
final class InspectorPathsTest extends WindowTest {
    private Path rules() {
        return project().resolve(".playground/playground.json");
    }

    private void inspect(Wish.Page page, String about, String worker) {
        interact(() -> {
            // The headless screen is narrower than where the inspector has room.
            wiring().settings().set(Setting.ZOOM, 80);
            session().wish(new Wish.Inspect(page, about, worker));
        });
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String id, T value) {
        interact(() -> ((ComboBox<T>) lookup(id).queryAs(ComboBox.class)).setValue(value));
    }

    @Test
    void anEditThatNoIsolateHasYetIsToldAndLoadedByAButton() throws IOException {
        ready();
        send("/hello");
        inspect(Wish.Page.GRANTS, "", "greeter");
        eventually(() -> lookup("#inspector-reload").tryQuery().isPresent());
        assertThat(lookup("#inspector-stale-bar").query().isVisible()).isFalse();
        interact(() -> editor("#editor-src-index-js").insertText(0, "// edited\n"));
        eventually(() -> text("#inspector-stale").startsWith("Applies to the next isolate: src/index.js"));
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.I);
        eventually(() -> lookup("#isolates-table").tryQuery().isPresent()
                && lookup("dynamic, stale").tryQuery().isPresent());
        interact(() -> lookup("#inspector-reload").queryAs(Button.class).fire());
        eventually(() -> runtime.calls().contains("reset"));
        send("/hello");
        eventually(() -> text("#inspector-stale").isEmpty());
    }

    @Test
    void theKeyOfGrantsShowsThemWhicheverPageWasInFront() {
        ready();
        inspect(Wish.Page.LIMITS, "", "");
        eventually(() -> lookup("#inspector-pages").tryQuery().isPresent());
        TabPane pages = lookup("#inspector-pages").queryAs(TabPane.class);
        eventually(() -> pages.getSelectionModel().getSelectedIndex() == 1);
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.G);
        eventually(() -> pages.getSelectionModel().getSelectedIndex() == 0);
    }

    @Test
    void whatIsTakenAwayLeavesRoomForThePageInALowWindow() {
        ready();
        interact(() -> {
            wiring().settings().set(Setting.ZOOM, 200);
            session().fixed().rules();
            session().wish(new Wish.Inspect(Wish.Page.LIMITS, "", "*"));
        });
        eventually(() -> lookup("#inspector-head-more").tryQuery().isPresent()
                && lookup("#inspector-head-more").query().isVisible());
        Region inspector = (Region) lookup("#inspector").query();
        Region pages = (Region) lookup("#inspector-pages").query();
        // One row above the tabs, however many rules there are.
        assertThat(inspector.getHeight() - pages.getHeight()).isLessThan(44);
        interact(() -> wiring().settings().set(Setting.ZOOM, 80));
        eventually(() -> lookup("#inspector-taken").query().isVisible());
        assertThat(lookup("#inspector-taken").queryParent().getChildrenUnmodifiable())
                .hasSize(6);
    }

    @Test
    void aMethodIsAnsweredByWhatWasTyped() {
        ready();
        send("/hello");
        inspect(Wish.Page.GRANTS, "NOTES", "greeter");
        eventually(() -> lookup("#grant-method-NOTES-get").tryQuery().isPresent());
        assertThat(text("#grant-target")).isEqualTo("kv NOTES");
        choose("#grant-method-NOTES-get", "answer with\u2026");
        eventually(() -> lookup("#answer-text").tryQuery().isPresent()
                && lookup("#answer-text").query().isFocused());
        TextArea answer = lookup("#answer-text").queryAs(TextArea.class);
        // What it returned the last time is there to be changed.
        assertThat(answer.getText()).isEqualTo("\"likes tea\"");
        // A dialog of the system can't be used here; the button that opens it is there.
        assertThat(lookup("#answer-file").queryAs(Button.class).getAccessibleText())
                .isEqualTo("Take the answer from a file");
        interact(() -> answer.setText("likes coffee"));
        interact(() -> lookup("#answer-save").queryAs(Button.class).fire());
        eventually(() -> text("#answer-problem").startsWith("This is no JSON."));
        interact(() -> answer.setText("\"likes coffee\""));
        interact(() -> lookup("#answer-save").queryAs(Button.class).fire());
        eventually(() -> Files.exists(rules()) && Files.readString(rules()).contains("\"likes coffee\""));
        eventually(() -> lookup("#grant-answer-NOTES-get").tryQuery().isPresent());
        assertThat(lookup("#answer-form").tryQuery()).isEmpty();
        inspect(Wish.Page.GRANTS, "GREETER", "greeter");
        eventually(() -> lookup("#grant-props").tryQuery().isPresent()
                && text("#grant-props").contains("\"limit\": 3"));
    }

    @Test
    void whatIsWrittenInFormsStaysWhenSomeoneElseChangesTheRules() throws IOException {
        ready();
        Files.createDirectories(rules().getParent());
        String first = "{ \"host\": \"first.example\", \"action\": \"deny\" }";
        String second = "{ \"host\": \"second.example\", \"action\": \"deny\" }";
        Disk.write(rules(), rulesOf(first));
        inspect(Wish.Page.NETWORK, "", "");
        eventually(() -> lookup("#rules-table").tryQuery().isPresent()
                && !lookup("#rules-table").queryTableView().getItems().isEmpty());
        TableView<?> table = lookup("#rules-table").queryTableView();
        interact(() -> {
            table.getSelectionModel().select(0);
            table.requestFocus();
        });
        push(KeyCode.ENTER);
        Button save = lookup("#rule-add").queryAs(Button.class);
        eventually(() -> save.getText().equals("Change rule 1"));
        interact(() -> field("#rule-host").setText("typed.example"));

        Disk.write(rules(), rulesOf(second + ", " + first));
        eventually(() -> save.getText().equals("Change rule 2"));
        assertThat(field("#rule-host").getText()).isEqualTo("typed.example");
        Disk.write(rules(), rulesOf(second));
        eventually(() -> save.getText().equals("Add rule"));
        assertThat(field("#rule-host").getText()).isEqualTo("typed.example");
        assertThat(text("#rule-problem")).startsWith("The rule was changed or taken away meanwhile");

        inspect(Wish.Page.LIMITS, "cpuMs", "");
        eventually(() -> lookup("#limit-cpuMs").tryQuery().isPresent()
                && field("#limit-cpuMs").isFocused());
        Disk.write(rules(), "{ \"version\": 1, \"dynamicWorkers\": { \"*\": { \"limits\": { \"cpuMs\": 77 } } } }");
        eventually(() -> session().policy().stateProperty().get().file().text().contains("77"));
        // A field that is left as it was found writes nothing over what came meanwhile.
        interact(() -> field("#limit-subRequests").requestFocus());
        eventually(() -> field("#limit-cpuMs").getText().equals("77"));
        assertThat(Files.readString(rules())).contains("77");
    }

    private static String rulesOf(String rules) {
        return "{ \"version\": 1, \"network\": { \"mode\": \"rules\", \"rules\": [" + rules + "] } }";
    }

    @Test
    void rulesAreMadeChangedAndMovedByTheKeyboard() throws IOException {
        ready();
        inspect(Wish.Page.NETWORK, "", "*");
        eventually(() -> lookup("#rule-host").tryQuery().isPresent());
        interact(() -> field("#rule-host").setText("api.stripe.com"));
        interact(() -> lookup("#rule-with-header").queryAs(ToggleButton.class).setSelected(true));
        eventually(() -> lookup("#rule-header").query().isVisible());
        interact(() -> {
            field("#rule-header").setText("authorization");
            field("#rule-header-value").setText("Bearer ${STRIPE_KEY}");
            lookup("#rule-add").queryAs(Button.class).fire();
        });
        TableView<?> table = lookup("#rules-table").queryTableView();
        eventually(() -> table.getItems().size() == 1);
        assertThat(Files.readString(rules())).contains("\"authorization\":\"Bearer ${STRIPE_KEY}\"");
        TableColumn<?, ?> host = table.getColumns().stream()
                .filter(column -> column.getText().equals("Host"))
                .findFirst()
                .orElseThrow();
        // All of a usual host can be read in the inspector's usual width.
        eventually(() -> host.getWidth() >= 110
                && table.getColumns().stream()
                        .filter(column -> column.getText().equals("Path"))
                        .noneMatch(column -> column.isVisible()));
        choose("#rule-action", NetworkRule.Action.ANSWER);
        eventually(() -> lookup("#rule-body").query().isVisible());
        interact(() -> {
            field("#rule-host").setText("weather.example");
            lookup("#rule-body").queryAs(TextArea.class).setText("{\"sun\": true}");
            lookup("#rule-add").queryAs(Button.class).fire();
        });
        eventually(() -> table.getItems().size() == 2);
        interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        push(KeyCode.ALT, KeyCode.DOWN);
        eventually(() -> table.getItems().getLast().toString().contains("weather.example")
                && table.getSelectionModel().getSelectedIndex() == 1);
        assertThat(session().notices().all().getFirst().text()).isEqualTo("Rule moved.");
        interact(() -> session().notices().all().getFirst().action().run());
        eventually(() -> table.getItems().getFirst().toString().contains("weather.example"));
        interact(() -> table.getSelectionModel().select(0));
        push(KeyCode.ALT, KeyCode.DOWN);
        eventually(() -> table.getItems().getLast().toString().contains("weather.example")
                && table.getSelectionModel().getSelectedIndex() == 1);
        push(KeyCode.ENTER);
        eventually(() -> field("#rule-host").getText().equals("weather.example")
                && field("#rule-host").isFocused());
        assertThat(lookup("#rule-add").queryAs(Button.class).getText()).isEqualTo("Change rule 2");
        interact(() -> field("#rule-status").setText("503"));
        push(KeyCode.ENTER);
        eventually(() -> Files.readString(rules()).contains("503"));
        interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        push(KeyCode.DELETE);
        eventually(() -> table.getItems().size() == 1);
    }

    /// Opens a page, also where a change of the zoom has just put the inspector elsewhere.
    private void inspectAt(int zoom, Wish.Page page, String shown) {
        interact(() -> wiring().settings().set(Setting.ZOOM, zoom));
        String area = zoom > 100 ? "#area-bottom" : "#area-right";
        eventually(() -> {
            session().wish(new Wish.Inspect(page, "", "greeter"));
            return lookup(area + " " + shown).tryQuery().isPresent();
        });
    }

    @Test
    void thePageOfTheNetworkHasOneScrollBarInALowPlace() {
        ready();
        inspectAt(200, Wish.Page.NETWORK, "#rule-test");
        long around = lookup("#inspector .details-scroll").queryAll().stream()
                .filter(scroll -> scroll.lookup("#rule-test") != null)
                .count();
        assertThat(around).isEqualTo(1);
    }
}
