package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.io.WorkerLoaderChannel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Dynamic workers of a project: those with a name are kept per loader, failed ones included, as workerd does.
/// Runs on the event loop's thread.
final class DynamicWorkerHost implements WorkerLoaderChannel {
    private final ProjectHost project;
    private final Map<Integer, Map<String, Worker>> named = new HashMap<>();
    private int anonymous;

    DynamicWorkerHost(ProjectHost project) {
        this.project = project;
    }

    @Override
    public Loaded get(int loader, @Nullable String name, WorkerInstance creator) {
        if (name == null) {
            return new Loaded(new Worker(null, creator), /* needsCode= */ true);
        }
        Map<String, Worker> workers = named.computeIfAbsent(loader, key -> new LinkedHashMap<>());
        Worker known = workers.get(name);
        if (known != null && !known.isLost()) {
            return new Loaded(known, /* needsCode= */ false);
        }
        Worker made = new Worker(name, creator);
        workers.put(name, made);
        return new Loaded(made, /* needsCode= */ true);
    }

    /// Forgets all names, so that the next `get()` of each loads anew.
    void forgetAll() {
        named.clear();
    }

    /// One dynamic worker.
    private final class Worker extends PendingWorker implements DynamicWorker {
        private final @Nullable String name;
        private final WorkerInstance creator;

        Worker(@Nullable String name, WorkerInstance creator) {
            this.name = name;
            this.creator = creator;
        }

        boolean isLost() {
            WorkerInstance running = instance();
            return running != null
                    && switch (running.state()) {
                        case KILLED, EVICTED -> true;
                        default -> false;
                    };
        }

        @Override
        void wanted() {
            // It starts when its code comes.
        }

        @Override
        public void provide(Setup setup) {
            project.loop().post(() -> start(setup));
        }

        private void start(Setup setup) {
            String label = name != null ? name : "dynamic#" + ++anonymous;
            Failure failure = project.startDynamic(name, label, creator, setup, this, this::ready);
            if (failure != null) {
                failed(failure);
            }
        }

        @Override
        public void fail(Failure failure) {
            failed(failure);
        }
    }

    /// Names that are taken, for people.
    List<String> names() {
        return named.values().stream().flatMap(each -> each.keySet().stream()).toList();
    }
}
