package dev.dynamicworkers.playground.core.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a statement gave.
///
/// @param columns names, empty for a statement without rows
/// @param rows values in the order of the columns: null, Long, Double, String or bytes
/// @param written rows inserted, changed or deleted
public record SqlResult(List<String> columns, List<@Nullable Object[]> rows, long written) {}
