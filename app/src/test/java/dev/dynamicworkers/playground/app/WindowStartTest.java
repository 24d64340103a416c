package dev.dynamicworkers.playground.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.fixture.FxQueue;
import dev.dynamicworkers.playground.app.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WindowStartTest {
    @TempDir
    Path data;

    @Test
    void aLaterStartHandsItsFolderOver() throws IOException, InterruptedException {
        FxQueue fx = new FxQueue();
        Tasks tasks = new Tasks(fx, new ErrorReporter(fx));
        List<String> opened = new ArrayList<>();
        assertThat(SingleInstance.handOver(data, "/project")).isFalse();
        try (SingleInstance first = SingleInstance.listen(data, tasks, fx, opened::add)) {
            assertThat(first).isNotNull();
            assertThat(handOver(fx, "/project")).isTrue();
            assertThat(handOver(fx, "")).isTrue();
            assertThat(opened).containsExactly("/project", "");
            Path file = data.resolve("instance.json");
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
            String known = Files.readString(file);
            Files.writeString(file, known.replaceFirst("\"token\":\"..", "\"token\":\"zz"));
            assertThat(handOver(fx, "/other")).isFalse();
            assertThat(opened).hasSize(2);
        }
        assertThat(SingleInstance.handOver(data, "/project")).isFalse();
        tasks.close();
    }

    /// A start that comes while the window closes must not end with no window at all.
    @Test
    void aStartThatNoWindowTakesOpensItsOwn() throws IOException, InterruptedException {
        FxQueue fx = new FxQueue();
        Tasks tasks = new Tasks(fx, new ErrorReporter(fx));
        List<String> asked = new ArrayList<>();
        try (SingleInstance closing = SingleInstance.listen(data, tasks, fx, folder -> {
            asked.add(folder);
            return false;
        })) {
            assertThat(closing).isNotNull();
            assertThat(handOver(fx, "/project")).isFalse();
            assertThat(asked).containsExactly("/project");
            // Nothing runs on the FX thread while this one waits, and it is told no before it gives up by itself.
            assertThat(SingleInstance.handOver(data, "/late")).isFalse();
            assertThat(handOver(fx, "/next")).isFalse();
            assertThat(asked).containsExactly("/project", "/next");
        }
        tasks.close();
    }

    private boolean handOver(FxQueue fx, String folder) throws InterruptedException {
        CompletableFuture<Boolean> taken = CompletableFuture.supplyAsync(() -> SingleInstance.handOver(data, folder));
        fx.runUntil(taken::isDone);
        return taken.join();
    }

    @Test
    void twoStartsThatFailedMakeTheThirdSafe() {
        assertThat(new StartCount(data).begin()).isFalse();
        assertThat(new StartCount(data).begin()).isFalse();
        assertThat(new StartCount(data).begin()).isTrue();
        new StartCount(data).succeeded();
        assertThat(new StartCount(data).begin()).isFalse();
    }

    @Test
    void argumentsAreReadAsOptionsAndAFolder() {
        StartOptions options =
                StartOptions.of(List.of("--reset-layout", "--env", "staging", "samples/hello", "--new-window"));
        assertThat(options)
                .isEqualTo(new StartOptions(
                        Path.of("samples/hello"),
                        /* safe= */ false,
                        /* resetLayout= */ true,
                        /* newWindow= */ true,
                        "staging"));
        assertThat(StartOptions.areForWindow(List.of("--env", "staging", "samples/hello")))
                .isTrue();
        assertThat(StartOptions.areForWindow(List.of("--safe"))).isTrue();
        assertThat(StartOptions.areForWindow(List.of("--version"))).isFalse();
        assertThat(options.safely().safe()).isTrue();
    }
}
