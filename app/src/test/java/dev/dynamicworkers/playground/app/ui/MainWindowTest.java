package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A person opens the sample and works in the window.
@Order(Order.DEFAULT + 3)
final class MainWindowTest extends WindowTest {
    @Test
    void theWindowOpensWithBothCodesSideBySideAndRunsNothing() {
        ready();
        assertThat(editor("#editor-src-index-js").getText()).contains("WorkerEntrypoint");
        assertThat(editor("#editor-dynamic-greeter-js").getText()).contains("env.GREETER");
        assertThat(field("#request-url").getText()).isEqualTo("http://localhost/hello?name=Ada");
        assertThat(runtime.calls()).isEmpty();
        assertThat(lookup("#stop-run-button").query().isDisabled()).isTrue();
        for (String later : List.of("#response-parts", "#find-field", "#palette-field", "#request-vars")) {
            assertThat(lookup(later).tryQuery()).as(later).isEmpty();
        }
        Button run = lookup("#run-button").queryButton();
        assertThat(run.getTooltip()).isNull();
        moveTo(run);
        eventually(() ->
                run.getTooltip() != null && run.getTooltip().getText().startsWith("Run: send the current request"));
        TabPane parts = lookup("#request-parts").queryAs(TabPane.class);
        List<String> inside = List.of(
                "#param-add", "#header-add", "#request-body", "#request-props", "#request-vars", "#request-expect");
        for (int i = 0; i < inside.size(); i++) {
            int index = i;
            interact(() -> parts.getSelectionModel().select(index));
            assertThat(lookup(inside.get(i)).tryQuery()).as(inside.get(i)).isPresent();
        }
    }

    @Test
    void ctrlEnterBringsResponseLogAndMemory() {
        ready();
        push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> session().runs().size() == 1
                && lookup("#response-body").tryQuery().isPresent());
        assertThat(text("#response-status")).isEqualTo("200 OK");
        assertThat(text("#response-warmth")).isEqualTo("COLD");
        assertThat(lookup("#response-body").queryAs(CodeArea.class).getText())
                .contains("\"greeting\": \"Hello, Ada!\"");
        eventually(() -> lookup("#console-list").queryListView().getItems().size() == 4);

        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.I);
        TreeTableView<IsolateSnapshot> isolates = lookup("#isolates-table").query();
        eventually(() -> isolates.getExpandedItemCount() == 3);
        assertThat(isolates.getColumns().stream()
                        .map(column -> String.valueOf(column.getCellData(2)))
                        .toList())
                .contains("unknown")
                .contains("0.80 ms");
        assertThat(text("#status-isolates")).contains("3 isolates");
        assertThat(text("#status-engine")).isEqualTo("Engine: guest code compiled");
    }

    @Test
    void framesOfAnErrorLeadToTheLine() {
        ready();
        send("/error");
        assertThat(text("#error-title")).isEqualTo("TypeError: env.GREETER.greet is not a function");
        Hyperlink frame = lookup("#error-card .hyperlink").queryAs(Hyperlink.class);
        assertThat(frame.getText()).isEqualTo("dynamic/greeter.js:4");
        interact(frame::fire);
        CodeArea editor = editor("#editor-dynamic-greeter-js");
        eventually(() -> editor.getCurrentParagraph() == 3 && editor.isFocused());
    }

    @Test
    void aRunThatNeverEndsLeavesTheWindowFluentAndStops() {
        ready();
        interact(() -> field("#request-url").setText("http://localhost/loop"));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> !lookup("#stop-run-button").query().isDisabled());
        assertThat(lookup("#send-button").query().isVisible()).isFalse();
        clickOn(editor("#editor-dynamic-greeter-js")).write("// typed while it runs\n");
        assertThat(editor("#editor-dynamic-greeter-js").getText()).contains("// typed while it runs");
        push(KeyCode.SHIFT, KeyCode.F5);
        eventually(() -> session().runs().size() == 1);
        assertThat(text("#error-title")).startsWith("Stopped by you after");
        assertThat(lookup("#send-button").query().isVisible()).isTrue();
    }

    @Test
    void whatIsTypedIsSavedByItself() {
        ready();
        CodeArea editor = editor("#editor-dynamic-greeter-js");
        interact(() -> {
            editor.requestFocus();
            editor.moveTo(0);
        });
        write("// hi\n");
        eventually(
                () -> Files.readString(project().resolve("dynamic/greeter.js")).startsWith("// hi\nexport"));
    }

    @Test
    void enterIndentsAndSlashComments() {
        ready();
        CodeArea editor = editor("#editor-dynamic-greeter-js");
        interact(() -> {
            editor.requestFocus();
            editor.moveTo(1, editor.getParagraphLength(1));
        });
        push(KeyCode.ENTER);
        write("let a = 1;");
        assertThat(editor.getParagraph(2).getText()).isEqualTo("    let a = 1;");
        push(KeyCode.CONTROL, KeyCode.SLASH);
        assertThat(editor.getParagraph(2).getText()).isEqualTo("    // let a = 1;");
        push(KeyCode.ALT, KeyCode.UP);
        assertThat(editor.getParagraph(1).getText()).isEqualTo("    // let a = 1;");
        push(KeyCode.CONTROL, KeyCode.Z);
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.getParagraph(2).getText()).isEqualTo("    let a = 1;");
    }

    @Test
    void altAndALetterTypeNothing() {
        ready();
        CodeArea editor = editor("#editor-dynamic-greeter-js");
        String before = editor.getText();
        interact(editor::requestFocus);
        pressAlt('z');
        assertThat(editor.isWrapText()).isTrue();
        pressAlt('q');
        assertThat(editor.getText()).isEqualTo(before);
        write("x");
        assertThat(editor.getText()).hasSize(before.length() + 1);
    }

    @Test
    void thePaletteRunsCommandsAndOpensFiles() {
        ready();
        push(KeyCode.CONTROL, KeyCode.P);
        write("readme");
        push(KeyCode.ENTER);
        assertThat(editor("#editor-README-md").getText()).contains("Hello, sandbox");
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        write("send the");
        push(KeyCode.ENTER);
        eventually(() -> session().runs().size() == 1);
        push(KeyCode.CONTROL, KeyCode.G);
        write("2");
        push(KeyCode.ENTER);
        eventually(() -> text("#status-caret").equals("Caret: Ln 2, Col 1"));
    }

    @Test
    void findWalksThroughTheMatches() {
        ready();
        CodeArea editor = editor("#editor-src-index-js");
        interact(editor::requestFocus);
        push(KeyCode.CONTROL, KeyCode.F);
        eventually(() ->
                stage().getScene().getFocusOwner() instanceof TextField field && "find-field".equals(field.getId()));
        write("greeter");
        push(KeyCode.ENTER);
        assertThat(editor.getSelectedText()).isEqualToIgnoringCase("greeter");
        int first = editor.getSelection().getStart();
        push(KeyCode.ENTER);
        assertThat(editor.getSelection().getStart()).isGreaterThan(first);
        push(KeyCode.ESCAPE);
        eventually(editor::isFocused);
    }

    @Test
    void anOpenedRunStaysWhatItWas() {
        ready();
        send("/error");
        RunRecord failed = Objects.requireNonNull(session().lastRunProperty().get());
        send("/hello");
        interact(() -> session().shownRunProperty().set(failed));
        assertThat(text("#error-title")).startsWith("TypeError");
        interact(() -> session().evictAll());
        assertThat(text("#response-run")).isEqualTo("#1");
        clickOn("#response-newest");
        assertThat(text("#response-run")).isEqualTo("#2");
    }

    @Test
    void theConsoleFilters() {
        ready();
        send("/hello");
        ListView<?> list = lookup("#console-list").queryListView();
        eventually(() -> list.getItems().size() == 4);
        interact(() -> field("#console-filter").setText("isolate:greeter -level:debug"));
        assertThat(list.getItems()).hasSize(1);
        interact(() -> field("#console-filter").clear());
        clickOn("#console-level-warn");
        assertThat(list.getItems()).hasSize(3);
        clickOn("#console-clear");
        assertThat(list.getItems()).isEmpty();
    }

    @Test
    void aLostEngineIsToldWithoutBlocking() {
        ready();
        session().engine().lost("signal 9");
        session().engine().started(new EngineStatus("GraalJS", /* compiled= */ false, /* memoryMeasured= */ false, 99));
        eventually(() -> text("#engine-notice-text").equals("The engine process ended; a new one was started."));
        assertThat(text("#status-engine")).isEqualTo("Engine: guest code interpreted");
        send("/hello");
        assertThat(text("#response-status")).isEqualTo("200 OK");
        clickOn("#engine-notice-close");
        assertThat(lookup("#engine-notice").query().isVisible()).isFalse();
    }

    @Test
    void aRequestIsSavedWhereItCameFrom() {
        ready();
        clickOn("#request-url").push(KeyCode.END).write("&b=2");
        push(KeyCode.CONTROL, KeyCode.S);
        eventually(
                () -> Files.readString(project().resolve("requests/hello.http")).contains("?name=Ada&b=2"));
        assertThat(project().resolve("requests/hello.http"))
                .content()
                .startsWith("# Greets Ada")
                .contains("x-visitor: Ada");
    }

    @Test
    void panelsCanBeHiddenAndCalledBack() {
        ready();
        push(KeyCode.CONTROL, KeyCode.B);
        assertThat(lookup("#files-tree").tryQuery()).isEmpty();
        push(KeyCode.CONTROL, KeyCode.J);
        assertThat(lookup("#console-list").tryQuery()).isEmpty();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
        eventually(() -> lookup("#console-list").query().isFocused());
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        eventually(() -> lookup("#files-tree").query().isFocused());
    }

    @Test
    void aSplitEditorHasOneTextAndOneHistory() {
        ready();
        CodeArea first = editor("#editor-src-index-js");
        interact(() -> {
            first.requestFocus();
            first.moveTo(0);
        });
        String before = first.getText();
        push(KeyCode.CONTROL, KeyCode.BACK_SLASH);
        CodeArea second = editor("#editor-src-index-js-half");
        eventually(second::isFocused);
        write("// x");
        assertThat(first.getText()).isEqualTo("// x" + before);
        push(KeyCode.CONTROL, KeyCode.SLASH);
        assertThat(first.getText()).isEqualTo("x" + before);
        push(KeyCode.CONTROL, KeyCode.Z);
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(second.getText()).isEqualTo(before);
        push(KeyCode.CONTROL, KeyCode.BACK_SLASH);
        eventually(() -> first.isFocused()
                && lookup("#editor-src-index-js-half").tryQuery().isEmpty());
    }

    @Test
    void ctrlTabTurnsToTheTabUsedBeforeAndPastedCodeIsAFileOfItsOwn() {
        ready();
        interact(() -> session().open("README.md"));
        editor("#editor-README-md");
        interact(() -> session().open("wrangler.jsonc"));
        CodeArea configuration = editor("#editor-wrangler-jsonc");
        eventually(() -> lookup("#editor-README-md").tryQuery().isEmpty());
        interact(() -> session().open("README.md"));
        CodeArea readme = editor("#editor-README-md");
        interact(readme::requestFocus);
        push(KeyCode.CONTROL, KeyCode.TAB);
        eventually(() -> configuration.getScene() != null);
        push(KeyCode.CONTROL, KeyCode.TAB);
        eventually(() -> lookup("#editor-README-md").tryQuery().isPresent());
        interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("export default {}; // from elsewhere");
            Clipboard.getSystemClipboard().setContent(content);
        });
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        assertThat(editor("#editor-dynamic-pasted-js").getText()).contains("from elsewhere");
    }

    @Test
    void theRunThatWasLeftIsShownAgain() {
        ready();
        send("/error");
        send("/hello");
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.Z);
        assertThat(text("#response-run")).isEqualTo("#1");
    }

    @Test
    void f6GoesThroughTheRegions() {
        ready();
        interact(() -> editor("#editor-src-index-js").requestFocus());
        push(KeyCode.F6);
        assertThat(editor("#editor-dynamic-greeter-js").isFocused()).isTrue();
        push(KeyCode.F6);
        assertThat(field("#request-url").isFocused()).isTrue();
        push(KeyCode.F6);
        push(KeyCode.F6);
        assertThat(lookup("#console-list").query().isFocused()).isTrue();
        push(KeyCode.F6);
        assertThat(lookup("#status-run").query().isFocused()).isTrue();
        push(KeyCode.SHIFT, KeyCode.F6);
        assertThat(lookup("#console-list").query().isFocused()).isTrue();
    }
}
