package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.fixture.Disk;
import dev.dynamicworkers.playground.app.fixture.FakeRuntime;
import dev.dynamicworkers.playground.app.fixture.FxQueue;
import dev.dynamicworkers.playground.app.session.logpoint.LinePoints;
import dev.dynamicworkers.playground.app.task.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a project is debugged with, in its next session.
final class KeptPointsTest {
    private static final String CODE = "one();\ntwo();\nthree();\n";

    @TempDir
    Path folder;

    private FxQueue fx = new FxQueue();
    private final ErrorReporter errors = new ErrorReporter(task -> fx.execute(task));

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(project().resolve("src"));
        Files.writeString(
                project().resolve("wrangler.jsonc"),
                "{ \"name\": \"kept\", \"main\": \"src/index.js\", \"compatibility_date\": \"2026-01-01\" }");
        Files.writeString(project().resolve("src/index.js"), CODE);
    }

    private Path project() {
        return folder.resolve("project");
    }

    private ProjectSession open(Tasks tasks) throws InterruptedException {
        Engine engine = new Engine(fx);
        engine.startWith(watcher -> new FakeRuntime());
        ProjectSession session = new ProjectSession(
                project(), engine, new DiskProjects(), tasks, errors, fx, fx, folder.resolve("data"));
        fx.runUntil(() -> session.treeProperty().get() != null
                && session.outlineProperty().get() != ProjectOutline.UNKNOWN);
        return session;
    }

    private Path file() {
        try (Stream<Path> files = Files.exists(folder.resolve("data/session"))
                ? Files.list(folder.resolve("data/session"))
                : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().matches("points-.*json"))
                    .findFirst()
                    .orElse(folder.resolve("none"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String kept() {
        try {
            return Files.exists(file()) ? Files.readString(file()) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> shown(LinePoints points) {
        return points.all().getOrDefault("src/index.js", List.of()).stream()
                .map(point ->
                        point.line() + (point.isLost() ? " lost " : " ") + point.code() + " " + point.expression())
                .toList();
    }

    /// As after kill -9: nothing is closed, and nothing that was to be done by its FX thread is.
    @Test
    void allIsThereAfterAKillAndFollowsWhatWasChangedOutside() throws IOException, InterruptedException {
        Tasks first = new Tasks(fx, errors);
        ProjectSession killed = open(first);
        killed.debugging().breakpoints().put("src/index.js", CODE, 2, "x > 1");
        killed.debugging().breakpoints().put("src/index.js", CODE, 3, "");
        killed.logpoints().put("src/index.js", CODE, 1, "url");
        killed.debugging().lookAt("env");
        killed.debugging().exceptionsProperty().set(true);
        fx.runUntil(() -> kept().contains("\"exceptions\" : true"));
        assertThat(project().resolve(".playground"))
                .as("nothing in the project")
                .doesNotExist();
        first.close();
        fx = new FxQueue();
        Files.writeString(project().resolve("src/index.js"), "zero();\none();\ntwo();\n");

        Tasks second = new Tasks(fx, errors);
        ProjectSession next = open(second);
        fx.runUntil(() -> shown(next.debugging().breakpoints()).equals(List.of("3 two(); x > 1", "3 lost three(); ")));
        fx.runUntil(() -> shown(next.logpoints()).equals(List.of("2 one(); url")));
        assertThat(next.debugging().expressions()).containsExactly("env");
        assertThat(next.debugging().exceptionsProperty().get()).isTrue();
        assertThat(next.debugging().statementsProperty().get()).isFalse();
        next.close();
        second.close();
    }

    @Test
    void aLineThatIsGoneIsKnownAsLostUntilTheDiskHasItAgain() throws IOException, InterruptedException {
        try (Tasks tasks = new Tasks(fx, errors)) {
            ProjectSession session = open(tasks);
            session.debugging().breakpoints().put("src/index.js", CODE, 2, "");
            Disk.write(project().resolve("src/index.js"), "one();\nthree();\n");
            fx.runUntil(() -> shown(session.debugging().breakpoints()).equals(List.of("2 lost two(); ")));
            Disk.write(project().resolve("src/index.js"), "// new\n" + CODE);
            fx.runUntil(() -> shown(session.debugging().breakpoints()).equals(List.of("3 two(); ")));
            session.fileOperations().move("src/index.js", "src/main.js", moved -> {});
            fx.runUntil(() -> session.debugging().breakpoints().all().containsKey("src/main.js"));
            session.close();
        }
    }

    @Test
    void aNewerVersionIsLeftAsItIsAndUnknownKeysStay() throws IOException, InterruptedException {
        try (Tasks tasks = new Tasks(fx, errors)) {
            ProjectSession session = open(tasks);
            session.debugging().lookAt("env");
            fx.runUntil(() -> kept().contains("env"));
            session.close();
        }
        String version1 = kept();
        Files.writeString(file(), version1.replaceFirst("\\{", "{ \"later\": 7,"));
        try (Tasks tasks = new Tasks(fx, errors)) {
            ProjectSession session = open(tasks);
            fx.runUntil(() -> session.debugging().expressions().contains("env"));
            session.debugging().lookAwayFrom("env");
            session.debugging().lookAt("ctx");
            fx.runUntil(() -> kept().contains("ctx"));
            assertThat(kept()).contains("\"later\" : 7").doesNotContain("\"env\"");
            session.close();
        }
        String newer = version1.replace("\"version\" : 1", "\"version\" : 2");
        Files.writeString(file(), newer);
        try (Tasks tasks = new Tasks(fx, errors)) {
            ProjectSession session = open(tasks);
            fx.runUntil(() -> !session.notices().all().isEmpty());
            assertThat(session.notices().all().getFirst().text())
                    .startsWith("Breakpoints of this project were kept by");
            session.debugging().lookAt("mine");
            session.close();
        }
        assertThat(kept()).isEqualTo(newer);
    }
}
