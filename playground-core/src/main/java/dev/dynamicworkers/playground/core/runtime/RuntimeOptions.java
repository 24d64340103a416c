package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import dev.dynamicworkers.playground.core.worker.Retention;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a project is run.
///
/// @param stateFolder where caches and storage are kept, null for memory only
/// @param network who may reach the network
/// @param retention how long dynamic workers stay that nobody uses
/// @param limits how much guest code may use
/// @param overlay what a person takes from the workers, at first
/// @param calls whether the tail tells of every call
/// @param memory whether results tell what isolates retain
public record RuntimeOptions(
        @Nullable Path stateFolder,
        NetworkRules network,
        Retention retention,
        Limits limits,
        Overlay overlay,
        Calls calls,
        Memory memory) {
    /// What the platform's paid plan gives: 30 s of CPU time, 128 MiB; state in memory, network blocked.
    public static final RuntimeOptions DEFAULT = new RuntimeOptions(
            null,
            NetworkRules.BLOCKED,
            Retention.DEFAULT,
            Limits.DEFAULT,
            Overlay.NONE,
            Calls.UNRECORDED,
            Memory.ON_DEMAND);

    /// The same options with state kept in a folder, or in memory for null.
    public RuntimeOptions storing(@Nullable Path folder) {
        return new RuntimeOptions(folder, network, retention, limits, overlay, calls, memory);
    }

    /// The same options with other rules for the network.
    public RuntimeOptions reaching(NetworkRules reached) {
        return new RuntimeOptions(stateFolder, reached, retention, limits, overlay, calls, memory);
    }

    /// The same options with other limits to what is kept.
    public RuntimeOptions keeping(Retention kept) {
        return new RuntimeOptions(stateFolder, network, kept, limits, overlay, calls, memory);
    }

    /// The same options with other limits.
    public RuntimeOptions limiting(Limits allowed) {
        return new RuntimeOptions(stateFolder, network, retention, allowed, overlay, calls, memory);
    }

    /// The same options with another value of one limit, in the limit's unit.
    public RuntimeOptions limiting(Limit limit, long value) {
        return limiting(limits.with(limit, value));
    }

    /// The same options with another overlay.
    public RuntimeOptions overlaid(Overlay another) {
        return new RuntimeOptions(stateFolder, network, retention, limits, another, calls, memory);
    }

    /// The same options with calls told by the tail, or not.
    public RuntimeOptions recording(Calls recorded) {
        return new RuntimeOptions(stateFolder, network, retention, limits, overlay, recorded, memory);
    }

    /// The same options with memory measured after each invocation, or not.
    public RuntimeOptions measuring(Memory measured) {
        return new RuntimeOptions(stateFolder, network, retention, limits, overlay, calls, measured);
    }

    /// Whether the tail tells of calls of bindings, between isolates, and to the network. A record costs its call some
    /// microseconds.
    public enum Calls {
        UNRECORDED,
        RECORDED,
        /// And of what requests to the network and their answers consist of: the first 64 KiB of each body are copied
        /// while they pass.
        RECORDED_WITH_CONTENT
    }

    /// When the memory of isolates is measured: that walks the heap of each, so that a result waits for some
    /// milliseconds, in a process that has just started for up to some hundred.
    public enum Memory {
        /// [RunningProject#isolates()] measures; results leave the memory unknown.
        ON_DEMAND,
        /// A result is complete when all isolates have been measured after it.
        AFTER_EACH_INVOCATION
    }
}
