package dev.dynamicworkers.playground.core.storage;

import dev.dynamicworkers.playground.core.util.Sha256;
import dev.dynamicworkers.playground.core.worker.HostIoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where one Durable Object keeps its data: a database of its own, and one such place for each of its facets. Opened on
/// first use, and again when it was closed to make room for others.
public final class ObjectStore implements AutoCloseable {
    private static final String FILE = "data.sqlite";

    private final @Nullable Path folder;
    private final @Nullable StateQuota quota;
    private final OpenDatabases open;
    private final Map<String, ObjectStore> facets = new HashMap<>();
    private @Nullable SqliteDatabase database;
    private @Nullable KeyValueTable keys;

    /// @param folder null to keep everything in memory
    public ObjectStore(@Nullable Path folder) {
        this(folder, null, new OpenDatabases());
    }

    /// @param folder null to keep everything in memory
    /// @param quota counts what is on disk; null for no limit but that of each database
    /// @param open counts those of files that are open
    public ObjectStore(@Nullable Path folder, @Nullable StateQuota quota, OpenDatabases open) {
        this.folder = folder;
        this.quota = quota;
        this.open = open;
    }

    /// The database, for what is done at once: it may be closed when that of another object is opened.
    public SqliteDatabase database() {
        SqliteDatabase present = database;
        if (present == null) {
            present = folder == null ? SqliteDatabase.inMemory() : openIn(folder.resolve(FILE));
            database = present;
        } else {
            open.used(this);
        }
        return present;
    }

    private SqliteDatabase openIn(Path file) {
        open.opening(this);
        try {
            return inFile(file);
        } catch (RuntimeException failure) {
            open.closed(this);
            throw failure;
        }
    }

    boolean isInTransaction() {
        return database != null && database.inTransaction();
    }

    /// Closes the database until its next use; what it has is on disk.
    void closeForNow() {
        closeDatabase();
    }

    private SqliteDatabase inFile(Path file) {
        if (quota == null) {
            return SqliteDatabase.inFile(file);
        }
        if (quota.isFull() && !Files.exists(file)) {
            throw new SqlFailure(quota.refusal());
        }
        long bytes = StateQuota.bytesOf(file);
        SqliteDatabase opened = SqliteDatabase.inFile(file);
        opened.within(quota, bytes);
        return opened;
    }

    private void countAnew() {
        if (quota != null) {
            quota.countAnew();
        }
    }

    /// The database if it is open, else null.
    public @Nullable SqliteDatabase openDatabase() {
        return database;
    }

    public KeyValueTable keys() {
        SqliteDatabase present = database();
        KeyValueTable table = keys;
        if (table == null) {
            table = new KeyValueTable(present);
            keys = table;
        }
        return table;
    }

    /// The place of a facet.
    public ObjectStore facet(String name) {
        return facets.computeIfAbsent(name, key -> new ObjectStore(folderOf(key), quota, open));
    }

    private @Nullable Path folderOf(String facet) {
        return folder == null
                ? null
                : folder.resolve("facets").resolve(new Sha256().add(facet).hex().substring(0, 32));
    }

    /// Removes all that a facet has, its own facets included.
    public void deleteFacet(String name) {
        facet(name).wipe();
        facets.remove(name);
    }

    /// Gives a facet the data of another, its own facets included. What the target had is lost.
    public void cloneFacet(String source, String target) {
        facet(target).wipe();
        if (quota != null && quota.isFull()) {
            throw new SqlFailure(quota.refusal());
        }
        facet(target).takeFrom(facet(source));
        countAnew();
    }

    private void takeFrom(ObjectStore source) {
        byte[] bytes = source.database().bytes();
        if (folder == null) {
            if (bytes.length > 0) {
                database().fill(bytes);
            }
        } else {
            try {
                Files.createDirectories(folder);
                Files.write(folder.resolve(FILE), bytes);
            } catch (IOException e) {
                throw new HostIoException("A facet could not be copied: " + e.getMessage(), e);
            }
        }
        source.facets.forEach((name, store) -> facet(name).takeFrom(store));
    }

    /// Removes all data of the object, but not of its facets.
    public void clear() {
        closeDatabase();
        delete(folder, FILE);
        delete(folder, FILE + "-wal");
        delete(folder, FILE + "-shm");
        countAnew();
    }

    private static void delete(@Nullable Path folder, String name) {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new HostIoException("Data could not be removed: " + e.getMessage(), e);
        }
    }

    private void wipe() {
        close();
        facets.clear();
        countAnew();
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new HostIoException("A facet could not be removed: " + e.getMessage(), e);
        }
    }

    private void closeDatabase() {
        SqliteDatabase present = database;
        database = null;
        keys = null;
        open.closed(this);
        if (present != null) {
            present.close();
            if (quota != null && folder != null) {
                // Pages without content are in the file, too.
                quota.changed(StateQuota.bytesOf(folder.resolve(FILE)) - present.countedBytes());
            }
        }
    }

    /// Closes the databases; data in memory is lost.
    @Override
    public void close() {
        facets.values().forEach(ObjectStore::close);
        closeDatabase();
    }
}
