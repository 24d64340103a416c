package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.fixture.Disk;
import dev.dynamicworkers.playground.app.fixture.FakeRuntime;
import dev.dynamicworkers.playground.app.fixture.FxQueue;
import dev.dynamicworkers.playground.app.fixture.SampleProject;
import dev.dynamicworkers.playground.app.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a window that was killed leaves behind, and what the next one makes of it.
final class JournalTest {
    @TempDir
    Path folder;

    private FxQueue fx = new FxQueue();
    private final ErrorReporter errors = new ErrorReporter(fx);

    private ProjectSession open(Tasks tasks, Engine engine) throws InterruptedException {
        engine.startWith(watcher -> new FakeRuntime());
        ProjectSession session = new ProjectSession(
                folder.resolve("project"), engine, new DiskProjects(), tasks, errors, fx, fx, folder.resolve("data"));
        fx.runUntil(() -> session.treeProperty().get() != null
                && session.rememberedProperty().get() != null
                && session.outlineProperty().get() != ProjectOutline.UNKNOWN
                && engine.conditionProperty().get() == Engine.Condition.UP);
        return session;
    }

    private boolean journalHas(String text) {
        Path journal = folder.resolve("data/journal");
        try (Stream<Path> files = Files.exists(journal) ? Files.list(journal) : Stream.empty()) {
            return files.anyMatch(file -> read(file).contains(text));
        } catch (IOException e) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void unsavedTextAndALiveRunAreToldAfterAKill() throws IOException, InterruptedException {
        SampleProject.write(folder.resolve("project"));
        Tasks first = new Tasks(fx, errors);
        ProjectSession killed = open(first, new Engine(fx));
        killed.openFiles().autosaveProperty().set(false);
        killed.openFiles().open("README.md", file -> {
            file.attach(() -> "never saved\n", text -> {});
            file.edited();
        });
        killed.send(new RequestDraft("GET", "/loop", List.of(), ""), Warmth.KEEP);
        fx.runUntil(() -> journalHas("never saved") && journalHas("\"run\" : 1"));
        EditHistory history = new EditHistory("# Hi\n", List.of(new EditHistory.Step(2, 4, "Hello")));
        killed.keep(
                new EditorsState(
                        List.of("README.md"),
                        List.of("README.md"),
                        "README.md",
                        Map.of("README.md", new EditorsState.Caret(1, 3)),
                        Set.of("README.md")),
                Map.of("README.md", history, ".dev.vars", history));
        // As after kill -9: nothing is closed, and nothing that was to be done by its FX thread is.
        first.close();
        fx = new FxQueue();

        Tasks second = new Tasks(fx, errors);
        Engine engine = new Engine(fx);
        ProjectSession next = open(second, engine);
        fx.runUntil(() ->
                !next.recoveryProperty().get().isEmpty() && next.openFiles().find("README.md") != null);
        assertThat(next.recoveryProperty().get())
                .isEqualTo("Recovered 1 file. Run #1 was interrupted; it was not started again.");
        fx.runUntil(() -> next.rememberedProperty().get() != null);
        assertThat(next.histories()).containsExactly(Map.entry("README.md", history));
        assertThat(history.text()).contains("# Hello\n");
        OpenFile file = Objects.requireNonNull(next.openFiles().find("README.md"));
        assertThat(file.text()).isEqualTo("never saved\n");
        assertThat(file.dirtyProperty().get()).isTrue();
        assertThat(next.runs()).isEmpty();
        assertThat(Objects.requireNonNull(next.rememberedProperty().get()).carets())
                .containsEntry("README.md", new EditorsState.Caret(1, 3));
        assertThat(Objects.requireNonNull(next.rememberedProperty().get()).split())
                .containsExactly("README.md");
        next.openFiles().saveAll();
        fx.runUntil(() -> read(folder.resolve("project/README.md")).equals("never saved\n")
                && !file.dirtyProperty().get());
        fx.runUntil(() -> !journalHas("never saved"));
        next.close();
        engine.close();
        second.close();
    }

    @Test
    void aWindowThatIsClosedHasSavedWhatWasTypedAndLeavesNoJournal() throws IOException, InterruptedException {
        SampleProject.write(folder.resolve("project"));
        Tasks tasks = new Tasks(fx, errors);
        ProjectSession session = open(tasks, new Engine(fx));
        session.openFiles().open("README.md", opened -> {});
        fx.runUntil(() -> !session.openFiles().files().isEmpty());
        OpenFile file = session.openFiles().files().getFirst();
        file.change("first\n");
        fx.runUntil(() -> journalHas("first"));
        session.openFiles().save(file);
        file.change("first and second\n");
        // Its FX thread does nothing more after this.
        session.policy().change(read -> read.with(List.of("network", "mode"), "\"ask\""));
        session.policy().change(read -> read.with(List.of("network", "ask"), "{ \"timeoutSeconds\": 7 }"));
        session.close();
        tasks.close();
        assertThat(read(folder.resolve("project/README.md"))).isEqualTo("first and second\n");
        assertThat(read(folder.resolve("project/.playground/playground.json"))).contains("\"ask\"", "7");
        assertThat(folder.resolve("data/journal")).isEmptyDirectory();
    }

    @Test
    void whatCouldNotBeSavedOutlastsTheWindow() throws IOException, InterruptedException {
        SampleProject.write(folder.resolve("project"));
        Tasks tasks = new Tasks(fx, errors);
        ProjectSession session = open(tasks, new Engine(fx));
        session.openFiles().open("README.md", opened -> {});
        fx.runUntil(() -> !session.openFiles().files().isEmpty());
        session.openFiles().files().getFirst().change("mine\n");
        Disk.write(folder.resolve("project/README.md"), "theirs\n");
        session.close();
        tasks.close();
        assertThat(read(folder.resolve("project/README.md"))).isEqualTo("theirs\n");
        assertThat(journalHas("mine")).isTrue();
    }

    /// A file where a folder should be refuses writes on every system, for root as well.
    @Test
    void aDiskThatRefusesIsToldOnceAndNothingIsLost() throws IOException, InterruptedException {
        SampleProject.write(folder.resolve("project"));
        Files.createDirectories(folder.resolve("data"));
        Path inTheWay = Files.createFile(folder.resolve("data/journal"));
        try (Tasks tasks = new Tasks(fx, errors)) {
            ProjectSession session = open(tasks, new Engine(fx));
            session.openFiles().autosaveProperty().set(false);
            session.openFiles().open("README.md", file -> {
                file.attach(() -> "never saved\n", text -> {});
                file.edited();
            });
            fx.runUntil(() -> !told(session).isEmpty());
            session.openFiles().files().getFirst().edited();
            session.openFiles().files().getFirst().edited();
            assertThat(told(session))
                    .singleElement()
                    .satisfies(text -> assertThat(text)
                            .startsWith("Texts that are not saved would be lost in a crash: save your files. The disk"
                                    + " refuses it: ")
                            .endsWith("."));

            Files.delete(inTheWay);
            fx.runUntil(() -> {
                session.openFiles().files().getFirst().edited();
                return journalHas("never saved");
            });
            assertThat(errors.latestProperty().get()).isNull();
            session.close();
        }
    }

    @Test
    void aDiskThatRefusesRunsIsToldOnceAndTheyStayInTheWindow() throws IOException, InterruptedException {
        SampleProject.write(folder.resolve("project"));
        Files.createDirectories(folder.resolve("data"));
        Path inTheWay = Files.createFile(folder.resolve("data/runs"));
        try (Tasks tasks = new Tasks(fx, errors)) {
            Engine engine = new Engine(fx);
            ProjectSession session = open(tasks, engine);
            for (int runs = 1; runs <= 2; runs++) {
                int wanted = runs;
                session.send(new RequestDraft("GET", "/hello", List.of(), ""), Warmth.KEEP);
                fx.runUntil(() -> session.runs().size() == wanted
                        && !session.runState().liveProperty().get());
            }
            fx.runUntil(() -> !told(session, "Runs are not kept").isEmpty());
            assertThat(told(session, "Runs are not kept"))
                    .singleElement()
                    .satisfies(text -> assertThat(text)
                            .startsWith("Runs are not kept for later sessions. The disk refuses it: ")
                            .endsWith("."));

            Files.delete(inTheWay);
            session.send(new RequestDraft("GET", "/hello", List.of(), ""), Warmth.KEEP);
            fx.runUntil(() -> Files.isDirectory(inTheWay));
            assertThat(errors.latestProperty().get()).isNull();
            session.close();
            engine.close();
        }
    }

    private static List<String> told(ProjectSession session) {
        return told(session, "Texts that are not saved");
    }

    private static List<String> told(ProjectSession session, String beginning) {
        return session.notices().all().stream()
                .map(Notice::text)
                .filter(text -> text.startsWith(beginning))
                .toList();
    }
}
