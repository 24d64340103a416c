package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderWatchTest {
    @TempDir
    private Path folder;

    @Test
    void tellsOfAChangeOnceAndLeavesStateOut() throws IOException, InterruptedException {
        var told = new Semaphore(0);
        var source = Files.createDirectory(folder.resolve("src")).resolve("index.js");
        var state = Files.createDirectory(folder.resolve(".playground")).resolve("state");
        Files.writeString(source, "1");
        try (var watch = new FolderWatch(List.of(folder), told::release)) {
            watch.start();
            Files.writeString(state, "changed");
            assertThat(told.tryAcquire(1500, TimeUnit.MILLISECONDS)).isFalse();

            Files.writeString(state.resolveSibling("playground.json"), "{}");
            assertThat(told.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

            Files.writeString(source, "22");
            assertThat(told.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            assertThat(told.tryAcquire(1500, TimeUnit.MILLISECONDS)).isFalse();
        }
    }
}
