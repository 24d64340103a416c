package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.host.ProjectHost;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/// Measures the memory of isolates: what each keeps alive for itself, and what all of the engine share.
/// An isolate that has not run since it was last measured is not measured again: a project may have thousands.
/// Used by one thread at a time; pauses an isolate while it looks.
final class MemoryMeasure {
    private final ProjectHost host;
    private final Map<WorkerInstance, Found> found = new WeakHashMap<>();
    private long shared = -1;

    /// Isolates with what was found; null where nothing can be told.
    record Measured(
            WorkerInstance instance,
            @Nullable Long retainedBytes,
            @Nullable Long sharedBytes) {}

    /// What an isolate kept alive for itself when it had allocated so much.
    private record Found(long allocatedBytes, long ownBytes) {}

    MemoryMeasure(ProjectHost host) {
        this.host = host;
    }

    List<Measured> measure(List<WorkerInstance> instances) {
        boolean isSharedFresh = false;
        List<Measured> measured = new ArrayList<>();
        for (WorkerInstance instance : instances) {
            boolean alive =
                    instance.state() == IsolateSnapshot.State.IDLE || instance.state() == IsolateSnapshot.State.BUSY;
            if (!alive) {
                measured.add(new Measured(instance, null, shared < 0 ? null : shared));
                continue;
            }
            long allocated = instance.isolate().allocatedBytes();
            Found known = found.get(instance);
            if (known == null || known.allocatedBytes != allocated) {
                if (!isSharedFresh) {
                    shared = host.sharedBytes();
                    isSharedFresh = true;
                }
                known = new Found(allocated, own(instance));
                found.put(instance, known);
            }
            measured.add(new Measured(
                    instance, known.ownBytes < 0 ? null : known.ownBytes, shared < 0 ? null : shared));
        }
        return measured;
    }

    private long own(WorkerInstance instance) {
        long whole = instance.isolate().retainedBytes();
        return whole < 0 || shared < 0 ? -1 : Math.max(0, whole - shared);
    }
}
