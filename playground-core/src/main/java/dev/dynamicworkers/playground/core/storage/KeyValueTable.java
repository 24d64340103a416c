package dev.dynamicworkers.playground.core.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keys and values in a table of a database that guest SQL can't reach. Keys are in the order of their UTF-8 bytes.
public final class KeyValueTable {
    private final SqliteDatabase database;
    private boolean made;

    public KeyValueTable(SqliteDatabase database) {
        this.database = database;
    }

    /// The table is made by the first write, as guest SQL can see.
    private boolean exists() {
        if (!made && database.hasTable("_cf_KV")) {
            made = !database.inTransaction();
            return true;
        }
        return made;
    }

    private void ensure() {
        if (!made) {
            create(database);
            // Made within a transaction it may be rolled back again.
            made = !database.inTransaction();
        }
    }

    static void create(SqliteDatabase database) {
        database.run("CREATE TABLE IF NOT EXISTS _cf_KV (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID");
    }

    /// The value of a key, or null.
    public byte @Nullable [] get(String key) {
        if (!exists()) {
            return null;
        }
        var rows = database.one("SELECT value FROM _cf_KV WHERE key = ?", List.of(key))
                .rows();
        return rows.isEmpty() ? null : (byte[]) rows.getFirst()[0];
    }

    public void put(String key, byte[] value) {
        ensure();
        database.one("INSERT OR REPLACE INTO _cf_KV VALUES (?, ?)", List.of(key, value));
    }

    /// Whether there was one.
    public boolean delete(String key) {
        return exists()
                && database.one("DELETE FROM _cf_KV WHERE key = ?", List.of(key))
                                .written()
                        > 0;
    }

    /// Removes all keys.
    public void clear() {
        if (exists()) {
            database.run("DELETE FROM _cf_KV");
        }
    }

    /// Keys of a range with their values, in its order.
    public Map<String, byte[]> list(KeyRange range) {
        if (!exists()) {
            return Map.of();
        }
        StringBuilder sql = new StringBuilder("SELECT key, value FROM _cf_KV WHERE 1");
        List<@Nullable Object> bindings = new ArrayList<>();
        restrict(sql, bindings, " AND key >= ?", range.prefix());
        restrict(sql, bindings, " AND key >= ?", range.start());
        restrict(sql, bindings, " AND key > ?", range.startAfter());
        restrict(sql, bindings, " AND key < ?", range.end());
        if (range.prefix() != null) {
            // The prefix is the first binding.
            sql.append(" AND substr(key, 1, length(?1)) = ?1");
        }
        sql.append(" ORDER BY key").append(range.order() == KeyRange.Order.DESCENDING ? " DESC" : "");
        if (range.limit() >= 0) {
            sql.append(" LIMIT ").append(range.limit());
        }
        Map<String, byte[]> found = new LinkedHashMap<>();
        for (@Nullable Object[] row : database.one(sql.toString(), bindings).rows()) {
            if (row[0] instanceof String key && row[1] instanceof byte[] value) {
                found.put(key, value);
            }
        }
        return found;
    }

    private static void restrict(
            StringBuilder sql, List<@Nullable Object> bindings, String condition, @Nullable String bound) {
        if (bound != null) {
            bindings.add(bound);
            sql.append(condition.replace("?", "?" + bindings.size()));
        }
    }
}
