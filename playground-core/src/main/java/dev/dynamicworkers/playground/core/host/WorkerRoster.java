package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.modules.ModuleTable;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The workers of a project, oldest first, with the modules of those that live. The last of those that ended stay for
/// people to look at. Runs on the event loop's thread.
final class WorkerRoster {
    /// How many that ended are still shown.
    private static final int ENDED_KEPT = 50;

    private final List<WorkerInstance> instances = new ArrayList<>();
    private final Map<Long, ModuleTable> modules = new HashMap<>();

    // Concurrent: asked on any thread, also while a worker does not give the event loop back.
    private final Map<IsolateId, WorkerInstance> alive = new ConcurrentHashMap<>();

    void add(WorkerInstance instance, ModuleTable table) {
        alive.put(instance.id(), instance);
        instances.add(instance);
        modules.put(instance.id().number(), table);
    }

    /// A worker is gone.
    void ended(WorkerInstance instance) {
        ended(List.of(instance));
    }

    /// Workers are gone: their modules go too, and the oldest of those that ended when there are too many.
    void ended(List<WorkerInstance> workers) {
        workers.forEach(each -> {
            modules.remove(each.id().number());
            alive.remove(each.id());
        });
        long gone = instances.stream().filter(WorkerRoster::isGone).count();
        if (gone <= ENDED_KEPT) {
            return;
        }
        instances.removeIf(new Predicate<>() {
            private long surplus = gone - ENDED_KEPT;

            @Override
            public boolean test(WorkerInstance each) {
                return isGone(each) && surplus-- > 0;
            }
        });
    }

    /// @throws IllegalStateException when it has ended
    ModuleTable modulesOf(WorkerInstance instance) {
        ModuleTable table = modules.get(instance.id().number());
        if (table == null) {
            throw new IllegalStateException("an isolate without modules");
        }
        return table;
    }

    int moduleTables() {
        return modules.size();
    }

    /// Those that ended lately included.
    List<WorkerInstance> all() {
        return List.copyOf(instances);
    }

    List<WorkerInstance> living() {
        return instances.stream().filter(each -> !isGone(each)).toList();
    }

    /// One that lives, null when it does not any more. Safe on any thread.
    @Nullable
    WorkerInstance alive(IsolateId isolate) {
        return alive.get(isolate);
    }

    private static boolean isGone(WorkerInstance instance) {
        return switch (instance.state()) {
            case KILLED, EVICTED, FAILED -> true;
            default -> false;
        };
    }
}
