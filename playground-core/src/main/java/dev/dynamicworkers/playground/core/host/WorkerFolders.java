package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.host.queue.QueueBroker;
import dev.dynamicworkers.playground.core.host.state.StateLocks;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.worker.PlaygroundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The workers of a run that come from folders: the project's own, and those that are paired with it. Made and closed
/// on any thread; everything else runs on the event loop's thread.
final class WorkerFolders implements AutoCloseable {
    private final List<ProjectWorker> workers = new ArrayList<>();
    private final Map<WorkerInstance, ProjectWorker> homes = new WeakHashMap<>();

    /// @param stateFolder of the project itself, null to keep everything in memory
    WorkerFolders(Project project, @Nullable Path stateFolder, ProjectWorker.Shared shared) {
        List<Path> places = new ArrayList<>();
        if (stateFolder != null) {
            places.add(stateFolder);
            project.paired().forEach(each -> places.add(stateOf(each)));
        }
        StorageQuotas quotas = StorageQuotas.of(places, shared.limits());
        workers.add(new ProjectWorker(project, 0, stateFolder, quotas, shared));
        for (Project each : project.paired()) {
            workers.add(new ProjectWorker(each, workers.size(), stateOf(each, stateFolder), quotas, shared));
        }
    }

    /// Where a paired project keeps its state: in its own folder, if any is kept at all.
    private static @Nullable Path stateOf(Project paired, @Nullable Path own) {
        return own == null ? null : stateOf(paired);
    }

    private static Path stateOf(Project paired) {
        return paired.folder().resolve(".playground").resolve("state");
    }

    /// Takes part in holding the state of a project and of those that are paired with it, where they keep any.
    ///
    /// @return lets go of it
    static Runnable hold(StateLocks locks, Project project, @Nullable Path stateFolder) {
        List<Runnable> held = new ArrayList<>();
        try {
            boolean hasQueues = project.paired().stream().anyMatch(BindingHost::usesQueues);
            if (stateFolder != null && (hasQueues || BindingHost.keepsState(project))) {
                held.add(locks.acquire(stateFolder));
            }
            for (Project each : project.paired()) {
                Path folder = stateOf(each, stateFolder);
                if (folder != null && BindingHost.keepsState(each)) {
                    held.add(locks.acquire(folder));
                }
            }
        } catch (PlaygroundException refused) {
            held.forEach(Runnable::run);
            throw refused;
        }
        return () -> held.forEach(Runnable::run);
    }

    /// All queues are in the state of the project itself, whichever worker sends to them.
    ///
    /// @param shared what the workers were made with
    /// @param onRest runs when there is nothing to hand over for the moment
    QueueBroker makeQueues(ProjectWorker.Shared shared, Runnable onRest) {
        List<QueueBroker.Subscriber> subscribers = new ArrayList<>();
        for (ProjectWorker each : workers) {
            each.project().config().consumers().stream()
                    .map(queue -> new QueueBroker.Subscriber(queue, each.name(), each.entrypoint("default", null)))
                    .forEach(subscribers::add);
        }
        BindingHost state = own().bindings();
        QueueBroker broker = new QueueBroker(
                new QueueBroker.Surroundings(shared.loop(), shared.stores(), state::queues, shared.notices(), onRest),
                subscribers);
        workers.forEach(each -> each.bindings().useQueues(state::queues, broker::sent));
        return broker;
    }

    /// The project's own worker.
    ProjectWorker own() {
        return workers.getFirst();
    }

    /// The worker of a name, null when it does not run here.
    @Nullable
    ProjectWorker named(String name) {
        return workers.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /// The folder's worker that an instance is, null for a dynamic worker.
    @Nullable
    ProjectWorker home(WorkerInstance instance) {
        return homes.get(instance);
    }

    /// An instance is a worker of a folder.
    void settle(WorkerInstance instance, ProjectWorker worker) {
        homes.put(instance, worker);
    }

    void forEach(Consumer<ProjectWorker> action) {
        workers.forEach(action);
    }

    @Override
    public void close() {
        workers.forEach(ProjectWorker::close);
    }
}
