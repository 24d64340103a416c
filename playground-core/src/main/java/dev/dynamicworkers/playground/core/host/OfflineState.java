package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.storage.StateLock;
import dev.dynamicworkers.playground.core.storage.StateStores;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The stores of a project that does not run in this process. Used by one thread.
public final class OfflineState implements AutoCloseable {
    private final StateStores stores;
    private final StateDesk desk;
    private final Path folder;
    private @Nullable StateLock lock;

    /// @param notices hears in a sentence of what a user should know
    public OfflineState(Project project, Path folder, Consumer<String> notices) {
        this.folder = folder;
        stores = new StateStores(folder, InstantSource.system(), notices);
        desk = new StateDesk(project, stores, folder);
    }

    /// Answers a question; one that writes takes the right to write first.
    public StateAnswer answer(StateQuery query) {
        if (lock == null && writes(query)) {
            lock = StateLock.acquire(folder);
        }
        return desk.answer(query);
    }

    private static boolean writes(StateQuery query) {
        return switch (query) {
            case StateQuery.Stores all -> false;
            case StateQuery.Entries entries -> false;
            case StateQuery.Read read -> false;
            case StateQuery.Export export -> false;
            case StateQuery.Sql sql -> sql.access() == StateQuery.Access.READ_AND_WRITE;
            case StateQuery.Write write -> true;
            case StateQuery.Delete delete -> true;
            case StateQuery.Migrate migrate -> true;
            case StateQuery.Import document -> true;
        };
    }

    @Override
    public void close() {
        stores.close();
        if (lock != null) {
            lock.close();
        }
    }
}
