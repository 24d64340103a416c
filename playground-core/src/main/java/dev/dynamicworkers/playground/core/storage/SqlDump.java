package dev.dynamicworkers.playground.core.storage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A database as SQL text that makes it anew.
public final class SqlDump {
    private static final String KEY = "INSERT OR REPLACE INTO _cf_KV VALUES (";

    private SqlDump() {}

    /// What of a database is meant.
    public enum Scope {
        /// What guest SQL sees.
        TABLES,
        /// The keys and values of a Durable Object as well.
        TABLES_AND_KEYS
    }

    /// Tables with their rows, then indexes, triggers and views.
    public static String of(SqliteDatabase database, Scope scope) {
        StringBuilder out = new StringBuilder("PRAGMA defer_foreign_keys = ON;\n");
        String schema =
                "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE"
                        + " '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND type ";
        for (@Nullable
        Object[] table :
                database.one(schema + "= 'table' ORDER BY rowid", List.of()).rows()) {
            out.append(table[1]).append(";\n");
            rows(database, (String) Objects.requireNonNull(table[0]), out);
        }
        for (@Nullable
        Object[] other :
                database.one(schema + "<> 'table' ORDER BY rowid", List.of()).rows()) {
            out.append(other[1]).append(";\n");
        }
        if (scope == Scope.TABLES_AND_KEYS && database.hasTable("_cf_KV")) {
            for (@Nullable
            Object[] row : database.one("SELECT key, value FROM _cf_KV ORDER BY key", List.of())
                    .rows()) {
                out.append(KEY)
                        .append(literal(row[0]))
                        .append(", ")
                        .append(literal(row[1]))
                        .append(");\n");
            }
        }
        return out.toString();
    }

    private static void rows(SqliteDatabase database, String table, StringBuilder out) {
        String name = "\"" + table.replace("\"", "\"\"") + "\"";
        for (@Nullable
        Object[] row : database.one("SELECT * FROM " + name, List.of()).rows()) {
            List<String> values = new ArrayList<>();
            for (Object value : row) {
                values.add(literal(value));
            }
            out.append("INSERT INTO ")
                    .append(name)
                    .append(" VALUES (")
                    .append(String.join(", ", values))
                    .append(");\n");
        }
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case byte[] bytes -> "x'" + HexFormat.of().formatHex(bytes) + "'";
            case Double number when number.isInfinite() -> number > 0 ? "9e999" : "-9e999";
            case Number number -> number.toString();
            // A zero would end the text of a statement.
            case String text
            when text.indexOf('\0') >= 0 ->
                "CAST(x'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "' AS TEXT)";
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }

    /// Runs the statements of a dump as a whole: one that fails leaves nothing of it.
    ///
    /// @return how many there are
    public static long read(SqliteDatabase database, String sql, Scope scope) {
        List<String> statements = SqlText.statements(sql);
        database.begin();
        try {
            if (scope == Scope.TABLES_AND_KEYS) {
                KeyValueTable.create(database);
            }
            for (String statement : statements) {
                if (scope == Scope.TABLES || !statement.startsWith(KEY)) {
                    SqlText.check(statement, database::hasTable);
                }
                database.one(statement, List.of());
            }
            database.commit();
        } catch (SqlFailure failure) {
            database.rollback();
            throw failure;
        }
        return statements.size();
    }
}
