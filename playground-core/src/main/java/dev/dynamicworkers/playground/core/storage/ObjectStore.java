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
/// first use.
public final class ObjectStore implements AutoCloseable {
    private static final String FILE = "data.sqlite";

    private final @Nullable Path folder;
    private final @Nullable StateQuota quota;
    private final Map<String, ObjectStore> facets = new HashMap<>();
    private @Nullable SqliteDatabase database;
    private @Nullable KeyValueTable keys;

    /// @param folder null to keep everything in memory
    public ObjectStore(@Nullable Path folder) {
        this(folder, null);
    }

    /// @param folder null to keep everything in memory
    /// @param quota counts what is on disk; null for no limit but that of each database
    public ObjectStore(@Nullable Path folder, @Nullable StateQuota quota) {
        this.folder = folder;
        this.quota = quota;
    }

    public SqliteDatabase database() {
        SqliteDatabase open = database;
        if (open == null) {
            open = folder == null ? SqliteDatabase.inMemory() : inFile(folder.resolve(FILE));
            database = open;
        }
        return open;
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
        KeyValueTable table = keys;
        if (table == null) {
            table = new KeyValueTable(database());
            keys = table;
        }
        return table;
    }

    /// The place of a facet.
    public ObjectStore facet(String name) {
        return facets.computeIfAbsent(name, key -> new ObjectStore(folderOf(key), quota));
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
        SqliteDatabase open = database;
        if (open != null) {
            open.close();
            if (quota != null && folder != null) {
                // Pages without content are in the file, too.
                quota.changed(StateQuota.bytesOf(folder.resolve(FILE)) - open.countedBytes());
            }
        }
        database = null;
        keys = null;
    }

    /// Closes the databases; data in memory is lost.
    @Override
    public void close() {
        facets.values().forEach(ObjectStore::close);
        closeDatabase();
    }
}
