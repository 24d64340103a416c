package dev.dynamicworkers.playground.app.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Looks twice a second whether a file below a folder changed, and tells once 200 ms have passed without a further
/// change. Looking works the same on every file system; folders that are no sources are left out. One thread.
final class FolderWatch implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration SETTLE = Duration.ofMillis(200);

    /// 2⁶⁴ over the golden ratio.
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private static final Set<String> LEFT_OUT = Set.of(".playground", ".wrangler", ".git", "node_modules");

    private final List<Path> folders;
    private final Runnable changed;
    private final Thread thread;

    /// Used by the thread alone once it runs.
    private long known;

    FolderWatch(List<Path> folders, Runnable changed) {
        this.folders = List.copyOf(folders);
        this.changed = changed;
        // At once: what changes while an engine comes up is a change.
        known = stamp();
        thread = Thread.ofPlatform().daemon().name("folder-watch").unstarted(this::watch);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(INTERVAL);
                long seen = stamp();
                if (seen == known) {
                    continue;
                }
                while (seen != known) {
                    known = seen;
                    Thread.sleep(SETTLE);
                    seen = stamp();
                }
                changed.run();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// The one file of that folder that a person writes.
    private static void rules(Path file, long[] sum) {
        try {
            sum[0] += mark(file, Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException absent) {
            sum[0] += 1;
        }
    }

    /// A number that changes when a file appears, vanishes or is written.
    private long stamp() {
        var sum = new long[1];
        folders.forEach(folder -> stamp(folder, sum));
        return sum[0];
    }

    /// One of 2⁶⁴ numbers for what is known of a file: a sum of them stays the same by accident alone.
    private static long mark(Path file, FileTime written, long bytes) {
        long mixed = file.hashCode();
        mixed = (mixed ^ written.to(TimeUnit.NANOSECONDS)) * MIX;
        mixed = (mixed ^ (mixed >>> 29) ^ bytes) * MIX;
        return mixed ^ (mixed >>> 32);
    }

    private static void stamp(Path folder, long[] sum) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    var name = directory.getFileName();
                    if (directory.equals(folder.resolve(".playground"))) {
                        rules(directory.resolve("playground.json"), sum);
                    }
                    return name != null && LEFT_OUT.contains(name.toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum[0] += mark(file, attributes.lastModifiedTime(), attributes.size());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            System.getLogger(FolderWatch.class.getName()).log(System.Logger.Level.DEBUG, "can't look", unreadable);
        }
    }
}
