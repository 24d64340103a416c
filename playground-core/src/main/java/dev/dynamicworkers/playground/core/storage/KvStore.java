package dev.dynamicworkers.playground.core.storage;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The KV namespaces of a project. Keys are in the order of their UTF-8 bytes; what has expired is as if it were not
/// there. Used by one thread at a time.
public final class KvStore implements AutoCloseable {
    /// Bytes of UTF-8 that a key may have.
    public static final int MAX_KEY = 512;

    /// Bytes of UTF-8 that metadata may have, as JSON.
    public static final int MAX_METADATA = 1024;

    private final SqliteDatabase database;
    private final InstantSource clock;

    /// What a key has.
    ///
    /// @param metadata as JSON, null for none
    /// @param expiration seconds since 1970, null for never
    public record Entry(
            byte[] value,
            @Nullable String metadata,
            @Nullable Long expiration) {}

    /// A key without its value.
    ///
    /// @param metadata as JSON, null for none
    /// @param expiration seconds since 1970, null for never
    /// @param size of the value in bytes
    public record Key(
            String name,
            @Nullable String metadata,
            @Nullable Long expiration,
            long size) {}

    /// Some keys of a list.
    ///
    /// @param isComplete whether the list ends with them
    public record Page(List<Key> keys, boolean isComplete) {}

    public KvStore(SqliteDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        if (!database.isReadOnly()) {
            database.keepHouse(
                    "CREATE TABLE IF NOT EXISTS kv (namespace TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT"
                            + " NULL, metadata TEXT, expires INTEGER, PRIMARY KEY (namespace, key))",
                    List.of());
            database.keepHouse(
                    "CREATE INDEX IF NOT EXISTS kv_expires ON kv (expires) WHERE expires IS NOT NULL", List.of());
            removeExpired();
        }
    }

    private long now() {
        return clock.millis() / 1000;
    }

    private void removeExpired() {
        database.one("DELETE FROM kv WHERE expires <= ?", List.of(now()));
    }

    /// What a key has, or null.
    public @Nullable Entry get(String namespace, String key) {
        var rows = database.one(
                        "SELECT value, metadata, expires FROM kv WHERE namespace = ? AND key = ? AND (expires IS NULL"
                                + " OR expires > ?)",
                        List.of(namespace, key, now()))
                .rows();
        if (rows.isEmpty()) {
            return null;
        }
        @Nullable Object[] row = rows.getFirst();
        return new Entry((byte[]) Objects.requireNonNull(row[0]), (String) row[1], (Long) row[2]);
    }

    /// Writes a key, in place of what it had.
    public void put(String namespace, String key, Entry entry) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(namespace);
        values.add(key);
        values.add(entry.value);
        values.add(entry.metadata);
        values.add(entry.expiration);
        database.one("INSERT OR REPLACE INTO kv VALUES (?, ?, ?, ?, ?)", values);
        removeExpired();
    }

    /// Removes a key.
    ///
    /// @return whether there was one
    public boolean delete(String namespace, String key) {
        return database.one("DELETE FROM kv WHERE namespace = ? AND key = ?", List.of(namespace, key))
                        .written()
                > 0;
    }

    /// Removes all keys of a namespace.
    public void clear(String namespace) {
        database.one("DELETE FROM kv WHERE namespace = ?", List.of(namespace));
    }

    /// Keys with a prefix, in order.
    ///
    /// @param after the last key of the page before, null for the first page
    /// @param limit how many at most, at least 1
    public Page list(String namespace, String prefix, @Nullable String after, int limit) {
        var rows = database.one(
                        "SELECT key, metadata, expires, length(value) FROM kv WHERE namespace = ? AND key >= ? AND key"
                                + " > ? AND (expires IS NULL OR expires > ?) ORDER BY key LIMIT ?",
                        List.of(namespace, prefix, after == null ? "" : after, now(), limit + 1L))
                .rows();
        List<Key> keys = new ArrayList<>();
        for (@Nullable Object[] row : rows) {
            // Keys with the prefix are the first ones from the prefix on.
            if (!(row[0] instanceof String name) || !name.startsWith(prefix)) {
                return new Page(keys, /* isComplete= */ true);
            }
            if (keys.size() == limit) {
                return new Page(keys, /* isComplete= */ false);
            }
            keys.add(new Key(name, (String) row[1], (Long) row[2], (Long) Objects.requireNonNull(row[3])));
        }
        return new Page(keys, /* isComplete= */ true);
    }

    /// Namespaces that have keys.
    public List<String> namespaces() {
        return database.one("SELECT DISTINCT namespace FROM kv ORDER BY namespace", List.of()).rows().stream()
                .map(row -> (String) Objects.requireNonNull(row[0]))
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
