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
            assertThat(SingleInstance.handOver(data, "/project")).isTrue();
            assertThat(SingleInstance.handOver(data, "")).isTrue();
            fx.runUntil(() -> opened.equals(List.of("/project", "")));
            Path file = data.resolve("instance.json");
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
            String known = Files.readString(file);
            Files.writeString(file, known.replaceFirst("\"token\":\"..", "\"token\":\"zz"));
            assertThat(SingleInstance.handOver(data, "/other")).isFalse();
            assertThat(opened).hasSize(2);
        }
        assertThat(SingleInstance.handOver(data, "/project")).isFalse();
        tasks.close();
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
