package dev.dynamicworkers.playground.core.storage;

import dev.dynamicworkers.playground.core.worker.HostIoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Opens databases of a state for reading alone: no file is made, changed or moved by it, whoever else uses them. A
/// database that is not there is an empty one in memory. Used by one thread, for one question.
///
/// A database between whose pages nothing waits to be written is read as a file that does not change, and is looked at
/// again afterwards ([#isCurrent]). One that another process writes is read beside it, by SQLite's own locks.
public final class StateReader implements AutoCloseable {
    private static final String LOG = "-wal";
    private static final String INDEX = "-shm";

    private final List<Unlocked> unlocked = new ArrayList<>();
    private final List<Path> copies = new ArrayList<>();
    private final List<SqliteDatabase> open = new ArrayList<>();

    /// A file that is read without a lock, as it was then.
    private record Unlocked(Path file, long size, long modified) {
        static Unlocked of(Path file) throws IOException {
            return new Unlocked(
                    file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
        }
    }

    /// A database as it is.
    ///
    /// @throws HostIoException when it is damaged or can't be read
    public SqliteDatabase open(Path file) {
        try {
            SqliteDatabase database = opened(file.toAbsolutePath());
            open.add(database);
            database.one("SELECT count(*) FROM sqlite_master", List.of());
            return database;
        } catch (SqlFailure damaged) {
            throw new HostIoException(
                    "The state file " + file + " is damaged (" + damaged.text() + "); reading leaves it as it is.",
                    damaged);
        } catch (IOException e) {
            throw new HostIoException("The state file " + file + " could not be read: " + e.getMessage(), e);
        }
    }

    private SqliteDatabase opened(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return SqliteDatabase.inMemory();
        }
        if (length(file, LOG) == 0) {
            unlocked.add(Unlocked.of(file));
            return SqliteDatabase.unchanging(file);
        }
        return SqliteDatabase.opened(
                Files.exists(beside(file, INDEX)) ? file : copy(file), SqliteDatabase.Access.READ_ONLY);
    }

    private static Path beside(Path file, String part) {
        return file.resolveSibling(file.getFileName() + part);
    }

    private static long length(Path file, String part) throws IOException {
        Path companion = beside(file, part);
        return Files.exists(companion) ? Files.size(companion) : 0;
    }

    /// Without the index of its log nobody uses a database, and SQLite would make the index.
    private Path copy(Path file) throws IOException {
        Path folder = Files.createTempDirectory("playground-state");
        copies.add(folder);
        Path target = folder.resolve(String.valueOf(file.getFileName()));
        for (String part : new String[] {"", LOG}) {
            Files.copy(beside(file, part), beside(target, part), StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    /// Whether nobody has written meanwhile what was read without a lock. If not, the answer counts for nothing.
    public boolean isCurrent() {
        try {
            for (Unlocked each : unlocked) {
                if (!Files.exists(each.file)
                        || length(each.file, LOG) > 0
                        || !Unlocked.of(each.file).equals(each)) {
                    return false;
                }
            }
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        open.forEach(SqliteDatabase::close);
        copies.forEach(StateReader::delete);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new HostIoException("The copy in " + folder + " could not be removed: " + e.getMessage(), e);
        }
    }
}
