package dev.dynamicworkers.playground.core.storage;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Data points of Analytics Engine datasets, the oldest of which make room when there are many. The columns have the
/// names that the platform's SQL API gives them. Used by one thread at a time.
public final class AnalyticsStore implements AutoCloseable {
    private static final int MAX_POINTS = 100_000;
    private static final int VALUES = 20;

    private final SqliteDatabase database;
    private final InstantSource clock;

    public AnalyticsStore(SqliteDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        if (!database.isReadOnly()) {
            StringBuilder sql = new StringBuilder("CREATE TABLE IF NOT EXISTS point (dataset TEXT NOT NULL, timestamp"
                    + " INTEGER NOT NULL, index1 BLOB");
            for (int i = 1; i <= VALUES; i++) {
                sql.append(", double").append(i).append(" REAL");
            }
            for (int i = 1; i <= VALUES; i++) {
                sql.append(", blob").append(i).append(" BLOB");
            }
            database.keepHouse(sql.append(')').toString(), List.of());
        }
    }

    /// Keeps a data point: at most one index, 20 doubles, 20 blobs.
    public void add(
            String dataset,
            List<@Nullable Object> indexes,
            List<@Nullable Object> doubles,
            List<@Nullable Object> blobs) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(dataset);
        row.add(clock.millis());
        row.add(indexes.isEmpty() ? null : indexes.getFirst());
        fill(row, doubles);
        fill(row, blobs);
        database.one("INSERT INTO point VALUES (?" + ", ?".repeat(row.size() - 1) + ")", row);
        database.one("DELETE FROM point WHERE rowid <= (SELECT max(rowid) FROM point) - ?", List.of((long) MAX_POINTS));
    }

    private static void fill(List<@Nullable Object> row, List<@Nullable Object> values) {
        row.addAll(values);
        for (int i = values.size(); i < VALUES; i++) {
            row.add(null);
        }
    }

    /// The database, whose one table is `point`.
    public SqliteDatabase database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
