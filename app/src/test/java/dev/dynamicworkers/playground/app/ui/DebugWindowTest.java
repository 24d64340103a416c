package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.Wiring;
import dev.dynamicworkers.playground.app.fx.StatusBadge;
import dev.dynamicworkers.playground.app.session.DiskProjects;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.settings.SettingsStore;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.process.RuntimeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The debugger in the window, with the real engine in its own process.
@Order(Order.DEFAULT + 5)
final class DebugWindowTest extends HeadlessWindowTest {
    private @Nullable Wiring wiring;

    @TempDir
    private Path work;

    @Override
    public void start(Stage stage) throws IOException {
        Path project = work.resolve("debugged");
        Files.createDirectories(project.resolve("src"));
        Files.writeString(project.resolve("wrangler.jsonc"), """
            { "name": "debugged", "main": "src/index.js", "compatibility_date": "2026-01-01" }
            """);
        Files.writeString(project.resolve("src/index.js"), """
            export default {
              async fetch(request) {
                const tea = 'green';
                await null;
                const answer = tea + ' tea';
                return new Response(answer);
              },
            };
            """);
        wiring = new Wiring(
                stage, new SettingsStore(work.resolve("settings.json")), new DiskProjects(), RuntimeProcess::start);
        wiring.show(project);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1200);
        stage.setHeight(900);
    }

    @Override
    public void stop() {
        Objects.requireNonNull(wiring).close();
    }

    private ProjectSession session() {
        return Objects.requireNonNull(Objects.requireNonNull(wiring).session());
    }

    private void pausedAt(int line) {
        eventually(() -> {
            Pause pause = session().debugging().pauseProperty().get();
            return pause != null && pause.frames().getFirst().line() == line;
        });
    }

    private String text(String id) {
        return lookup(id).queryAs(Labeled.class).getText();
    }

    /// One way through, since each start of an engine takes seconds.
    @Test
    void aBreakpointPausesStepsGoOnAndTheAnswerComes() {
        eventually(() -> lookup("#editor-src-index-js").tryQuery().isPresent());
        CodeArea code = lookup("#editor-src-index-js").queryAs(CodeArea.class);
        interact(() -> {
            code.requestFocus();
            code.moveTo(2, 0);
        });
        push(KeyCode.F9);
        eventually(() -> lookup(".breakpoint").tryQuery().isPresent());
        push(KeyCode.CONTROL, KeyCode.ENTER);
        pausedAt(3);

        eventually(() -> text("#debug-state").startsWith("Paused at src/index.js:3"));
        assertThat(lookup("#status-run").query().getAccessibleText()).isEqualTo("Run state: PAUSED src/index.js:3");
        assertThat(lookup("#response-verdict").queryAs(StatusBadge.class).text())
                .isEqualTo("PAUSED");
        assertThat(text("#response-paused-at")).isEqualTo("src/index.js:3");
        assertThat(lookup("#response").query().getAccessibleText())
                .isEqualTo("Response: run 1 stands still at src/index.js:3");
        long elapsed = session().runState().elapsedMillis();
        eventually(() -> lookup(".standing").tryQuery().isPresent());
        assertThat(session().runState().elapsedMillis())
                .as("time stands still with the code")
                .isEqualTo(elapsed);
        assertThat(code.getParagraph(2).getParagraphStyle()).contains("standing-line");
        push(KeyCode.F10);
        pausedAt(4);
        push(KeyCode.F10);
        pausedAt(5);
        TreeView<?> values = lookup("#debug-values").queryAs(TreeView.class);
        eventually(() -> !values.getRoot().getChildren().isEmpty()
                && values.getRoot().getChildren().getFirst().getChildren().stream()
                        .anyMatch(item -> item.getValue().toString().contains("\"green\"")));
        interact(() -> {
            Bounds at = code.localToScreen(code.getBoundsInLocal());
            code.fireEvent(MouseOverTextEvent.beginAt(
                    new Point2D(at.getMinX() + 60, at.getMinY() + 60),
                    code.getText().indexOf("tea + ' tea'")));
        });
        eventually(() -> lookup("#code-explanation .bubble-text").queryAllAs(Text.class).stream()
                .anyMatch(words -> words.getText().equals("tea = \"green\"")));
        interact(() -> {
            TextField field = lookup("#debug-expression").queryAs(TextField.class);
            field.setText("tea.length * 2");
            field.requestFocus();
        });
        push(KeyCode.ENTER);
        eventually(() -> lookup("#debug-watches").query().lookupAll(".label").stream()
                .anyMatch(
                        node -> node instanceof Labeled label && label.getText().equals("10")));

        push(KeyCode.F5);
        eventually(() -> !session().runs().isEmpty());
        assertThat(session().runs().getFirst().verdict()).isEqualTo(RunVerdict.OK);
        assertThat(session().debugging().isPaused()).isFalse();
        assertThat(code.getParagraph(4).getParagraphStyle()).isEmpty();

        push(KeyCode.CONTROL, KeyCode.ENTER);
        pausedAt(3);
        push(KeyCode.SHIFT, KeyCode.F5);
        eventually(() -> session().runs().size() == 2);
        assertThat(session().runs().getFirst().verdict()).isEqualTo(RunVerdict.STOPPED);
        assertThat(session().debugging().isPaused()).isFalse();
    }
}
