package dev.dynamicworkers.playground.core.storage;

import dev.dynamicworkers.playground.core.worker.HostIoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/// One SQLite database, in memory or in a file. Guest SQL reaches nothing but it.
public final class SqliteDatabase implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SqliteDatabase.class.getName());

    /// What one database may take on disk. Guest code must not fill the disk of the person at the desk.
    private static final long MOST_BYTES = 1L << 30;

    /// What all databases of the process may take in memory, outside of the heap that isolates are measured in.
    private static final long MOST_MEMORY_BYTES = 256L << 20;

    /// Of the platform's databases.
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);

    private final SQLiteConnection connection;
    private final boolean isReadOnly;
    private final StatementGuard guard;
    private int depth;
    private @Nullable StateQuota quota;

    /// What the quota knows of it.
    private long countedBytes;

    private SqliteDatabase(SQLiteConnection connection, Access access, StatementGuard guard) {
        this.connection = connection;
        this.guard = guard;
        isReadOnly = access == Access.READ_ONLY;
    }

    /// What may be done with a file.
    public enum Access {
        READ_AND_WRITE,
        READ_ONLY
    }

    /// Whether nothing can be written.
    public boolean isReadOnly() {
        return isReadOnly;
    }

    /// A database that ends with this object.
    public static SqliteDatabase inMemory() {
        return inMemory(LONGEST_STATEMENT);
    }

    /// @param longest that a statement may take
    static SqliteDatabase inMemory(Duration longest) {
        SqliteDatabase database = open("jdbc:sqlite::memory:", Access.READ_AND_WRITE, longest);
        database.limitMemory();
        return database;
    }

    /// The database of a file, which is made where there is none, with its folders.
    ///
    /// @throws HostIoException when it can't be opened
    public static SqliteDatabase inFile(Path file) {
        return inFile(file, MOST_BYTES);
    }

    /// @param mostBytes that the file may have, its journal not counted
    static SqliteDatabase inFile(Path file, long mostBytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new HostIoException("The folder of " + file + " could not be made: " + e.getMessage(), e);
        }
        try {
            SqliteDatabase database = opened(file, Access.READ_AND_WRITE);
            database.run("PRAGMA max_page_count = " + mostBytes / database.number("PRAGMA page_size"));
            return database;
        } catch (SqlFailure unreadable) {
            String way = SqlErrors.isDamage(unreadable) ? ". Move the file away to begin with an empty one." : "";
            throw new HostIoException(
                    "The database " + file + " can't be used: " + unreadable.text() + way, unreadable);
        }
    }

    /// Has what it takes on disk counted together with others.
    ///
    /// @param countedBytes what the file had when the quota began to know it
    void within(StateQuota shared, long countedBytes) {
        quota = shared;
        this.countedBytes = countedBytes;
        count();
    }

    /// What the quota knows of it by now.
    long countedBytes() {
        return countedBytes;
    }

    private void count() {
        if (quota != null) {
            long now = sizeBytes();
            quota.changed(now - countedBytes);
            countedBytes = now;
        }
    }

    /// The database of a file as it is.
    static SqliteDatabase opened(Path file, Access access) {
        SqliteDatabase database = open("jdbc:sqlite:" + file, access);
        try {
            database.limitMemory();
            if (access == Access.READ_AND_WRITE) {
                database.run("PRAGMA journal_mode = WAL");
                database.run("PRAGMA synchronous = NORMAL");
                database.run("PRAGMA max_page_count = " + MOST_BYTES / database.number("PRAGMA page_size"));
            }
        } catch (SqlFailure damaged) {
            database.close();
            throw damaged;
        }
        return database;
    }

    /// The database of a file that nobody changes meanwhile: nothing is locked, and no file is made beside it.
    static SqliteDatabase unchanging(Path file) {
        SqliteDatabase database = open(
                "jdbc:sqlite:file:" + file.toUri().getRawPath().replace("?", "%3f") + "?immutable=1", Access.READ_ONLY);
        database.limitMemory();
        return database;
    }

    private void limitMemory() {
        run("PRAGMA hard_heap_limit = " + MOST_MEMORY_BYTES);
    }

    private static SqliteDatabase open(String url, Access access) {
        return open(url, access, LONGEST_STATEMENT);
    }

    private static SqliteDatabase open(String url, Access access, Duration longest) {
        SQLiteConfig config = new SQLiteConfig();
        config.enableLoadExtension(false);
        config.setReadOnly(access == Access.READ_ONLY);
        config.enforceForeignKeys(true);
        // No other file can be reached, whatever guest SQL says: VACUUM INTO attaches its target, too.
        config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
        try {
            Connection connection = DriverManager.getConnection(url, config.toProperties());
            StatementGuard guard = new StatementGuard(longest);
            ProgressHandler.setHandler(connection, StatementGuard.STEPS, guard);
            return new SqliteDatabase((SQLiteConnection) connection, access, guard);
        } catch (SQLException e) {
            throw new HostIoException("The database could not be opened: " + e.getMessage(), e);
        }
    }

    // ---- guest SQL ----

    /// Runs all statements of a text; `bindings` belong to the last one, whose rows are the result.
    ///
    /// @throws SqlFailure with the text for guest code
    public SqlResult execute(String sql, List<@Nullable Object> bindings) {
        List<String> statements = SqlText.statements(sql);
        if (statements.isEmpty()) {
            throw new SqlFailure("SQL code did not contain a statement.");
        }
        SqlResult result = new SqlResult(List.of(), List.of(), 0);
        long written = 0;
        for (int i = 0; i < statements.size(); i++) {
            String statement = statements.get(i);
            SqlText.check(statement, this::hasTable);
            boolean isLast = i + 1 == statements.size();
            if (!isLast && parameters(statement) > 0) {
                throw new SqlFailure(
                        "When executing multiple SQL statements in a single call, only the last statement can"
                                + " have parameters.");
            }
            result = one(statement, isLast ? bindings : List.of());
            written += result.written();
        }
        return new SqlResult(result.columns(), result.rows(), written);
    }

    private int parameters(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.getParameterMetaData().getParameterCount();
        } catch (SQLException e) {
            throw SqlErrors.of(e, connection, sql);
        }
    }

    /// Runs one statement of any kind.
    ///
    /// @throws SqlFailure with the text for guest code
    SqlResult one(String sql, List<@Nullable Object> bindings) {
        if (quota == null) {
            return perform(sql, bindings);
        }
        boolean grows = SqlText.grows(sql);
        if (grows && quota.isFull()) {
            // What was undone since then has made room.
            count();
            if (quota.isFull()) {
                throw new SqlFailure(quota.refusal());
            }
        }
        SqlResult result = perform(sql, bindings);
        if (grows || result.written() > 0) {
            count();
        }
        return result;
    }

    /// Runs one statement that a store makes for its own sake, such as its tables and marks on what it has: also where
    /// nothing more may be stored.
    void keepHouse(String sql, List<@Nullable Object> bindings) {
        perform(sql, bindings);
        count();
    }

    private SqlResult perform(String sql, List<@Nullable Object> bindings) {
        guard.begin();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int wanted = statement.getParameterMetaData().getParameterCount();
            if (wanted != bindings.size()) {
                throw new SqlFailure("Wrong number of parameter bindings for SQL query.");
            }
            for (int i = 0; i < bindings.size(); i++) {
                statement.setObject(i + 1, bindings.get(i));
            }
            long before = changes();
            if (!statement.execute()) {
                return new SqlResult(List.of(), List.of(), changes() - before);
            }
            try (ResultSet rows = statement.getResultSet()) {
                SqlResult read = SqlResult.of(rows);
                return new SqlResult(read.columns(), read.rows(), changes() - before);
            }
        } catch (SQLException e) {
            if (guard.isLate()) {
                throw new SqlFailure("The statement ran for more than "
                        + guard.most().toSeconds() + " seconds and was ended: SQLITE_INTERRUPT");
            }
            throw SqlErrors.of(e, connection, sql);
        }
    }

    private long changes() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT total_changes()")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    boolean hasTable(String name) {
        return !one("SELECT 1 FROM sqlite_master WHERE name = ? COLLATE NOCASE", List.of(name))
                .rows()
                .isEmpty();
    }

    /// Runs all statements of a text as [#execute] does, and measures what they did.
    ///
    /// @throws SqlFailure with the text for guest code
    public MeasuredResult measure(String sql, List<@Nullable Object> bindings) {
        long schema = number("PRAGMA schema_version");
        long start = System.nanoTime();
        SqlResult result = execute(sql, bindings);
        double millis = (System.nanoTime() - start) / 1e6;
        boolean isChanged = result.written() > 0 || number("PRAGMA schema_version") != schema;
        return new MeasuredResult(
                result.columns(),
                result.rows(),
                result.written(),
                number("SELECT last_insert_rowid()"),
                isChanged,
                millis);
    }

    /// Does something that must not write.
    ///
    /// @throws SqlFailure when it tries to
    public <T> T onlyReading(Supplier<T> work) {
        if (isReadOnly) {
            return work.get();
        }
        run("PRAGMA query_only = ON");
        try {
            return work.get();
        } finally {
            run("PRAGMA query_only = OFF");
        }
    }

    /// Whether a text is made of statements that only read.
    public static boolean reads(String sql) {
        return SqlText.statements(sql).stream().allMatch(SqlText::reads);
    }

    /// Sets SQLite's limits to those of the platform's databases: length of a statement and of a value, columns,
    /// parameters.
    void limit(int statementBytes, int valueBytes, int columns, int parameters) {
        try {
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, statementBytes);
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, valueBytes);
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_COLUMN, columns);
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_VARIABLE_NUMBER, parameters);
        } catch (SQLException e) {
            throw new HostIoException("The database could not be limited: " + e.getMessage(), e);
        }
    }

    /// A number that the file keeps for whoever made it.
    long userVersion() {
        return number("PRAGMA user_version");
    }

    /// Bytes that the database takes, pages without content left out.
    public long sizeBytes() {
        return (number("PRAGMA page_count") - number("PRAGMA freelist_count")) * number("PRAGMA page_size");
    }

    private long number(String sql) {
        return one(sql, List.of()).rows().getFirst()[0] instanceof Long value ? value : 0;
    }

    void run(String sql) {
        one(sql, List.of());
    }

    // ---- transactions, which nest ----

    /// Begins a transaction within the ones that are open.
    public void begin() {
        run("SAVEPOINT _cf_level_" + ++depth);
    }

    /// Keeps what the innermost transaction did.
    public void commit() {
        run("RELEASE _cf_level_" + depth--);
    }

    /// Undoes what the innermost transaction did.
    public void rollback() {
        String level = "_cf_level_" + depth--;
        try {
            run("ROLLBACK TO " + level);
            run("RELEASE " + level);
        } catch (SqlFailure gone) {
            // A disk that is full makes SQLite undo the whole transaction by itself.
            if (!gone.text().startsWith("no such savepoint")) {
                throw gone;
            }
        }
        count();
    }

    /// Keeps what all open transactions did.
    public void commitAll() {
        endAll("RELEASE _cf_level_1");
    }

    /// Undoes what all open transactions did.
    public void rollbackAll() {
        endAll("ROLLBACK TO _cf_level_1");
        endAll("RELEASE _cf_level_1");
    }

    /// Some errors, and statements that say so, end all transactions by themselves.
    private void endAll(String sql) {
        depth = 0;
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException ended) {
            LOG.log(System.Logger.Level.DEBUG, "a transaction had ended by itself", ended);
        }
        count();
    }

    /// Whether a transaction is open.
    public boolean inTransaction() {
        return depth > 0;
    }

    // ---- as a whole ----

    /// A copy of everything, as the bytes of a database file.
    byte[] bytes() {
        try {
            return connection.serialize("main");
        } catch (SQLException e) {
            throw new HostIoException("The database could not be copied: " + e.getMessage(), e);
        }
    }

    /// Takes everything over from another database.
    void fill(byte[] bytes) {
        try {
            connection.deserialize("main", bytes);
        } catch (SQLException e) {
            throw new HostIoException("The database could not be copied: " + e.getMessage(), e);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new HostIoException("The database could not be closed: " + e.getMessage(), e);
        }
    }
}
