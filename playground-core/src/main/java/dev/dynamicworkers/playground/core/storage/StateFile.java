package dev.dynamicworkers.playground.core.storage;

import dev.dynamicworkers.playground.core.worker.HostIoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Opens the database files of a state folder: a damaged one is moved aside, one of a newer playground is not written.
final class StateFile {
    /// Format of the files that this version writes, in SQLite's `user_version`.
    static final int FORMAT = 1;

    /// Files up to this size are read as a whole when they are opened.
    private static final long CHECKED_BYTES = 16L << 20;

    private StateFile() {}

    /// Opens a file, which is made where there is none.
    ///
    /// @param notices hears in a sentence of what a user should know
    static SqliteDatabase open(Path file, Consumer<String> notices) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new HostIoException("The folder of " + file + " could not be made: " + e.getMessage(), e);
        }
        String damage = damage(file);
        if (damage != null) {
            Path aside = moveAside(file);
            notices.accept("The state file " + file.getFileName() + " is damaged (" + damage + "): it was moved to "
                    + aside.getFileName() + ", and an empty one takes its place.");
        }
        SqliteDatabase database;
        try {
            database = SqliteDatabase.opened(file, SqliteDatabase.Access.READ_AND_WRITE);
        } catch (SqlFailure refused) {
            throw unusable(file, refused);
        }
        long format = database.userVersion();
        if (format > FORMAT) {
            database.close();
            notices.accept("The state file " + file.getFileName() + " was written by a newer version (format " + format
                    + ", this one knows " + FORMAT + "): it can be read, but not written.");
            return SqliteDatabase.opened(file, SqliteDatabase.Access.READ_ONLY);
        }
        if (format < FORMAT) {
            database.run("PRAGMA user_version = " + FORMAT);
        }
        return database;
    }

    private static @Nullable String damage(Path file) {
        if (!Files.exists(file)) {
            return null;
        }
        try (SqliteDatabase database = SqliteDatabase.opened(file, SqliteDatabase.Access.READ_AND_WRITE)) {
            database.one("SELECT count(*) FROM sqlite_master", List.of());
            if (Files.size(file) > CHECKED_BYTES) {
                return null;
            }
            String found = String.valueOf(
                    database.one("PRAGMA quick_check(1)", List.of()).rows().getFirst()[0]);
            return found.equals("ok") ? null : found;
        } catch (SqlFailure failure) {
            if (!SqlErrors.isDamage(failure)) {
                // A full disk, or one that may only be read, is no reason to put what is stored aside.
                throw unusable(file, failure);
            }
            return failure.text();
        } catch (IOException e) {
            throw new HostIoException("The state file " + file + " could not be read: " + e.getMessage(), e);
        }
    }

    private static HostIoException unusable(Path file, SqlFailure why) {
        return new HostIoException("The state file " + file + " can't be used: " + why.text(), why);
    }

    private static Path moveAside(Path file) {
        int number = 1;
        Path aside = beside(file, number);
        while (Files.exists(aside)) {
            aside = beside(file, ++number);
        }
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            for (String part : new String[] {"-wal", "-shm"}) {
                Path companion = file.resolveSibling(file.getFileName() + part);
                if (Files.exists(companion)) {
                    Files.move(companion, aside.resolveSibling(aside.getFileName() + part));
                }
            }
        } catch (IOException e) {
            throw new HostIoException("The damaged file " + file + " could not be moved: " + e.getMessage(), e);
        }
        return aside;
    }

    private static Path beside(Path file, int number) {
        return file.resolveSibling(file.getFileName() + ".damaged-" + number);
    }
}
