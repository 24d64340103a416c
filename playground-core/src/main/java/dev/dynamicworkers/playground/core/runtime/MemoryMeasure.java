package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.host.ProjectHost;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Measures the memory of isolates: what each keeps alive for itself, and what all of the engine share. One that has
/// run nothing since it was measured last is not measured again, so that thousands of idle ones cost nothing.
/// Used by one thread at a time; pauses an isolate while it looks.
final class MemoryMeasure {
    /// How long it looks at isolates for one answer; those that it does not get to are unknown until the next one.
    private static final long PATIENCE_NANOS = 300_000_000;

    private final ProjectHost host;

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
        long until = System.nanoTime() + PATIENCE_NANOS;
        List<Measured> measured = new ArrayList<>();
        for (WorkerInstance instance : instances) {
            boolean alive =
                    instance.state() == IsolateSnapshot.State.IDLE || instance.state() == IsolateSnapshot.State.BUSY;
            long whole = alive ? retained(instance.isolate(), until) : -1;
            measured.add(new Measured(
                    instance, whole < 0 || shared < 0 ? null : own(whole, shared), shared < 0 ? null : shared));
        }
        return measured;
    }

    /// What is left of an isolate's measure without the shared part. The two are taken at different times, while other
    /// isolates run and share more: what is no more than the shared part is unknown, not nothing.
    private static @Nullable Long own(long whole, long shared) {
        return whole > shared ? whole - shared : null;
    }

    private static long retained(Isolate isolate, long until) {
        long before = isolate.knownBytes();
        return before >= 0 || System.nanoTime() - until > 0 ? before : isolate.retainedBytes();
    }
}
