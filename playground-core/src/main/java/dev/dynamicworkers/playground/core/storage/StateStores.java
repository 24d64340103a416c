package dev.dynamicworkers.playground.core.storage;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The stores behind a project's bindings, each opened on first use. Used by one thread at a time.
public final class StateStores implements AutoCloseable {
    private final @Nullable Path folder;
    private final InstantSource clock;
    private @Nullable KvStore kv;

    /// @param folder null to keep everything in memory
    public StateStores(@Nullable Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// The KV namespaces.
    public KvStore kv() {
        KvStore open = kv;
        if (open == null) {
            open = new KvStore(database("kv.sqlite"), clock);
            kv = open;
        }
        return open;
    }

    private SqliteDatabase database(String file) {
        return folder == null ? SqliteDatabase.inMemory() : SqliteDatabase.inFile(folder.resolve(file));
    }

    @Override
    public void close() {
        if (kv != null) {
            kv.close();
        }
    }
}
