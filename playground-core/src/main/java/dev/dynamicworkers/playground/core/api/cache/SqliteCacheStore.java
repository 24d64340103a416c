package dev.dynamicworkers.playground.core.api.cache;

import com.google.errorprone.annotations.concurrent.GuardedBy;
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

/// Caches in a SQLite file, so that they outlive the process.
public final class SqliteCacheStore implements CacheStore, AutoCloseable {
    private static final String SCHEMA = """
        CREATE TABLE IF NOT EXISTS response (
            cache TEXT NOT NULL, url TEXT NOT NULL, status INTEGER NOT NULL, status_text TEXT NOT NULL,
            headers TEXT NOT NULL, body BLOB NOT NULL, expires INTEGER NOT NULL, PRIMARY KEY (cache, url))
        """;

    private final InstantSource clock;

    @GuardedBy("this")
    private final Connection connection;

    /// Opens the file, and makes it where there is none.
    ///
    /// @throws IllegalStateException when it can't be opened
    public SqliteCacheStore(Path file, InstantSource clock) {
        this.clock = clock;
        try {
            this.connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute(SCHEMA);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public synchronized Optional<CachedResponse> find(String cache, String url) {
        String sql = "SELECT status, status_text, headers, body, expires FROM response"
                + " WHERE cache = ? AND url = ? AND expires > ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
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
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, cache);
            statement.setString(2, url);
            statement.setInt(3, response.status());
            statement.setString(4, response.statusText());
            statement.setString(5, response.headers());
            statement.setBytes(6, response.body());
            statement.setLong(7, response.expires().toEpochMilli());
            statement.executeUpdate();
            removeExpired();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @GuardedBy("this")
    private void removeExpired() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM response WHERE expires <= ?")) {
            statement.setLong(1, clock.millis());
            statement.executeUpdate();
        }
    }

    @Override
    public synchronized boolean delete(String cache, String url) {
        boolean present = find(cache, url).isPresent();
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM response WHERE cache = ? AND url = ?")) {
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
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static IllegalStateException failure(SQLException e) {
        return new IllegalStateException("the cache file could not be used: " + e.getMessage(), e);
    }
}
