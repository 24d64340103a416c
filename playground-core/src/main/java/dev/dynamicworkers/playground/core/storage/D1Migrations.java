package dev.dynamicworkers.playground.core.storage;

import dev.dynamicworkers.playground.core.worker.HostIoException;
import dev.dynamicworkers.playground.core.worker.PlaygroundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The migrations of a D1 database: `.sql` files of a folder, in the order of their names, each applied once and as a
/// whole.
///
/// @param folder where the files are; it need not exist
/// @param table where the names of those that are applied are kept
public record D1Migrations(Path folder, String table) {
    /// A migration that failed, and was rolled back.
    public static final class Failed extends PlaygroundException {
        private static final long serialVersionUID = 1;

        Failed(String message, Exception cause) {
            super(message, cause);
        }
    }

    /// Names of the files that are not applied yet, in order.
    public List<String> pending(SqliteDatabase database) {
        List<String> pending = new ArrayList<>(files());
        if (!pending.isEmpty() && hasTable(database)) {
            for (Object[] row :
                    database.one("SELECT name FROM " + quoted(), List.of()).rows()) {
                pending.remove(String.valueOf(row[0]));
            }
        }
        return pending;
    }

    /// Applies what is pending. One that fails leaves no trace, and keeps those after it from being applied.
    ///
    /// @return names of those applied
    /// @throws Failed that names the file and SQLite's reason
    public List<String> apply(SqliteDatabase database) {
        List<String> pending = pending(database);
        if (!pending.isEmpty() && !hasTable(database)) {
            database.run("CREATE TABLE " + quoted() + " (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE,"
                    + " applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)");
        }
        for (String name : pending) {
            String sql = read(name);
            database.begin();
            try {
                if (!SqlText.statements(sql).isEmpty()) {
                    database.execute(sql, List.of());
                }
                database.one("INSERT INTO " + quoted() + " (name) VALUES (?)", List.of(name));
                database.commit();
            } catch (SqlFailure failure) {
                database.rollback();
                throw new Failed(
                        "The migration " + folder.getFileName() + "/" + name + " failed and was rolled back: "
                                + failure.text() + ". Correct the file, and start again.",
                        failure);
            }
        }
        return pending;
    }

    private boolean hasTable(SqliteDatabase database) {
        return !database.one("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", List.of(table))
                .rows()
                .isEmpty();
    }

    private String quoted() {
        return "\"" + table.replace("\"", "\"\"") + "\"";
    }

    private List<String> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .sorted(Comparator.comparingLong(D1Migrations::number).thenComparing(name -> name))
                    .toList();
        } catch (IOException e) {
            throw new HostIoException("The migrations in " + folder + " can't be read: " + e.getMessage(), e);
        }
    }

    /// The number that a name begins with.
    private static long number(String name) {
        int end = 0;
        while (end < name.length() && end < 18 && Character.digit(name.charAt(end), 10) >= 0) {
            end++;
        }
        return end == 0 ? Long.MAX_VALUE : Long.parseLong(name.substring(0, end));
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new HostIoException("The migration " + name + " can't be read: " + e.getMessage(), e);
        }
    }
}
