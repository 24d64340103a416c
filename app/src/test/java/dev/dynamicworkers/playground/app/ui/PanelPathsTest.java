package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.Disk;
import dev.dynamicworkers.playground.app.session.FixedState;
import dev.dynamicworkers.playground.app.session.NetworkEntry;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// What a person does when something is refused, killed or pasted.
final class PanelPathsTest extends WindowTest {
    @Test
    void thePinnedRunIsMarkedAmongTheRuns() {
        ready();
        send("/hello");
        send("/hello");
        interact(() -> wiring().commands().get("show-runs").run());
        eventually(() -> lookup(".run-number").queryAll().size() >= 2);
        interact(
                () -> lookup("#runs-table").queryTableView().getSelectionModel().select(1));
        Button pin = lookup("#runs-pin").queryAs(Button.class);
        interact(pin::fire);
        assertThat(lookup(".run-number").<Node>queryAll())
                .extracting(Node::getAccessibleText)
                .contains("#1, pinned", "#2");
        assertThat(pin.getText()).isEqualTo("Unpin");
        interact(pin::fire);
        assertThat(lookup(".run-number").<Node>queryAll())
                .extracting(Node::getAccessibleText)
                .contains("#1", "#2");
        assertThat(pin.getText()).isEqualTo("Pin for diff");
    }

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
    void aKilledRunLeadsToTheLimitThatKilledIt() throws IOException {
        ready();
        Path rules = project().resolve(".playground/playground.json");
        Files.createDirectories(rules.getParent());
        Disk.write(rules, "{ \"dynamicWorkers\": { \"greeter\": { \"limits\": { \"cpuMs\": 50 } } } }");
        eventually(() -> session()
                .policy()
                .stateProperty()
                .get()
                .file()
                .overlay()
                .dynamicWorkers()
                .containsKey("greeter"));
        send("/cpu");
        assertThat(text("#error-title")).startsWith("Used all of its 50 ms of CPU time");
        eventually(() -> lookup("#card-limits").queryAs(Button.class).getText().equals("Raise to 100 ms"));
        interact(() -> lookup("#card-limits").queryAs(Button.class).fire());
        eventually(() -> lookup("#limit-cpuMs").tryQuery().isPresent()
                && field("#limit-cpuMs").isFocused());
        eventually(() -> Files.readString(rules).contains("\"cpuMs\": 100"));
        eventually(() -> text("#status-overrides").equals("Taken away by the rules: 1 override"));
        assertThat(text("#status-network")).isEqualTo("Network of all workers: net blocked");
        eventually(() -> text("#status-announcement").startsWith("Run 1: KILLED cpu"));
        interact(() -> session().wish(new Wish.Inspect(Wish.Page.LIMITS, "memoryMb")));
        eventually(() -> field("#limit-memoryMb").isFocused());
        write("64").push(KeyCode.ENTER);
        eventually(() -> wiring().settings().get().amount(Setting.LIMIT_MEMORY) == 64);
    }

    /// A dynamic worker came to its limit: the frame on the card leads to its line, not to the parent's.
    @Test
    void theFrameOfAnEndedWorkerLeadsToItsLine() {
        ready();
        send("/child-cpu");
        eventually(() -> lookup("#error-card").tryQuery().isPresent());
        Hyperlink frame = from(lookup("#error-card")).lookup(".hyperlink").queryAllAs(Hyperlink.class).stream()
                .filter(link -> link.getText().contains("greeter.js:4"))
                .findFirst()
                .orElseThrow();
        interact(frame::fire);
        eventually(() -> text("#status-caret").contains("Ln 4,"));
        assertThat(session().revealProperty().get())
                .extracting(Place::file, Place::line)
                .containsExactly("dynamic/greeter.js", 4);
    }

    @Test
    void theInspectorStandsAtTheRightAndIsATabWhereThereIsNoRoom() {
        ready();
        // The headless screen is narrower than where the inspector has room, so the window is made larger inside.
        interact(() -> wiring().settings().set(Setting.ZOOM, 80));
        eventually(() -> lookup("#area-right").tryQuery().isPresent()
                && lookup("#area-right #grants-table").tryQuery().isPresent());
        TabPane tools = lookup("#tool-tabs").queryAs(TabPane.class);
        assertThat(tools.getTabs()).noneMatch(tab -> tab.getId().equals("tool-inspector"));
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.B);
        eventually(() -> lookup("#area-right").tryQuery().isEmpty());
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.G);
        eventually(() -> lookup("#area-right").tryQuery().isPresent()
                && lookup("#grants-table").query().isFocused());
        interact(() -> wiring().settings().set(Setting.ZOOM, 100));
        eventually(() -> lookup("#area-right").tryQuery().isEmpty());
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.B);
        eventually(() -> tools.getSelectionModel().getSelectedItem().getId().equals("tool-inspector")
                && lookup("#grants-table").query().isFocused());
        interact(() -> wiring().settings().set(Setting.ZOOM, 80));
        eventually(() -> lookup("#area-right #grants-table").tryQuery().isPresent());
    }

    @Test
    void aSecretIsAddedByTheKeyboardAndSeenOnlyWhileAButtonIsHeld() throws IOException {
        ready();
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.A);
        eventually(() -> lookup("#add-grant-kind").tryQuery().isPresent()
                && lookup("#add-grant-kind").query().isFocused());
        push(KeyCode.DOWN).push(KeyCode.ENTER);
        eventually(() -> field("#add-grant-name").isFocused());
        write("1KEY");
        eventually(() -> text("#add-grant-problem").startsWith("A name has letters"));
        interact(() -> field("#add-grant-name").setText("API_KEY"));
        push(KeyCode.ENTER);
        eventually(() -> field("#add-grant-secret").isFocused());
        write("sk-live-0123456789").push(KeyCode.ENTER);
        eventually(() -> Files.exists(project().resolve(".dev.vars"))
                && Files.readString(project().resolve(".dev.vars")).equals("API_KEY=\"sk-live-0123456789\"\n"));
        eventually(() ->
                "secret".equals(session().outlineProperty().get().bindings().get("API_KEY")));
        interact(() -> {
            wiring().settings().set(Setting.ZOOM, 80);
            session().policy().change(file -> file.with(List.of("parent", "grants", "API_KEY"), "\"ask\""));
            session().wish(new Wish.Inspect(Wish.Page.GRANTS, "API_KEY", "parent"));
        });
        // The details are made anew with the row of the rule.
        eventually(() -> {
            session().wish(new Wish.Inspect(Wish.Page.GRANTS, "API_KEY", "parent"));
            return lookup("#secret-show-API_KEY").tryQuery().isPresent()
                    && text("#grant-sentence").startsWith("You are asked");
        });
        Label shown = lookup("#secret-text-API_KEY").queryAs(Label.class);
        Button show = lookup("#secret-show-API_KEY").queryAs(Button.class);
        assertThat(shown.getText()).doesNotContain("sk-live");
        // The wish above gives the focus to the table, perhaps only now.
        eventually(() -> {
            show.requestFocus();
            new Robot().keyPress(KeyCode.SPACE);
            return shown.getText().equals("sk-live-0123456789");
        });
        assertThat(shown.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("Value of API_KEY, hidden");
        interact(() -> new Robot().keyRelease(KeyCode.SPACE));
        eventually(() -> !shown.getText().contains("sk-live"));
        interact(() -> lookup("#secret-copy-API_KEY").queryAs(Button.class).fire());
        eventually(
                () -> "sk-live-0123456789".equals(Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void panelsCanBeUsedByCommandsAlone() {
        ready();
        send("/hello");
        send("/html");
        command("Response: Compare with the run before");
        eventually(() -> lookup("#response-parts")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .getSelectedItem()
                .getText()
                .equals("Diff to #1"));
        command("Request: Fire a scheduled event");
        eventually(() -> field("#request-url").getText().equals("*/5 * * * *"));
        command("Request: Duplicate");
        eventually(() -> session().notices().all().getFirst().text().startsWith("This is a copy"));
        interact(() -> editor("#editor-dynamic-greeter-js").replaceText(0, 0, "// mine\n"));
        interact(() -> lookup("#editor-dynamic-greeter-js").query().requestFocus());
        command("Edit: Compare with the text of the last run");
        eventually(() -> lookup("#diff-lines").tryQuery().isPresent());
        command("Isolates: Evict the selected one");
        eventually(() -> session().notices().all().getFirst().text().startsWith("No isolate is selected"));
    }

    @Test
    void aFileIsShownInAnotherLanguageAndNobodyIsAskedForUpdates() {
        ready();
        CodeArea code = editor("#editor-dynamic-greeter-js");
        interact(code::requestFocus);
        eventually(() -> text("#status-language").endsWith(": JavaScript"));
        eventually(() -> code.getStyleSpans(0).stream().count() > 2);
        interact(() -> lookup("#status-language").queryAs(Button.class).fire());
        eventually(() -> lookup("#palette-field").tryQuery().isPresent());
        assertThat(field("#palette-field").getText()).isEqualTo(">Language: ");
        interact(() -> field("#palette-field").setText(">Language: Text"));
        push(KeyCode.ENTER);
        eventually(() -> text("#status-language").endsWith(": Text"));
        eventually(() -> code.getStyleSpans(0).stream().count() == 1);
        command("Language: JavaScript");
        eventually(() -> code.getStyleSpans(0).stream().count() > 2);
        command("Help: Check for update");
        eventually(() -> session().notices().all().getFirst().text().startsWith("This is version"));
    }

    /// Runs a command by its entry of the palette.
    private void command(String title) {
        push(KeyCode.F1);
        eventually(() -> lookup("#palette-field").tryQuery().isPresent());
        interact(() -> field("#palette-field").setText(">" + title));
        push(KeyCode.ENTER);
    }

    @Test
    void codeIsShownInTheChosenFontAndAMissingOneIsSaid() {
        ready();
        assertThat(codeFont()).isEqualTo("JetBrains Mono");
        interact(() -> wiring().settings().set(Setting.CODE_FONT, "Monospaced"));
        eventually(() -> codeFont().equals("Monospaced"));
        interact(() -> wiring().settings().set(Setting.CODE_FONT, "No Such Font"));
        eventually(() -> codeFont().equals("JetBrains Mono"));
        assertThat(session().notices().all().getFirst().text())
                .isEqualTo("There is no font No Such Font on this machine. Code is shown in JetBrains Mono.");
    }

    private String codeFont() {
        return lookup("#editor-dynamic-greeter-js .paragraph-text .text").queryAll().stream()
                .map(node -> ((Text) node).getFont().getFamily())
                .distinct()
                .collect(Collectors.joining(","));
    }

    @Test
    void aLogpointIsAskedForAtTheNearestStatementAndTakenAwayAgain() {
        ready();
        CodeArea code = editor("#editor-dynamic-greeter-js");
        interact(() -> {
            code.requestFocus();
            code.moveTo(0, 0);
        });
        push(KeyCode.SHIFT, KeyCode.F9);
        eventually(() -> lookup("#code-name").tryQuery().isPresent());
        interact(() -> field("#code-name").setText("request.url"));
        push(KeyCode.ENTER);
        eventually(() -> lookup(".logpoint").tryQuery().isPresent());
        assertThat(session().logpoints().of("dynamic/greeter.js", code.getText()))
                .extracting(point -> point.line() + ": " + point.expression())
                .containsExactly("3: request.url");
        interact(() -> code.moveTo(2, 0));
        push(KeyCode.SHIFT, KeyCode.F9);
        eventually(() -> lookup(".logpoint").tryQuery().isEmpty());
    }

    @Test
    void anEditIsRunByItselfOnlyWhereThePersonAskedForIt() {
        ready();
        CodeArea code = editor("#editor-dynamic-greeter-js");
        interact(() -> code.insertText(0, "// one\n"));
        interact(() -> lookup("#auto-run").queryAs(ToggleButton.class).fire());
        assertThat(wiring().settings().get().isOn(Setting.AUTO_RUN)).isTrue();
        assertThat(session().runs()).isEmpty();
        interact(() -> code.insertText(0, "// two\n"));
        eventually(() -> session().runs().size() == 1);
        assertThat(runtime.calls()).noneMatch(call -> call.startsWith("reset"));
        interact(() -> wiring().settings().set(Setting.RUN_MODE, "cold"));
        interact(() -> code.insertText(0, "// three\n"));
        eventually(() -> session().runs().size() == 2);
        assertThat(runtime.calls()).anyMatch(call -> call.startsWith("reset"));
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

    @Test
    void aDeniedCallLeadsToItsLineAndItsRunIsDrawn() {
        ready();
        send("/hello");
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
        TableView<?> calls = lookup("#calls-table").queryTableView();
        eventually(() -> calls.getItems().size() == 2);
        interact(() -> calls.getSelectionModel().select(1));
        push(KeyCode.ENTER);
        eventually(() -> session().revealProperty().get() != null
                && session().revealProperty().get().line() == 7);
        interact(() -> lookup("#calls-rule").queryAs(Button.class).fire());
        eventually(() -> lookup("#grants-table").tryQuery().isPresent());
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.Y);
        eventually(() -> lookup("#timeline-chart").tryQuery().isPresent());
        push(KeyCode.RIGHT);
        eventually(() -> !text("#timeline-detail").isEmpty());
        interact(() -> lookup("#timeline-as-table").queryAs(ToggleButton.class).fire());
        eventually(() -> lookup("#timeline-table").queryTableView().getItems().size() > 6);
    }

    @Test
    void theStripUnderADynamicWorkerLeadsToItsGrant() {
        ready();
        eventually(() -> lookup("#grant-chip-GREETER").tryQuery().isPresent());
        interact(() -> lookup("#grant-chip-GREETER").queryAs(Button.class).fire());
        eventually(() -> lookup("#grants-table").tryQuery().isPresent()
                && String.valueOf(lookup("#grants-table")
                                .queryTableView()
                                .getSelectionModel()
                                .getSelectedItem())
                        .contains("GREETER"));
    }

    @Test
    void anIsolateShowsItsCodeAndIsEvicted() {
        ready();
        send("/hello");
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.I);
        TreeTableView<?> isolates = lookup("#isolates-table").queryAs(TreeTableView.class);
        eventually(() -> isolates.getExpandedItemCount() == 3);
        interact(() -> isolates.getSelectionModel().select(1));
        interact(() -> {
            isolates.getSelectionModel().selectIndices(1, 2);
            wiring().commands().get("compare-isolates").run();
        });
        eventually(() -> lookup("#diff-lines").tryQuery().isPresent());
        interact(() -> lookup("#diff-close").queryAs(Button.class).fire());
        eventually(() -> lookup("#diff-lines").tryQuery().isEmpty());
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.I);
        interact(() -> isolates.getSelectionModel().clearAndSelect(1));
        interact(() -> lookup("#isolate-evict").queryAs(Button.class).fire());
        eventually(() -> text("#isolates-note").startsWith("greeter was evicted"));
        interact(() -> lookup("#isolate-code").queryAs(Button.class).fire());
        eventually(() -> lookup("#code-text").tryQuery().isPresent());
    }

    @Test
    void theRequestIsSentSeveralTimesAndItsErrorIsFoundAgain() {
        ready();
        interact(() -> wiring().settings().set(Setting.ANNOUNCEMENTS, "brief"));
        send("/cpu");
        eventually(() -> text("#status-announcement").equals("Run 1: KILLED cpu"));
        interact(() -> {
            field("#request-url").setText("http://localhost/hello");
            wiring().commands().get("run-times").run();
        });
        eventually(() -> field("#palette-field").getText().equals("*10"));
        interact(() -> field("#palette-field").setText("*3"));
        push(KeyCode.ENTER);
        eventually(() -> session().notices().all().stream()
                .anyMatch(notice -> notice.text().startsWith("3 runs: 3 ok. Median ")));
        assertThat(session().runs()).hasSize(4);
        interact(() -> wiring().commands().get("explain-error").run());
        eventually(() -> text("#error-title").startsWith("Used all of its 50 ms of CPU time"));
        interact(() -> {
            wiring().settings().set(Setting.ANNOUNCEMENTS, "off");
            wiring().commands().get("run").run();
        });
        eventually(() -> text("#status-announcement").isEmpty());
        interact(() -> wiring().settings().set(Setting.TAB_SIZE, 4));
        TextFlow line =
                from(lookup("#editor-src-index-js")).lookup(".paragraph-text").query();
        eventually(() -> line.getTabSize() == 4);
    }

    @Test
    void aQuestionWaitsInTheWindowUntilItIsAnsweredOrBecomesARule() {
        ready();
        CompletionStage<Verdict> first = session().questions().asked(question("GET https://api.example.com/a"));
        CompletionStage<Verdict> second = session().questions().asked(question("GET https://api.example.com/b"));
        eventually(() -> lookup("#question-bar").query().isVisible());
        assertThat(text("#question-words"))
                .startsWith("greeter wants: GET https://api.example.com/a")
                .endsWith("(1 more)");
        assertThat(text("#question-left")).endsWith("s left, then denied");
        interact(() -> lookup("#question-allow").queryAs(Button.class).fire());
        assertThat(first.toCompletableFuture()).isCompletedWithValue(Verdict.ALLOW);
        interact(() -> lookup("#question-rule").queryAs(Button.class).fire());
        assertThat(second.toCompletableFuture()).isCompletedWithValue(Verdict.DENY);
        eventually(() -> lookup("#rule-host").tryQuery().isPresent()
                && field("#rule-host").getText().equals("api.example.com"));
        assertThat(lookup("#question-bar").query().isVisible()).isFalse();
    }

    private static Question question(String subject) {
        return new Question(
                subject.hashCode(),
                Question.Kind.NETWORK,
                new IsolateId(2),
                "greeter",
                subject,
                "network",
                Instant.now().plusSeconds(600));
    }

    @Test
    void aSmallWindowGivesTheRequestATabAndFoldsTheSideBar() {
        ready();
        interact(() -> wiring().settings().set(Setting.ZOOM, 200));
        eventually(() -> lookup("#files-tree").tryQuery().isEmpty());
        assertThat(lookup("#editor-src-index-js").query().getLayoutBounds().getHeight())
                .isGreaterThan(60);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
        eventually(() -> lookup("#console-list").query().isFocused());
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.U);
        eventually(() -> field("#request-url").isFocused());
        push(KeyCode.F6);
        push(KeyCode.F6);
        eventually(() -> lookup("#status-run").query().isFocused());
        interact(() -> wiring().settings().set(Setting.ZOOM, 100));
        eventually(() -> lookup("#files-tree").tryQuery().isPresent());
        eventually(() -> lookup("#tool-request").tryQuery().isEmpty());
        eventually(() -> lookup("#area-left").query().getLayoutBounds().getWidth() < 200);
    }

    @Test
    void aSimpleProjectShowsItsDynamicWorkerAndKeepsItsParentWhenToldTo() {
        ready();
        interact(() -> wiring().commands().get("new-simple").run());
        CodeArea code = editor("#editor-dynamic-worker-index-js");
        assertThat(code.getText()).contains("env.GREETING");
        assertThat(lookup("#editor-src-index-js").tryQuery()).isEmpty();
        interact(() -> wiring().commands().get("show-parent").run());
        CodeArea parent = editor("#editor-src-index-js");
        eventually(() -> lookup("#generated-banner").query().isVisible() && !parent.isEditable());
        Path configuration = session().folder().resolve("wrangler.jsonc");
        interact(() -> session()
                .fileOperations()
                .edit("wrangler.jsonc", text -> text.replace("\"GREETING\"", "\"MODE\": \"x\", \"GREETING\"")));
        eventually(() -> parent.getText().contains("MODE: env.MODE"));
        assertThat(configuration).exists();
        clickOn("#generated-keep");
        eventually(() -> parent.isEditable() && parent.getText().startsWith("import module1"));
    }

    @Test
    void copiedCodeIsTriedAlone() {
        ready();
        interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "export default {};")));
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        assertThat(editor("#editor-dynamic-pasted-js").getText()).isEqualTo("export default {};");
        eventually(() -> lookup("#toast-action").tryQuery().isPresent());
        clickOn("#toast-action");
        assertThat(editor("#editor-dynamic-worker-index-js").getText()).isEqualTo("export default {};");
        assertThat(session().folder().resolve("src/index.js")).content().contains("env: {\n      },");
        eventually(() -> session().notices().latestProperty().get() != null);
        assertThat(Objects.requireNonNull(session().notices().latestProperty().get())
                        .text())
                .contains("no binding and no network");
    }

    @Test
    void everyFixedStateIsShown() {
        ready();
        for (FixedState state : FixedState.values()) {
            interact(() -> session().fixed().ended(state));
            RunRecord shown =
                    Objects.requireNonNull(session().shownRunProperty().get());
            assertThat(text("#response-run")).as(state.title()).isEqualTo("#" + shown.number());
            if (!shown.explanation().isEmpty()) {
                assertThat(text("#error-title")).as(state.title()).isNotBlank();
            }
        }
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        write("show state");
        long states = wiring().commands().all().stream()
                .filter(command -> command.id().startsWith("state-"))
                .count();
        assertThat(lookup("#palette-list").queryListView().getItems()).hasSize((int) states);
        push(KeyCode.ESCAPE);
    }
}
