package dev.dynamicworkers.playground.core.trace;

import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of one isolate at one moment. A figure that could not be measured is null, never 0.
///
/// @param name for a dynamic worker its loader id, null for one made by `load()`; for the parent the worker's name
/// @param label short name for people, unique among live isolates: `parent`, `greeter`, `dynamic#3`
/// @param parent the isolate that loaded it, null for the parent
/// @param retainedBytes heap that only this isolate keeps alive, in bytes (estimate)
/// @param sharedBytes heap that all isolates of the engine share, in bytes (estimate)
/// @param allocatedBytes heap allocated by its turns so far, in bytes (exact)
/// @param cpuMillis CPU time of its turns so far, in milliseconds
/// @param requests invocations delivered so far
/// @param endReason why it ended, null while it lives
public record IsolateSnapshot(
        IsolateId id,
        Role role,
        @Nullable String name,
        String label,
        @Nullable IsolateId parent,
        State state,
        @Nullable Long retainedBytes,
        @Nullable Long sharedBytes,
        @Nullable Long allocatedBytes,
        @Nullable Double cpuMillis,
        long requests,
        Instant createdAt,
        @Nullable Instant lastActiveAt,
        @Nullable String endReason) {
    /// Who it is.
    public enum Role {
        PARENT,
        DYNAMIC
    }

    /// Where it is in its life.
    public enum State {
        LOADING,
        IDLE,
        BUSY,
        KILLED,
        EVICTED,
        FAILED
    }
}
