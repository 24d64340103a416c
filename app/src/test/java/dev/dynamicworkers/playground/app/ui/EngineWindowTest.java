package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.Wiring;
import dev.dynamicworkers.playground.app.fixture.Disk;
import dev.dynamicworkers.playground.app.fx.StatusBadge;
import dev.dynamicworkers.playground.app.session.DiskProjects;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import dev.dynamicworkers.playground.app.settings.SettingsStore;
import dev.dynamicworkers.playground.core.process.EngineLaunch;
import dev.dynamicworkers.playground.core.process.RuntimeProcess;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window with the real engine in its own process: the whole way of a request, and its mishaps.
@Order(Order.DEFAULT + 4)
final class EngineWindowTest extends HeadlessWindowTest {
    private @Nullable Wiring wiring;
    private @Nullable Path project;

    @TempDir
    private Path work;

    @Override
    public void start(Stage stage) throws IOException {
        project = work.resolve("hello");
        copy(Path.of("../samples/hello"), project);
        wiring = new Wiring(
                stage, new SettingsStore(work.resolve("settings.json")), new DiskProjects(), RuntimeProcess::start);
        wiring.show(project);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(900);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> entries = Files.walk(from)) {
            for (Path entry : entries.toList()) {
                Path target = to.resolve(from.relativize(entry).toString());
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(entry, target);
                }
            }
        }
    }

    @Override
    public void stop() {
        Objects.requireNonNull(wiring).close();
    }

    private ProjectSession session() {
        return Objects.requireNonNull(Objects.requireNonNull(wiring).session());
    }

    private void ready() {
        eventually(
                () -> !lookup("#request-url").queryAs(TextField.class).getText().equals("http://localhost/")
                        && lookup("#editor-src-index-js").tryQuery().isPresent());
    }

    private RunRecord send() {
        int before = session().runs().size();
        push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> session().runs().size() > before);
        return session().runs().getFirst();
    }

    private String label(String id) {
        return lookup(id).queryAs(Label.class).getText();
    }

    /// One way through, since each start of an engine takes seconds.
    @Test
    void aSampleRunsAnEndlessLoopIsStoppedAndAKilledEngineIsReplaced() throws IOException {
        ready();
        aSampleRuns();
        anEndlessLoopIsStopped();
        aResponseOverItsLimitIsCut();
        aKilledEngineIsReplaced();
    }

    private void aSampleRuns() {
        RunRecord run = send();
        assertThat(run.verdict()).isEqualTo(RunVerdict.OK);
        assertThat(label("#response-status")).isEqualTo("200 OK");
        eventually(() -> lookup("#response-body").tryQuery().isPresent());
        assertThat(lookup("#response-body").queryAs(CodeArea.class).getText()).isNotBlank();
        eventually(() -> !session().log().lines().isEmpty());
        eventually(() ->
                session().isolates().liveCount() >= 2 && session().isolates().retainedBytes() != null);
        boolean interpreting = "off".equals(System.getProperty(EngineLaunch.INTERPRET_PROPERTY));
        assertThat(session().engine().wordProperty().get())
                .isEqualTo(interpreting ? "guest code interpreted" : "guest code compiled");
        assertThat(send().cold()).isEqualTo(RunRecord.Start.WARM);
        var evicted = parents();
        interact(() -> session().evictAll());
        assertThat(send().cold()).as("after evicting").isEqualTo(RunRecord.Start.COLD);
        // The list is asked for twice in a second: until then it names the parent that was evicted.
        eventually(() -> !evicted.containsAll(parents()));
        IsolateId parent = parents().stream()
                .filter(isolate -> !evicted.contains(isolate))
                .findFirst()
                .orElseThrow();
        interact(() -> session().kill(parent, killed -> {}));
        eventually(() -> session().isolates().snapshotsProperty().get().stream()
                .anyMatch(isolate -> "Killed by the user.".equals(isolate.endReason())));
        assertThat(send().cold()).as("after a kill").isEqualTo(RunRecord.Start.COLD);
    }

    /// Parents that the list of isolates shows as running.
    private Set<IsolateId> parents() {
        return session().isolates().snapshotsProperty().get().stream()
                .filter(isolate -> isolate.role() == IsolateSnapshot.Role.PARENT && isolate.endReason() == null)
                .map(IsolateSnapshot::id)
                .collect(Collectors.toSet());
    }

    private void anEndlessLoopIsStopped() throws IOException {
        Path main = Objects.requireNonNull(project).resolve("src/index.js");
        String before = Files.readString(main);
        Disk.write(main, "export default { fetch() { while (true) {} } };\n");
        eventually(() ->
                lookup("#editor-src-index-js").queryAs(CodeArea.class).getText().contains("while"));
        int runs = session().runs().size();
        push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> !lookup("#stop-run-button").query().isDisabled());
        // How long it takes is what docs/benchmarks/run measures; a busy machine would fail a test of it.
        push(KeyCode.SHIFT, KeyCode.F5);
        eventually(() -> session().runs().size() > runs);
        assertThat(session().runs().getFirst().verdict()).isEqualTo(RunVerdict.STOPPED);
        Disk.write(main, before);
        eventually(() -> !lookup("#editor-src-index-js")
                .queryAs(CodeArea.class)
                .getText()
                .contains("while"));
    }

    private void aResponseOverItsLimitIsCut() throws IOException {
        SettingsModel settings = Objects.requireNonNull(wiring).settings();
        interact(() -> settings.set(Setting.LIMIT_RESPONSE, 1));
        Path main = Objects.requireNonNull(project).resolve("src/index.js");
        String before = Files.readString(main);
        Disk.write(main, "export default { fetch() { return new Response('a'.repeat(3 << 20)); } };\n");
        eventually(() ->
                lookup("#editor-src-index-js").queryAs(CodeArea.class).getText().contains("repeat"));
        RunRecord run = send();
        assertThat(run.verdict()).isEqualTo(RunVerdict.TRUNCATED);
        RunRecord.Reply reply = Objects.requireNonNull(run.reply());
        assertThat(reply.isTruncated()).isTrue();
        assertThat(reply.body()).hasSize(1 << 20).containsOnly((byte) 'a');
        eventually(() -> lookup("#error-title").tryQuery().isPresent()
                && lookup("#card-save-part").tryQuery().isPresent());
        assertThat(lookup("#response-verdict").queryAs(StatusBadge.class).text())
                .isEqualTo("TRUNCATED");
        Button raise = lookup("#card-limits").queryAs(Button.class);
        assertThat(raise.getText()).isEqualTo("Raise to 2 MiB");
        interact(raise::fire);
        eventually(() -> settings.get().amount(Setting.LIMIT_RESPONSE) == 2);
        assertThat(Objects.requireNonNull(send().reply()).body()).hasSize(2 << 20);
        interact(() -> settings.reset(Setting.LIMIT_RESPONSE));
        Disk.write(main, before);
        eventually(() -> !lookup("#editor-src-index-js")
                .queryAs(CodeArea.class)
                .getText()
                .contains("repeat"));
    }

    private void aKilledEngineIsReplaced() {
        assertThat(send().verdict()).isEqualTo(RunVerdict.OK);
        String detail = session().engine().detailProperty().get();
        long pid = Long.parseLong(detail.substring(detail.lastIndexOf(' ') + 1));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        eventually(() -> label("#engine-notice-text").equals("The engine process ended; a new one was started."));
        assertThat(send().verdict()).isEqualTo(RunVerdict.OK);
        assertThat(label("#response-status")).isEqualTo("200 OK");
    }
}
