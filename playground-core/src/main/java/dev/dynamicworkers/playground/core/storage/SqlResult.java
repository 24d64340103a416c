package dev.dynamicworkers.playground.core.storage;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a statement gave.
///
/// @param columns names, empty for a statement without rows
/// @param rows values in the order of the columns: null, Long, Double, String or bytes
/// @param written rows inserted, changed or deleted
public record SqlResult(List<String> columns, List<@Nullable Object[]> rows, long written) {
    /// Rows are read as a whole: more than this is refused.
    private static final long MOST_BYTES = 64L << 20;

    /// What a row, and each value of it, takes besides.
    private static final long OVERHEAD_BYTES = 32;

    /// Reads all rows.
    ///
    /// @throws SqlFailure when they are too large
    static SqlResult of(ResultSet rows) throws SQLException {
        ResultSetMetaData data = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            columns.add(data.getColumnLabel(i));
        }
        List<@Nullable Object[]> values = new ArrayList<>();
        long bytes = 0;
        while (rows.next()) {
            @Nullable Object[] row = new @Nullable Object[columns.size()];
            for (int i = 0; i < row.length; i++) {
                Object value = rows.getObject(i + 1);
                row[i] = value instanceof Integer small ? Long.valueOf(small) : value;
                bytes += OVERHEAD_BYTES + size(value);
            }
            bytes += OVERHEAD_BYTES;
            if (bytes > MOST_BYTES) {
                throw new SqlFailure("The result has more than " + (MOST_BYTES >> 20)
                        + " MiB; ask for fewer rows with LIMIT: SQLITE_TOOBIG");
            }
            values.add(row);
        }
        return new SqlResult(columns, values, 0);
    }

    private static long size(@Nullable Object value) {
        return switch (value) {
            case String text -> 2L * text.length();
            case byte[] blob -> blob.length;
            case null, default -> 0;
        };
    }
}
