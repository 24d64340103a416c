package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.modules.ModuleTable;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The workers of a project, oldest first, with the modules of those that live. The last of those that ended stay for
/// people to look at. Runs on the event loop's thread.
final class WorkerRoster {
    /// How many that ended are still shown.
    private static final int ENDED_KEPT = 50;

    private final Map<IsolateId, WorkerInstance> living = new LinkedHashMap<>();
    private final Deque<WorkerInstance> gone = new ArrayDeque<>();
    private final Map<Long, ModuleTable> modules = new HashMap<>();

    // Concurrent: asked on any thread, also while a worker does not give the event loop back.
    private final Map<IsolateId, WorkerInstance> alive = new ConcurrentHashMap<>();

    void add(WorkerInstance instance, ModuleTable table) {
        alive.put(instance.id(), instance);
        living.put(instance.id(), instance);
        modules.put(instance.id().number(), table);
    }

    /// A worker is gone: its modules go too, and the one that ended first when there are too many of those.
    void ended(WorkerInstance instance) {
        modules.remove(instance.id().number());
        alive.remove(instance.id());
        if (living.remove(instance.id()) == null) {
            return;
        }
        gone.addLast(instance);
        if (gone.size() > ENDED_KEPT) {
            gone.removeFirst();
        }
    }

    /// Workers are gone.
    void ended(List<WorkerInstance> workers) {
        workers.forEach(this::ended);
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
        return Stream.concat(gone.stream(), living.values().stream())
                .sorted(Comparator.comparingLong(each -> each.id().number()))
                .toList();
    }

    List<WorkerInstance> living() {
        return living.values().stream().filter(each -> !isGone(each)).toList();
    }

    /// How many have not been taken away yet.
    int count() {
        return living.size();
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
