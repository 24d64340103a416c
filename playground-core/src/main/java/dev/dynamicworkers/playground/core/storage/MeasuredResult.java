package dev.dynamicworkers.playground.core.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a statement gave, and what it did.
///
/// @param columns names, empty for a statement without rows
/// @param rows values in the order of the columns: null, Long, Double, String or bytes
/// @param changes rows inserted, changed or deleted
/// @param lastRowId of the last row inserted since the database was opened, 0 for none
/// @param isChanged whether data or schema changed
/// @param millis how long it took
public record MeasuredResult(
        List<String> columns,
        List<@Nullable Object[]> rows,
        long changes,
        long lastRowId,
        boolean isChanged,
        double millis) {}
