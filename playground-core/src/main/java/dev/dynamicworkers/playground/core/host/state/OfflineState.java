package dev.dynamicworkers.playground.core.host.state;

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
    private final Project project;
    private final Path folder;
    private final Consumer<String> notices;
    private @Nullable Writing writing;

    /// What is open once something was written.
    private record Writing(StateLock lock, StateStores stores) {}

    /// @param notices hears in a sentence of what a user should know
    public OfflineState(Project project, Path folder, Consumer<String> notices) {
        this.project = project;
        this.folder = folder;
        this.notices = notices;
    }

    /// Answers a question. One that writes takes the right to write first; one that reads changes nothing.
    public StateAnswer answer(StateQuery query) {
        if (!query.writes()) {
            return StateDesk.look(
                    project, writing == null ? null : writing.stores, folder, InstantSource.system(), query);
        }
        Writing open = writing;
        if (open == null) {
            open = new Writing(StateLock.acquire(folder), new StateStores(folder, InstantSource.system(), notices));
            writing = open;
        }
        return StateDesk.change(project, open.stores, folder, query);
    }

    @Override
    public void close() {
        if (writing != null) {
            writing.stores.close();
            writing.lock.close();
        }
    }
}
