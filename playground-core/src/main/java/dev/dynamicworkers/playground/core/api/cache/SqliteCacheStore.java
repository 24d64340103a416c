package dev.dynamicworkers.playground.core.api.cache;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Caches in a SQLite file, so that they outlive the process.
public final class SqliteCacheStore implements CacheStore {
    private static final String SCHEMA = """
        CREATE TABLE IF NOT EXISTS response (
            cache TEXT NOT NULL, url TEXT NOT NULL, status INTEGER NOT NULL, status_text TEXT NOT NULL,
            headers TEXT NOT NULL, body BLOB NOT NULL, expires INTEGER NOT NULL, PRIMARY KEY (cache, url))
        """;

    private final Path file;
    private final InstantSource clock;
    private final long maxBytes;

    @GuardedBy("this")
    private @Nullable Connection opened;

    /// Nothing is opened or made before the first use.
    ///
    /// @param file is made where there is none, with its folders
    /// @param maxBytes limit of all bodies together; the oldest responses make room
    public SqliteCacheStore(Path file, InstantSource clock, long maxBytes) {
        this.file = file;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    @GuardedBy("this")
    private Connection connection() throws SQLException {
        Connection connection = opened;
        if (connection == null) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
            } catch (IOException e) {
                throw new SQLException("its folder could not be made: " + e.getMessage(), e);
            }
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            opened = connection;
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = NORMAL");
                statement.execute(SCHEMA);
            }
        }
        return connection;
    }

    @Override
    public synchronized Optional<CachedResponse> find(String cache, String url) {
        String sql = "SELECT status, status_text, headers, body, expires FROM response"
                + " WHERE cache = ? AND url = ? AND expires > ?";
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            statement.setString(1, cache);
            statement.setString(2, url);
            statement.setLong(3, clock.millis());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new CachedResponse(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBytes(4),
                        Instant.ofEpochMilli(row.getLong(5))));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public synchronized void put(String cache, String url, CachedResponse response) {
        String sql = "INSERT OR REPLACE INTO response VALUES (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            statement.setString(1, cache);
            statement.setString(2, url);
            statement.setInt(3, response.status());
            statement.setString(4, response.statusText());
            statement.setString(5, response.headers());
            statement.setBytes(6, response.body());
            statement.setLong(7, response.expires().toEpochMilli());
            statement.executeUpdate();
            removeExpired();
            makeRoom();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @GuardedBy("this")
    private void removeExpired() throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement("DELETE FROM response WHERE expires <= ?")) {
            statement.setLong(1, clock.millis());
            statement.executeUpdate();
        }
    }

    @GuardedBy("this")
    private void makeRoom() throws SQLException {
        String sql = "DELETE FROM response WHERE rowid IN (SELECT rowid FROM (SELECT rowid,"
                + " SUM(LENGTH(body)) OVER (ORDER BY rowid DESC) AS newer FROM response) WHERE newer > ?)";
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            statement.setLong(1, maxBytes);
            statement.executeUpdate();
        }
    }

    @Override
    public synchronized boolean delete(String cache, String url) {
        boolean present = find(cache, url).isPresent();
        try (PreparedStatement statement =
                connection().prepareStatement("DELETE FROM response WHERE cache = ? AND url = ?")) {
            statement.setString(1, cache);
            statement.setString(2, url);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
        return present;
    }

    @Override
    public synchronized void close() {
        Connection connection = opened;
        opened = null;
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static IllegalStateException failure(SQLException e) {
        return new IllegalStateException("the cache file could not be used: " + e.getMessage(), e);
    }
}
