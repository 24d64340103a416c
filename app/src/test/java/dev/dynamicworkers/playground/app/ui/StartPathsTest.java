package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.Wiring;
import dev.dynamicworkers.playground.app.fixture.FakeRuntime;
import dev.dynamicworkers.playground.app.session.DiskProjects;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsStore;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// What a person meets at the first start, and at the one after a crash.
final class StartPathsTest extends WindowTest {
    private final List<Wiring> others = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();

    private Wiring other(String settings) {
        Stage stage = new Stage();
        stages.add(stage);
        Wiring wiring = new Wiring(
                stage,
                new SettingsStore(project().resolveSibling(settings)),
                new DiskProjects(),
                watcher -> new FakeRuntime());
        others.add(wiring);
        return wiring;
    }

    private ProjectSession open(int number) {
        return Objects.requireNonNull(others.get(number).session());
    }

    private void closeOthers() {
        interact(() -> {
            others.forEach(Wiring::close);
            stages.forEach(Stage::close);
        });
    }

    @Test
    void theFirstStartShowsASampleAHintAndTheWayToOtherSamples() {
        System.setProperty("playground.samples", Path.of("../samples").toString());
        try {
            interact(() -> other("fresh.json").show(null));
            eventually(() -> stages.getFirst().getScene().getFocusOwner() instanceof CodeArea area
                    && String.valueOf(area.getId()).startsWith("editor-dynamic"));
            assertThat(stages.getFirst().getScene().lookup("#first-run").isVisible())
                    .isTrue();
            assertThat(open(0).runs()).isEmpty();
            interact(() -> ((Button) stages.getFirst().getScene().lookup("#first-run-samples")).fire());
            eventually(() -> stages.getFirst().getScene().lookup("#sample-starter") != null);
            interact(() -> ((Button) stages.getFirst().getScene().lookup("#sample-starter")).fire());
            eventually(() -> open(0).folder().endsWith("starter"));
        } finally {
            System.clearProperty("playground.samples");
            closeOthers();
        }
    }

    @Test
    void whatWasNotSavedComesBackAfterACrash() {
        ready();
        interact(() -> wiring().settings().set(Setting.AUTOSAVE, /* value= */ false));
        CodeArea editor = editor("#editor-dynamic-greeter-js");
        interact(() -> {
            editor.requestFocus();
            editor.moveTo(0);
        });
        eventually(editor::isFocused);
        write("// not saved\n");
        Path journal = project().resolveSibling("data").resolve("journal");
        eventually(() -> Files.isDirectory(journal) && journalOf(journal).contains("// not saved"));
        // The first window is left as a process leaves it that was killed.
        interact(() -> other("later.json").show(project()));
        try {
            eventually(() -> open(0).recoveryProperty().get().startsWith("Recovered 1 file"));
            assertThat(stages.getFirst().getScene().lookup("#recovery").isVisible())
                    .isTrue();
            // It is saved by itself a moment later.
            eventually(() -> open(0).openFiles().files().stream()
                    .anyMatch(file -> file.text().startsWith("// not saved")));
            assertThat(open(0).runs()).isEmpty();
        } finally {
            closeOthers();
        }
    }

    @Test
    void whatWasTypedIsUndoneAfterARestart() {
        ready();
        CodeArea editor = editor("#editor-dynamic-greeter-js");
        interact(() -> {
            editor.requestFocus();
            editor.moveTo(0);
        });
        write("// typed\n");
        Path kept = project().resolveSibling("data").resolve("session");
        // The line end is the last that was typed.
        eventually(() -> Files.isDirectory(kept) && journalOf(kept).contains("\"\\n\""));
        eventually(
                () -> Files.readString(project().resolve("dynamic/greeter.js")).startsWith("// typed"));
        interact(() -> other("later.json").show(project()));
        try {
            eventually(() -> area(0).filter(area -> area.getText().startsWith("// typed"))
                    .isPresent());
            interact(() -> others.getFirst().commands().get("focus-dynamic").run());
            // The line end was a step of its own.
            interact(() -> others.getFirst().commands().get("edit-undo").run());
            interact(() -> others.getFirst().commands().get("edit-undo").run());
            eventually(() ->
                    area(0).filter(area -> area.getText().startsWith("export")).isPresent());
        } finally {
            closeOthers();
        }
    }

    @Test
    void anEditorThatWasSplitIsSplitAfterARestartAndTheFirstViewHasTheFocus() {
        ready();
        CodeArea editor = editor("#editor-dynamic-greeter-js");
        interact(editor::requestFocus);
        push(KeyCode.CONTROL, KeyCode.BACK_SLASH);
        eventually(() -> editor("#editor-dynamic-greeter-js-half").isFocused());
        Path kept = project().resolveSibling("data").resolve("session");
        eventually(() -> Files.isDirectory(kept) && journalOf(kept).contains("\"split\" : [ \"dynamic/greeter.js\" ]"));
        interact(() -> other("later.json").show(project()));
        try {
            eventually(() -> stages.getFirst().getScene().lookup("#editor-dynamic-greeter-js-half") != null);
            eventually(() -> area(0).filter(CodeArea::isFocused).isPresent());
            interact(() -> others.getFirst().commands().get("edit-split").run());
            eventually(() -> stages.getFirst().getScene().lookup("#editor-dynamic-greeter-js-half") == null);
            eventually(() -> !journalOf(kept).contains("\"split\" : [ \"dynamic"));
        } finally {
            closeOthers();
        }
    }

    private Optional<CodeArea> area(int number) {
        Node found = stages.get(number).getScene().lookup("#editor-dynamic-greeter-js");
        return found instanceof CodeArea area ? Optional.of(area) : Optional.empty();
    }

    private static String journalOf(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                try {
                    all.append(Files.readString(file));
                } catch (NoSuchFileException goneMeanwhile) {
                    // Another look follows.
                }
            }
        }
        return all.toString();
    }

    @Test
    void theExportPageSaysWhatLeavesAndEscapeClosesIt() {
        ready();
        interact(() -> wiring().commands().get("export").run());
        eventually(() -> lookup("#export-zip").tryQuery().isPresent()
                && !lookup("#export-zip").query().isDisabled());
        assertThat(text("#export-summary")).contains("files, ").contains("runs with wrangler dev");
        push(KeyCode.ESCAPE);
        eventually(() -> lookup("#export").tryQuery().isEmpty());
    }

    @Test
    void aProjectThatIsLeftKeepsNoWindow() {
        interact(() -> other("left.json").show(project()));
        var left = new WeakReference<>(stages.getFirst().getScene().lookup("#status-run"));
        eventually(() -> stages.getFirst().getScene().getFocusOwner() instanceof CodeArea);
        interact(() -> others.getFirst().open(project()));
        eventually(() -> {
            System.gc();
            return left.get() == null;
        });
        closeOthers();
    }
}
