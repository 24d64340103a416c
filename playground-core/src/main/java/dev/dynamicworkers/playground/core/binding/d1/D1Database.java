package dev.dynamicworkers.playground.core.binding.d1;

import dev.dynamicworkers.playground.core.storage.SqliteDatabase;
import java.util.function.Supplier;

/// One property of `env` that is a D1 database.
///
/// @param binding name of the property
/// @param database opened, with its migrations applied, on first use by the thread of the stores
public record D1Database(String binding, Supplier<SqliteDatabase> database) {}
