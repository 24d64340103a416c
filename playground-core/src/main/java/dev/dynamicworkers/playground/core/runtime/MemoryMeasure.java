package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.host.ProjectHost;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/// Measures the memory of isolates: what each keeps alive for itself, and what all of the engine share. One that has
/// run nothing since it was measured last is not measured again, so that thousands of idle ones cost nothing.
/// Used by one thread at a time; pauses an isolate while it looks.
final class MemoryMeasure {
    private final ProjectHost host;
    private final Map<Isolate, Known> known = new WeakHashMap<>();

    /// What an isolate retained after so many turns.
    private record Known(long turns, long bytes) {}

    /// Isolates with what was found; null where nothing can be told.
    record Measured(
            WorkerInstance instance,
            @Nullable Long retainedBytes,
            @Nullable Long sharedBytes) {}

    MemoryMeasure(ProjectHost host) {
        this.host = host;
    }

    List<Measured> measure(List<WorkerInstance> instances) {
        long shared = host.sharedBytes();
        List<Measured> measured = new ArrayList<>();
        for (WorkerInstance instance : instances) {
            boolean alive =
                    instance.state() == IsolateSnapshot.State.IDLE || instance.state() == IsolateSnapshot.State.BUSY;
            long whole = alive ? retained(instance.isolate()) : -1;
            measured.add(new Measured(
                    instance,
                    whole < 0 || shared < 0 ? null : Math.max(0, whole - shared),
                    shared < 0 ? null : shared));
        }
        return measured;
    }

    private long retained(Isolate isolate) {
        long turns = isolate.turns();
        Known before = known.get(isolate);
        if (before != null && before.turns == turns) {
            return before.bytes;
        }
        long bytes = isolate.retainedBytes();
        known.put(isolate, new Known(turns, bytes));
        return bytes;
    }
}
