package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.fixture.FxQueue;
import dev.dynamicworkers.playground.app.task.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileOperationsTest {
    @TempDir
    Path folder;

    private final FxQueue fx = new FxQueue();
    private final ErrorReporter errors = new ErrorReporter(fx);
    private final Tasks tasks = new Tasks(fx, errors);
    private final Notices notices = new Notices();
    private final List<String> done = new ArrayList<>();
    private Path root;
    private OpenFiles open;
    private FileOperations files;

    @BeforeEach
    void prepare() throws IOException {
        root = Files.createDirectory(folder.resolve("project"));
        Files.createDirectories(root.resolve("src"));
        Files.writeString(root.resolve("src/a.js"), "a\n");
        open = new OpenFiles(root, tasks, errors, path -> FileRole.PARENT);
        files = new FileOperations(root, tasks, open, notices, folder.resolve("trash"), () -> done.add("changed"));
    }

    @AfterEach
    void end() {
        tasks.close();
    }

    private void until(String path) throws InterruptedException {
        fx.runUntil(() -> done.contains(path));
    }

    @Test
    void filesAreMadeCopiedAndMoved() throws InterruptedException {
        files.createFile("src/deep/b.js", done::add);
        until("src/deep/b.js");
        files.duplicate("src/a.js", done::add);
        until("src/a-copy.js");
        files.duplicate("src/a.js", done::add);
        until("src/a-copy-2.js");
        files.move("src", "lib", done::add);
        until("lib");
        assertThat(root.resolve("lib/deep/b.js")).exists();
        files.copyInto("lib/a.js", "", done::add);
        until("a.js");
        assertThat(root.resolve("a.js")).hasContent("a");
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aChangeInAFileThatIsNotShownIsToldAndTakenBack() throws IOException, InterruptedException {
        Path file = root.resolve("src/a.js");
        files.edit("src/a.js", text -> text + "b\n", "Add b");
        fx.runUntil(() -> notices.latestProperty().get() != null);
        Notice told = Objects.requireNonNull(notices.latestProperty().get());
        assertThat(told.text()).isEqualTo("Changed src/a.js: Add b.");
        assertThat(file).hasContent("a\nb");
        told.action().run();
        fx.runUntil(() -> !contentOf(file).contains("b"));
        assertThat(file).hasContent("a");
        notices.dismiss();
        files.edit("src/a.js", text -> text, "Add c");
        fx.runUntil(() -> notices.latestProperty().get() != null);
        assertThat(Objects.requireNonNull(notices.latestProperty().get()).text())
                .isEqualTo("src/a.js has changed meanwhile, or already has this: Add c.");
    }

    @Test
    void anOpenFileFollowsItsMove() throws InterruptedException {
        open.open("src/a.js", file -> done.add("open"));
        until("open");
        OpenFile file = Objects.requireNonNull(open.find("src/a.js"));
        files.move("src/a.js", "src/c.js", done::add);
        until("src/c.js");
        assertThat(file.path()).isEqualTo("src/c.js");
        assertThat(file.disk()).exists();
    }

    @Test
    void whatIsDeletedComesBack() throws InterruptedException {
        files.delete("src");
        fx.runUntil(() -> notices.latestProperty().get() != null);
        assertThat(root.resolve("src")).doesNotExist();
        Notice notice = Objects.requireNonNull(notices.latestProperty().get());
        assertThat(notice.text()).isEqualTo("Deleted src.");
        notice.action().run();
        fx.runUntil(() -> Files.exists(root.resolve("src/a.js")));
    }

    @Test
    void nothingLeavesTheProjectOrIsOverwritten() throws InterruptedException, IOException {
        Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(root.resolve("link"), folder.resolve("outside"));
        files.createFile("link/x.js", done::add);
        fx.runUntil(() -> notices.all().size() == 1);
        files.createFile("src/a.js", done::add);
        fx.runUntil(() -> notices.all().size() == 2);
        files.move("src", "src/inner", done::add);
        assertThat(notices.all())
                .extracting(Notice::text)
                .containsExactly(
                        "A folder can't be moved into itself.",
                        "There is already a a.js in that folder.",
                        "That did not work: it lies behind a link that leaves the project.");
        assertThat(folder.resolve("outside")).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "a.js, true",
        "src/a.js, true",
        "'', false",
        "../a.js, false",
        "a/../b, false",
        "/a, false",
        "a/, false",
        "a:b, false",
        "'a ', false",
        "a., false"
    })
    void namesThatNoSystemTakesAreRefused(String name, boolean good) {
        assertThat(FileOperations.nameProblem(name).isEmpty()).isEqualTo(good);
    }
}
