package dev.dynamicworkers.playground.core.trace;

import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.WorkerCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an isolate really runs: the code it was made of, and what its `env` and limits are under the overlay now.
///
/// @param label short name of the isolate for people
/// @param code modules, compatibility settings and limits as the code says them; where there are more than 4 MiB of
///     it, long modules are cut
/// @param env all keys that the code gives, in order
/// @param globalOutbound where `fetch()` goes, in a few words
/// @param tails entrypoints that hear of its invocations, in a few words each
/// @param limits in force for its invocations
public record WorkerView(
        IsolateId isolate,
        String label,
        WorkerCode code,
        List<EnvEntry> env,
        String globalOutbound,
        List<String> tails,
        List<LimitInForce> limits) {
    public WorkerView {
        env = List.copyOf(env);
        tails = List.copyOf(tails);
        limits = List.copyOf(limits);
    }

    /// One key of `env`.
    ///
    /// @param kind `text`, `json`, `secret`, `service`, `loader`, `durable object`, or what can not be run here
    /// @param value plain values as JSON, clipped and with secrets masked; else what it refers to, in a few words
    /// @param mode the overlay's word for it: `on`, `off`, `read-only`, `ask`, `fixture`
    /// @param rule the line of the overlay that says so, null for none
    /// @param note what the mode does not reach in this isolate, null for nothing: a value that it has already
    /// @param props `ctx.props` of calls through it, close to JSON, clipped and with secrets masked; null for none
    public record EnvEntry(
            String name,
            String kind,
            String value,
            String mode,
            @Nullable String rule,
            @Nullable String note,
            @Nullable String props) {
        /// A key without props.
        public EnvEntry(
                String name, String kind, String value, String mode, @Nullable String rule, @Nullable String note) {
            this(name, kind, value, mode, rule, note, null);
        }
    }

    /// One limit of each invocation.
    ///
    /// @param name `cpuMs` or `subRequests`
    /// @param value in the name's unit, -1 for none
    /// @param setBy who set it, in a few words: the code, the configuration (of a parent), the overlay, the project
    public record LimitInForce(String name, long value, String setBy) {}
}
