package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.worker.Retention;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a project is run.
///
/// @param stateFolder where caches and storage are kept, null for memory only
/// @param cpuLimit CPU time that one invocation may use, at least 1 ms
/// @param memoryLimitBytes heap that one isolate may retain, at least 1 MiB
/// @param network where requests go that no worker intercepts
/// @param retention how long dynamic workers stay that nobody uses
/// @param waitUntilLimit how long work given to `waitUntil()` may go on once the event is answered
public record RuntimeOptions(
        @Nullable Path stateFolder,
        Duration cpuLimit,
        long memoryLimitBytes,
        Network network,
        Retention retention,
        Duration waitUntilLimit) {
    /// How long the platform lets `waitUntil()` work go on.
    public static final Duration PLATFORM_WAIT_UNTIL = Duration.ofSeconds(30);

    /// What the platform's paid plan gives: 30 s of CPU time, 128 MiB; state in memory, network open.
    public static final RuntimeOptions DEFAULT = new RuntimeOptions(
            null, Duration.ofSeconds(30), 128L << 20, Network.OPEN, Retention.DEFAULT, PLATFORM_WAIT_UNTIL);

    /// With dynamic workers kept as [Retention#DEFAULT] says, and the platform's limit of `waitUntil()`.
    public RuntimeOptions(@Nullable Path stateFolder, Duration cpuLimit, long memoryLimitBytes, Network network) {
        this(stateFolder, cpuLimit, memoryLimitBytes, network, Retention.DEFAULT, PLATFORM_WAIT_UNTIL);
    }

    /// The same options with other limits to what is kept.
    public RuntimeOptions keeping(Retention kept) {
        return new RuntimeOptions(stateFolder, cpuLimit, memoryLimitBytes, network, kept, waitUntilLimit);
    }

    /// The same options with another limit of `waitUntil()`.
    public RuntimeOptions waiting(Duration limit) {
        return new RuntimeOptions(stateFolder, cpuLimit, memoryLimitBytes, network, retention, limit);
    }

    /// Whether requests may leave this machine's playground.
    public enum Network {
        OPEN,
        BLOCKED
    }
}
