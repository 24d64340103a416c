package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderWatchTest {
    /// Against hanging alone.
    private static final int PATIENCE_SECONDS = 120;

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

            Disk.write(state.resolveSibling("playground.json"), "{}");
            assertThat(told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

            Disk.write(source, "22");
            assertThat(told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(told.tryAcquire(1500, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void tellsOfWhatChangedBeforeItLooked() throws IOException, InterruptedException {
        var told = new Semaphore(0);
        var source = folder.resolve("index.js");
        Files.writeString(source, "1");
        try (var watch = new FolderWatch(List.of(folder), told::release)) {
            Files.writeString(source, "22");
            watch.start();
            assertThat(told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    /// Later by as much as it is shorter.
    @Test
    void tellsOfAFileThatGotShorter(@TempDir Path other) throws IOException, InterruptedException {
        var told = new Semaphore(0);
        var source = folder.resolve("index.js");
        Files.writeString(source, "x".repeat(34_001));
        var written = Instant.parse("2026-01-01T12:00:00Z");
        Files.setLastModifiedTime(source, FileTime.from(written));
        try (var watch = new FolderWatch(List.of(folder), told::release)) {
            var next = Files.writeString(other.resolve("index.js"), "x");
            Files.setLastModifiedTime(next, FileTime.from(written.plusSeconds(2)));
            Files.move(next, source, StandardCopyOption.REPLACE_EXISTING);
            watch.start();
            assertThat(told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }
}
