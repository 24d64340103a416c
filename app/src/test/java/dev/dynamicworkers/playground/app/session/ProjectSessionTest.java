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
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectSessionTest {
    @TempDir
    Path folder;

    private final FxQueue fx = new FxQueue();
    private final ErrorReporter errors = new ErrorReporter(fx);
    private final Tasks tasks = new Tasks(fx, errors);
    private final Engine engine = new Engine(fx);
    private final FakeRuntime runtime = new FakeRuntime();
    private ProjectSession session;

    @BeforeEach
    void openProject() throws IOException, InterruptedException {
        SampleProject.write(folder);
        session = new ProjectSession(folder, engine, new DiskProjects(), tasks, errors, fx, fx);
        engine.startWith(watcher -> runtime);
        fx.runUntil(() -> session.outlineProperty().get() != ProjectOutline.UNKNOWN
                && session.treeProperty().get() != null
                && engine.conditionProperty().get() == Engine.Condition.UP);
    }

    @AfterEach
    void closeProject() {
        session.close();
        engine.close();
        tasks.close();
    }

    private RunRecord send(String url) throws InterruptedException {
        long before = session.runState().number();
        session.send(new RequestDraft("GET", url, List.of(), ""), Warmth.KEEP);
        fx.runUntil(() -> session.runState().number() > before
                && !session.runState().liveProperty().get());
        return Objects.requireNonNull(session.lastRunProperty().get());
    }

    @Test
    void openingAProjectRunsNothing() {
        assertThat(runtime.calls()).isEmpty();
        assertThat(session.outlineProperty().get().main()).isEqualTo("src/index.js");
        assertThat(session.outlineProperty().get().role("dynamic/greeter.js")).isEqualTo(FileRole.DYNAMIC);
        assertThat(engine.wordProperty().get()).isEqualTo("guest code compiled");
    }

    @Test
    void aRunBringsResponseLogAndIsolates() throws InterruptedException {
        RunRecord run = send("/hello");
        fx.runUntil(() -> session.log().lines().size() == 4);
        assertThat(run.verdict()).isEqualTo(RunVerdict.OK);
        assertThat(Objects.requireNonNull(run.reply()).status()).isEqualTo(200);
        assertThat(session.log().lines())
                .extracting(line -> line.isolate().label() + " " + line.text())
                .contains("greeter hello Ada");
        assertThat(session.isolates().liveCount()).isEqualTo(3);
        assertThat(session.network()).hasSize(2);
    }

    @Test
    void theSameCodeIsKeptWarmAndChangedCodeIsNot() throws IOException, InterruptedException {
        send("/hello");
        assertThat(send("/hello").cold()).isEqualTo(RunRecord.Start.WARM);
        assertThat(runtime.calls()).containsOnlyOnce("start");
        Files.writeString(folder.resolve("dynamic/greeter.js"), "export default {}\n");
        send("/hello");
        assertThat(runtime.calls().stream().filter("start"::equals)).hasSize(2);
        assertThat(runtime.calls()).contains("close project");
    }

    @Test
    void aFreshRunDropsAllIsolatesFirst() throws InterruptedException {
        send("/hello");
        session.send(RequestDraft.EMPTY, Warmth.FRESH);
        fx.runUntil(() -> session.runs().size() == 2);
        assertThat(runtime.calls()).containsSubsequence("reset", "dispatch GET /");
    }

    @Test
    void stopEndsARunThatNeverEnds() throws InterruptedException {
        session.send(new RequestDraft("GET", "/loop", List.of(), ""), Warmth.KEEP);
        fx.runUntil(() -> session.runState().phaseProperty().get() == RunState.Phase.RUNNING);
        session.stop();
        fx.runUntil(() -> session.runs().size() == 1);
        RunRecord run = session.runs().getFirst();
        assertThat(run.verdict()).isEqualTo(RunVerdict.STOPPED);
        assertThat(run.explanation()).startsWith("Stopped by you after");
    }

    @Test
    void aLostEngineEndsTheRunAndTheNextOneWorks() throws InterruptedException {
        assertThat(send("/lost").verdict()).isEqualTo(RunVerdict.ENGINE_LOST);
        engine.lost("killed by signal 9");
        engine.started(new dev.dynamicworkers.playground.core.runtime.EngineStatus(
                "GraalJS", /* compiled= */ true, /* memoryMeasured= */ true, 1));
        fx.runUntil(() -> engine.noticeProperty().get().contains("a new one was started"));
        assertThat(engine.noticeProperty().get()).isEqualTo("The engine process ended; a new one was started.");
        assertThat(send("/hello").verdict()).isEqualTo(RunVerdict.OK);
    }

    @Test
    void aFloodKeepsTheNewestLinesAndCountsTheRest() throws InterruptedException {
        send("/flood");
        fx.runUntil(() ->
                session.log().lines().size() + session.log().droppedProperty().get() == 25_000);
        assertThat(session.log().lines().getLast().text()).isEqualTo("line 24999");
    }

    @Test
    void framesOfADynamicWorkerLeadToTheFileTheyCameFrom() throws InterruptedException {
        send("/error");
        assertThat(session.problems())
                .anySatisfy(problem -> assertThat(problem.place()).isEqualTo(new Place("dynamic/greeter.js", 4, 24)));
        assertThat(session.place("", "cloudflare:internal", 1, 1)).isNull();
    }

    @Test
    void aBrokenProjectIsNotRunAndSaysWhy() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("wrangler.jsonc"), "{ \"name\": \"x\", \"main\": \"nowhere.js\" }");
        RunRecord run = send("/hello");
        assertThat(run.verdict()).isEqualTo(RunVerdict.REFUSED);
        assertThat(session.problems()).anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        assertThat(runtime.calls()).doesNotContain("start");
    }

    @Test
    void textsOnScreenAreRunBeforeTheyAreSaved() throws IOException, InterruptedException {
        session.openFiles().open("src/index.js", file -> {
            file.attach(() -> "syntax error (", text -> {});
            file.edited();
        });
        fx.runUntil(() -> !session.openFiles().unsavedTexts().isEmpty());
        assertThat(session.openFiles().unsavedTexts()).containsEntry("src/index.js", "syntax error (");
    }

    @Test
    void editsAreSavedAMomentAfterTheLastKey() throws IOException, InterruptedException {
        session.openFiles().open("README.md", file -> {
            file.attach(() -> "changed\n", text -> {});
            file.edited();
        });
        Path file = folder.resolve("README.md");
        fx.runUntil(() -> read(file).equals("changed\n"));
    }

    @Test
    void aDirtyFileThatChangedOnDiskAsksAndIsNotOverwritten() throws IOException, InterruptedException {
        Path disk = folder.resolve("README.md");
        session.openFiles().open("README.md", file -> {
            file.attach(() -> "mine\n", text -> {});
            file.edited();
        });
        fx.runUntil(() -> session.openFiles().find("README.md") != null);
        Disk.write(disk, "theirs\n");
        OpenFile file = Objects.requireNonNull(session.openFiles().find("README.md"));
        fx.runUntil(() -> file.conflictProperty().get());
        assertThat(read(disk)).isEqualTo("theirs\n");
        session.openFiles().keepMine(file);
        fx.runUntil(() -> read(disk).equals("mine\n"));
    }

    @Test
    void aCleanFileFollowsTheDisk() throws IOException, InterruptedException {
        StringBuilder shown = new StringBuilder();
        session.openFiles()
                .open(
                        "README.md",
                        file -> file.attach(shown::toString, text -> {
                            shown.setLength(0);
                            shown.append(text);
                        }));
        fx.runUntil(() -> session.openFiles().find("README.md") != null);
        Disk.write(folder.resolve("README.md"), "theirs\n");
        fx.runUntil(() -> shown.toString().equals("theirs\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
