package dev.dynamicworkers.playground.core.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The alarms of all Durable Objects of a project, at most one for each.
public final class AlarmStore implements AutoCloseable {
    private final SqliteDatabase database;

    /// One alarm.
    ///
    /// @param namespace unique key of the namespace
    /// @param object the object's id
    /// @param name that the id was made of, null when it was made otherwise
    /// @param millis when it is due
    /// @param retries how often it has failed
    public record Alarm(
            String namespace, String object, @Nullable String name, long millis, int retries) {}

    /// @param file null to keep alarms in memory
    public AlarmStore(@Nullable Path file) {
        database = file == null ? SqliteDatabase.inMemory() : SqliteDatabase.inFile(file);
        database.run("CREATE TABLE IF NOT EXISTS alarm (namespace TEXT, object TEXT, name TEXT, millis INTEGER,"
                + " retries INTEGER, PRIMARY KEY (namespace, object)) WITHOUT ROWID");
    }

    /// Sets the alarm of an object, in place of the one it had.
    public void put(Alarm alarm) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(alarm.namespace);
        values.add(alarm.object);
        values.add(alarm.name);
        values.add(alarm.millis);
        values.add(alarm.retries);
        database.one("INSERT OR REPLACE INTO alarm VALUES (?, ?, ?, ?, ?)", values);
    }

    /// The alarm of an object, or null.
    public @Nullable Alarm get(String namespace, String object) {
        var rows = database.one("SELECT * FROM alarm WHERE namespace = ? AND object = ?", List.of(namespace, object))
                .rows();
        return rows.isEmpty() ? null : alarm(rows.getFirst());
    }

    public void delete(String namespace, String object) {
        database.one("DELETE FROM alarm WHERE namespace = ? AND object = ?", List.of(namespace, object));
    }

    /// All alarms, the next one first.
    public List<Alarm> all() {
        return database.one("SELECT * FROM alarm ORDER BY millis", List.of()).rows().stream()
                .map(AlarmStore::alarm)
                .toList();
    }

    private static Alarm alarm(@Nullable Object[] row) {
        return new Alarm(
                (String) Objects.requireNonNull(row[0]),
                (String) Objects.requireNonNull(row[1]),
                (String) row[2],
                (Long) Objects.requireNonNull(row[3]),
                ((Long) Objects.requireNonNull(row[4])).intValue());
    }

    @Override
    public void close() {
        database.close();
    }
}
