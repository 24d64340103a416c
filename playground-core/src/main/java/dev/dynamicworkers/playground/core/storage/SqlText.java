package dev.dynamicworkers.playground.core.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// What has to be known of SQL text before the database sees it: where its statements end, and whether guest code may
/// run them.
final class SqlText {
    private static final Set<String> TRANSACTIONS =
            Set.of("BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE");
    private static final Set<String> WRITES = Set.of("INSERT", "UPDATE", "DELETE", "REPLACE");
    private static final Set<String> GROWS = Set.of("INSERT", "UPDATE", "REPLACE", "CREATE", "ALTER");
    private static final Set<String> REFUSED = Set.of("ATTACH", "DETACH");
    private static final Set<String> TEMPORARY = Set.of("temp", "temporary");
    private static final Set<String> REFUSED_FUNCTIONS = Set.of(
            "sqlite_compileoption_get",
            "sqlite_compileoption_used",
            "sqlite_log",
            "sqlite_offset",
            "sqlite_source_id",
            "sqlite_version");
    private static final Set<String> USES_TABLES = Set.of("SELECT", "INSERT", "REPLACE", "UPDATE", "DELETE");
    private static final Set<String> PRAGMAS = Set.of(
            "case_sensitive_like",
            "defer_foreign_keys",
            "foreign_key_check",
            "foreign_key_list",
            "foreign_keys",
            "ignore_check_constraints",
            "index_info",
            "index_list",
            "index_xinfo",
            "legacy_alter_table",
            "optimize",
            "page_size",
            "quick_check",
            "recursive_triggers",
            "reverse_unordered_selects",
            "table_info",
            "table_list",
            "table_xinfo");

    private static final String NOT_AUTHORIZED = "not authorized: SQLITE_AUTH";

    static final String NO_TRANSACTIONS =
            "To execute a transaction, please use the state.storage.transaction() or state.storage.transactionSync()"
                    + " APIs instead of the SQL BEGIN TRANSACTION or SAVEPOINT statements. The JavaScript API is safer"
                    + " because it will automatically roll back on exceptions, and because it interacts correctly with"
                    + " Durable Objects' automatic atomic write coalescing.";

    private SqlText() {}

    /// The statements of a text, each without its semicolon; empty ones are left out.
    static List<String> statements(String sql) {
        List<String> statements = new ArrayList<>();
        SqlScanner scanner = new SqlScanner(sql, 0);
        int begin = -1;
        int words = 0;
        boolean creates = false;
        boolean trigger = false;
        String last = "";
        String beforeLast = "";
        while (scanner.next()) {
            if (scanner.is(";") && (!trigger || last.equals("END") && beforeLast.equals(";"))) {
                if (begin >= 0) {
                    statements.add(sql.substring(begin, scanner.start()));
                }
                begin = -1;
                words = 0;
                creates = false;
                trigger = false;
                last = "";
                continue;
            }
            if (begin < 0) {
                begin = scanner.start();
            }
            words++;
            String word = scanner.token().toUpperCase(Locale.ROOT);
            creates |= words == 1 && word.equals("CREATE");
            trigger |= creates && words <= 3 && word.equals("TRIGGER");
            beforeLast = last;
            last = word;
        }
        if (begin >= 0) {
            statements.add(sql.substring(begin));
        }
        return statements;
    }

    /// Whether a statement only reads: what begins with a word that may do more counts as writing.
    static boolean reads(String statement) {
        SqlScanner scanner = new SqlScanner(statement, 0);
        if (!scanner.next()) {
            return true;
        }
        String first = scanner.token().toUpperCase(Locale.ROOT);
        if (first.equals("WITH")) {
            while (scanner.next()) {
                if (WRITES.contains(scanner.token().toUpperCase(Locale.ROOT))) {
                    return false;
                }
            }
            return true;
        }
        return first.equals("SELECT") || first.equals("VALUES") || first.equals("EXPLAIN");
    }

    /// Whether a statement may need more room on disk.
    static boolean grows(String statement) {
        SqlScanner scanner = new SqlScanner(statement, 0);
        if (!scanner.next()) {
            return false;
        }
        String first = scanner.token().toUpperCase(Locale.ROOT);
        return GROWS.contains(first) || first.equals("WITH") && !reads(statement);
    }

    /// Refuses what guest code may not run: transactions of its own, other files, and the runtime's own tables.
    ///
    /// @param hasTable whether there is a table of a name
    /// @throws SqlFailure with the reason
    static void check(String statement, Predicate<String> hasTable) {
        SqlScanner scanner = new SqlScanner(statement, 0);
        if (!scanner.next()) {
            return;
        }
        String first = scanner.token().toUpperCase(Locale.ROOT);
        if (TRANSACTIONS.contains(first)) {
            throw new SqlFailure(NO_TRANSACTIONS);
        }
        if (REFUSED.contains(first)) {
            throw new SqlFailure(NOT_AUTHORIZED);
        }
        if (first.equals("VACUUM")) {
            throw new SqlFailure("cannot VACUUM from within a transaction: SQLITE_ERROR");
        }
        if (first.equals("PRAGMA")) {
            checkPragma(scanner);
        }
        boolean creates = first.equals("CREATE");
        String before = "";
        int beforeStart = 0;
        do {
            String name = scanner.name().toLowerCase(Locale.ROOT);
            boolean isTemporary = before.equals("create") && TEMPORARY.contains(name);
            if (creates && (isTemporary || name.startsWith("_cf_"))) {
                throw new SqlFailure(NOT_AUTHORIZED);
            }
            if (scanner.is("(") && REFUSED_FUNCTIONS.contains(before)) {
                throw new SqlFailure(
                        "not authorized to use function: " + before + " at offset " + beforeStart + ": SQLITE_ERROR");
            }
            before = name;
            beforeStart = scanner.start();
            if (name.startsWith("_cf_")) {
                throw new SqlFailure(
                        USES_TABLES.contains(first) && !hasTable.test(scanner.name())
                                ? "no such table: " + scanner.name() + ": SQLITE_ERROR"
                                : "access to " + scanner.name() + " is prohibited: SQLITE_AUTH");
            }
            if (name.startsWith("pragma_") && !PRAGMAS.contains(name.substring(7))) {
                throw new SqlFailure(NOT_AUTHORIZED);
            }
        } while (scanner.next());
    }

    private static void checkPragma(SqlScanner scanner) {
        scanner.next();
        if (!PRAGMAS.contains(scanner.name().toLowerCase(Locale.ROOT))) {
            throw new SqlFailure(NOT_AUTHORIZED);
        }
    }
}
