package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.task.LongTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// What the status bar tells, and what a click on it does.
final class StatusBarTest extends WindowTest {
    @Test
    void whatTakesLongHasWordsAndIsCancelledInTheList() {
        ready();
        // On a busy machine what the opened project reads takes long as well, and stands in the list.
        eventually(() -> session().tasks().list().running().isEmpty());
        interact(() -> session().tasks().list().clearFinished());
        AtomicReference<LongTask> task = new AtomicReference<>();
        interact(() -> task.set(session()
                .tasks()
                .list()
                .begin("Exporting to a.zip", () -> task.get().cancelled())));
        eventually(() -> text("#status-tasks").equals("Background tasks: Exporting to a.zip\u2026"));
        interact(() -> task.get().at(3, 20));
        assertThat(text("#status-tasks")).isEqualTo("Background tasks: Exporting to a.zip \u00b7 3 of 20");

        interact(() -> lookup("#status-tasks").queryAs(Button.class).fire());
        ListView<?> list = lookup("#tasks-list").queryListView();
        assertThat(list.isFocused()).isTrue();
        push(KeyCode.DELETE);
        assertThat(task.get().stateProperty().get()).isEqualTo(LongTask.State.CANCELLED);
        assertThat(text("#status-tasks")).isEqualTo("Background tasks: none");
        assertThat(list.getItems()).hasSize(1);
        interact(() -> lookup("#tasks-clear").queryAs(Button.class).fire());
        assertThat(list.getItems()).isEmpty();
        push(KeyCode.ESCAPE);
        assertThat(lookup("#tasks-list").tryQuery()).isEmpty();
    }

    @Test
    void theMemoryOfIsolatesIsWhatTheyAllocatedAndItsTipTellsWhatTheyKeep() {
        ready();
        send("/hello");
        eventually(() -> text("#status-isolates").matches("Isolates: \\d isolates \u00b7 \\d\\S* MB allocated"));
        assertThat(lookup("#status-isolates").queryAs(Button.class).getTooltip().getText())
                .matches("Allocated: all that the living isolates have asked for so far\\. They keep \\S+ .B alive\\.");
    }

    @Test
    void theFailureBarOpensTheFolderOfTheLog() {
        ready();
        interact(() -> session().tasks().run(() -> {
            throw new IllegalStateException("made for this test");
        }));
        eventually(() -> lookup("#error-notice").query().isVisible());
        assertThat(text("#error-notice-text")).isEqualTo("A background task failed.");
        interact(() -> lookup("#error-notice-logs").queryAs(Button.class).fire());
        eventually(() -> !session().notices().all().isEmpty());
        // No file manager here: where the log is, or that none is kept, is told instead.
        assertThat(session().notices().all().getFirst().text()).contains("log");
        interact(() -> lookup("#error-notice-close").queryAs(Button.class).fire());
        eventually(() -> !lookup("#error-notice").query().isVisible());
    }

    @Test
    void lineEndsAreChangedFromTheStatusBarAndChangedBack() throws IOException {
        ready();
        CodeArea code = editor("#editor-src-index-js");
        interact(code::requestFocus);
        Path file = project().resolve("src/index.js");
        String before = Files.readString(file);
        assertThat(text("#status-line-end")).endsWith(": UTF-8 LF");
        assertThat(wiring().commands().get("line-ends-lf").enabled().get()).isFalse();
        assertThat(wiring().commands().get("line-ends-crlf").enabled().get()).isTrue();

        interact(() -> lookup("#status-line-end").queryAs(Button.class).fire());
        interact(() -> field("#palette-field").appendText("crlf"));
        push(KeyCode.ENTER);
        eventually(() -> text("#status-line-end").endsWith(": UTF-8 CRLF"));
        assertThat(wiring().commands().get("line-ends-lf").enabled().get()).isTrue();
        assertThat(wiring().commands().get("line-ends-crlf").enabled().get()).isFalse();
        eventually(() -> Files.readString(file).equals(before.replace("\n", "\r\n")));

        interact(code::requestFocus);
        write("x");
        eventually(() -> Files.readString(file).equals("x" + before.replace("\n", "\r\n")));
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text("#status-line-end")).as("typed later, undone first").endsWith(": UTF-8 CRLF");
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text("#status-line-end")).endsWith(": UTF-8 LF");
        eventually(() -> Files.readString(file).equals(before));
        push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(text("#status-line-end")).endsWith(": UTF-8 CRLF");
        eventually(() -> Files.readString(file).equals(before.replace("\n", "\r\n")));
    }

    @Test
    void mixedLineEndsAreSaidUntilTheFileIsSaved() throws IOException {
        ready();
        Files.writeString(project().resolve("src/mixed.js"), "one;\r\ntwo;\nthree;\r\n");
        interact(() -> session().open("src/mixed.js"));
        CodeArea code = editor("#editor-src-mixed-js");
        interact(code::requestFocus);
        eventually(() -> text("#status-line-end").endsWith(": UTF-8 CRLF, mixed"));
        assertThat(lookup("#mixed-banner").<Node>queryAll()).anyMatch(Node::isVisible);
        interact(() -> wiring().commands().get("line-ends-lf").run());
        eventually(() -> text("#status-line-end").endsWith(": UTF-8 LF"));
        assertThat(Files.readString(project().resolve("src/mixed.js"))).isEqualTo("one;\ntwo;\nthree;\n");
        assertThat(lookup("#mixed-banner").<Node>queryAll()).noneMatch(Node::isVisible);
    }
}
