package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.storage.StateQuota;
import dev.dynamicworkers.playground.core.storage.StateStores;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the workers of one run may store on disk, all together: those that are paired with a project count as well,
/// though what they have is in folders of their own.
///
/// @param objects of Durable Objects, null where nothing is on disk; used on the event loop's thread
/// @param stores of everything else, null where nothing is on disk; used on the thread of the stores
record StorageQuotas(@Nullable StateQuota objects, @Nullable StateQuota stores) {
    private static final String OBJECTS = "durable-objects";

    /// @param folders where the workers of a run keep their state; empty where they keep none
    static StorageQuotas of(List<Path> folders, Limits limits) {
        if (folders.isEmpty()) {
            return new StorageQuotas(null, null);
        }
        return new StorageQuotas(
                quota(folders.stream().map(StorageQuotas::objectsOf).toList(), limits, Limit.OBJECT_STORAGE),
                quota(
                        folders.stream()
                                .flatMap(folder -> StateStores.places(folder).stream())
                                .toList(),
                        limits,
                        Limit.STORAGE));
    }

    /// Where the Durable Objects of a worker keep their data.
    static Path objectsOf(Path stateFolder) {
        return stateFolder.resolve(OBJECTS);
    }

    private static StateQuota quota(List<Path> places, Limits limits, Limit limit) {
        return new StateQuota(places, limits.get(limit) << 20, limit.meaning() + " (" + limit.key() + ")");
    }
}
