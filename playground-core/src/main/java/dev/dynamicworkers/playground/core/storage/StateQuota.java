package dev.dynamicworkers.playground.core.storage;

import dev.dynamicworkers.playground.core.worker.HostIoException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What many databases may take on disk together. Looked at before each statement that may write, so that
/// what is over the limit is at most what one statement adds. Used by the thread of the databases.
public final class StateQuota {
    private static final long UNKNOWN = -1;

    /// SQLite writes there first, and into the file itself when the last one closes it.
    private static final String LOG = "-wal";

    private static final List<String> BESIDE = List.of(LOG, "-shm");

    private final List<Path> places;
    private final long mostBytes;
    private final String limit;
    private long usedBytes = UNKNOWN;

    /// @param places files of databases, and folders that have some at any depth
    /// @param limit as people know it: what it limits and its key
    public StateQuota(List<Path> places, long mostBytes, String limit) {
        this.places = List.copyOf(places);
        this.mostBytes = mostBytes;
        this.limit = limit;
    }

    /// Counts what is on disk, where it is not known yet.
    void begin() {
        var unused = usedBytes();
    }

    /// Whether there is no room for more.
    boolean isFull() {
        return usedBytes() >= mostBytes;
    }

    /// Why nothing more is stored, for guest code.
    String refusal() {
        return "database or disk is full: SQLITE_FULL. The limit of " + limit + " is " + (mostBytes >> 20)
                + " MiB: delete some of it, or raise the limit. What was stored before is kept.";
    }

    private long usedBytes() {
        if (usedBytes == UNKNOWN) {
            usedBytes = places.stream().mapToLong(StateQuota::count).sum();
        }
        return usedBytes;
    }

    private static long count(Path place) {
        if (!Files.exists(place)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.mapToLong(StateQuota::bytesOf).sum();
        } catch (IOException | UncheckedIOException e) {
            throw new HostIoException("What is stored in " + place + " could not be read: " + e.getMessage(), e);
        }
    }

    /// Bytes of a database with those that still wait in the log beside it, as after the end of a process that was
    /// killed; 0 for what is none or has gone meanwhile.
    static long bytesOf(Path file) {
        boolean isPart = BESIDE.stream().anyMatch(file.toString()::endsWith);
        return isPart ? 0 : sizeOf(file) + sizeOf(file.resolveSibling(file.getFileName() + LOG));
    }

    private static long sizeOf(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    /// A database has grown, or has become smaller. What is not counted yet will be found so.
    void changed(long bytes) {
        if (usedBytes != UNKNOWN) {
            usedBytes += bytes;
        }
    }

    /// Files came or went in another way.
    void countAnew() {
        usedBytes = UNKNOWN;
    }
}
