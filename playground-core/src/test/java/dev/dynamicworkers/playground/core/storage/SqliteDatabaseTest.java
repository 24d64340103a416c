package dev.dynamicworkers.playground.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.worker.HostIoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqliteDatabaseTest {
    private final SqliteDatabase database = SqliteDatabase.inMemory();

    @AfterEach
    void close() {
        database.close();
    }

    private SqlResult run(String sql, Object... bindings) {
        return database.execute(sql, List.of(bindings));
    }

    @Test
    void givesColumnsRowsAndCountOfWrites() {
        SqlResult made = run("CREATE TABLE t (id INTEGER PRIMARY KEY, v); INSERT INTO t (v) VALUES (?), (?)", "x", 2.5);
        assertThat(made.written()).isEqualTo(2);
        SqlResult read = run("SELECT id, v AS value FROM t");
        assertThat(read.columns()).containsExactly("id", "value");
        assertThat(read.rows()).containsExactly(new Object[] {1L, "x"}, new Object[] {2L, 2.5});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        SELEC                       | near "SELEC": syntax error at offset 0: SQLITE_ERROR
        SELECT 1 FROM FROM x        | near "FROM": syntax error at offset 14: SQLITE_ERROR
        SELECT * FROM missing       | no such table: missing: SQLITE_ERROR
        SELECT b FROM sqlite_master | no such column: b at offset 7: SQLITE_ERROR
        INSERT INTO u VALUES (1)    | UNIQUE constraint failed: u.a: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_UNIQUE)
        SELECT ?                    | Wrong number of parameter bindings for SQL query.
        ;                           | SQL code did not contain a statement.
        VACUUM INTO 'x.db'          | cannot VACUUM from within a transaction: SQLITE_ERROR
        ATTACH 'x.db' AS x          | not authorized: SQLITE_AUTH
        PRAGMA journal_mode = OFF   | not authorized: SQLITE_AUTH
        SELECT * FROM "_cf_KV"      | access to _cf_KV is prohibited: SQLITE_AUTH
        SELECT * FROM _cf_none      | no such table: _cf_none: SQLITE_ERROR
        """)
    void tellsWhatIsWrong(String sql, String message) {
        run("CREATE TABLE u (a UNIQUE); INSERT INTO u VALUES (1)");
        database.run("CREATE TABLE _cf_KV (key)");
        assertThatThrownBy(() -> run(sql)).isInstanceOf(SqlFailure.class).hasMessage(message);
    }

    /// As where the disk is full.
    @Test
    void aDatabaseThatIsFullSaysSoAndKeepsWhatItHas(@TempDir Path folder) {
        Path file = folder.resolve("full.sqlite");
        try (SqliteDatabase full = SqliteDatabase.inFile(file, 128 << 10)) {
            full.execute("CREATE TABLE t (v)", List.of());
            for (int i = 0; i < 8; i++) {
                full.execute("INSERT INTO t VALUES (randomblob(4096))", List.of());
            }
            full.begin();
            assertThatThrownBy(() -> full.execute("INSERT INTO t VALUES (randomblob(400000))", List.of()))
                    .isInstanceOf(SqlFailure.class)
                    .hasMessage("database or disk is full: SQLITE_FULL");
            full.rollback();
        }
        try (SqliteDatabase again = SqliteDatabase.inFile(file)) {
            assertThat(again.execute("SELECT count(*) FROM t WHERE length(v) = 4096", List.of())
                            .rows())
                    .containsExactly(new Object[] {8L});
            assertThat(again.execute("PRAGMA quick_check", List.of()).rows()).containsExactly(new Object[] {"ok"});
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("data.sqlite"), "this is a text and no database\n".repeat(100));

        assertThatThrownBy(() -> SqliteDatabase.inFile(file))
                .isInstanceOf(HostIoException.class)
                .hasMessage("The database " + file + " can't be used: file is not a database: SQLITE_NOTADB. Move the"
                        + " file away to begin with an empty one.");
    }

    @ParameterizedTest
    @CsvSource({"BEGIN", "commit", "SAVEPOINT x", "/* a */ Release x", "/* b */ROLLBACK", "END"})
    void leavesTransactionsToTheRuntime(String sql) {
        assertThatThrownBy(() -> run(sql)).hasMessage(SqlText.NO_TRANSACTIONS);
    }

    @Test
    void noOtherFileCanBeReached(@TempDir Path folder) {
        Path file = folder.resolve("other.db");
        assertThatThrownBy(() -> database.run("ATTACH '" + file + "' AS other")).isInstanceOf(SqlFailure.class);
        assertThatThrownBy(() -> database.run("VACUUM INTO '" + file + "'")).isInstanceOf(SqlFailure.class);
        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void transactionsNestAndUndoTheirOwnPartOnly() {
        run("CREATE TABLE t (a)");
        database.begin();
        run("INSERT INTO t VALUES (1)");
        database.begin();
        run("INSERT INTO t VALUES (2)");
        database.rollback();
        database.commit();
        assertThat(run("SELECT a FROM t").rows()).containsExactly(new Object[] {1L});
        assertThat(database.inTransaction()).isFalse();
    }

    @Test
    void statementsEndWhereTheDatabaseSaysSo() {
        String trigger = "CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; SELECT CASE 1 WHEN 1 THEN 2 END; END";
        assertThat(SqlText.statements("SELECT ';' ; -- ;\n" + trigger + "; /* ; */ SELECT \";\"\";\", [;], `;`;;"))
                .containsExactly("SELECT ';' ", trigger, "SELECT \";\"\";\", [;], `;`");
    }

    @Test
    void aStatementWithoutEndIsEnded() {
        String endless = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) ";
        try (SqliteDatabase hasty = SqliteDatabase.inMemory(Duration.ofMillis(100))) {
            assertThatThrownBy(() -> hasty.execute(endless + "SELECT count(*) FROM c", List.of()))
                    .isInstanceOf(SqlFailure.class)
                    .hasMessage("The statement ran for more than 0 seconds and was ended: SQLITE_INTERRUPT");
            assertThat(hasty.execute("SELECT 1", List.of()).rows()).hasSize(1);
        }
        assertThatThrownBy(() -> run(endless + "SELECT n, hex(zeroblob(100000)) FROM c"))
                .isInstanceOf(SqlFailure.class)
                .hasMessage("The result has more than 64 MiB; ask for fewer rows with LIMIT: SQLITE_TOOBIG");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> run(endless + "SELECT count(*) FROM c"))
                    .hasMessage("interrupted: SQLITE_INTERRUPT");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
