package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.TraceSink;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.SharedEngine;
import dev.dynamicworkers.playground.core.network.HostResolver;
import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.worker.Limits;
import dev.dynamicworkers.playground.core.worker.Retention;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a project is run.
///
/// @param stateFolder where what outlives a run is kept, null for memory only
/// @param limits how much guest code may use
/// @param network who may reach the network
/// @param onInvocationEnd hears of every invocation that is over
/// @param additions what tests add to the configuration
/// @param retention how long dynamic workers stay that nobody uses
/// @param overlay what a person takes from the workers, at first
/// @param recordsCalls whether the trace tells of calls
/// @param onClosed runs once nothing of the state is open any more
public record HostSettings(
        SharedEngine engine,
        Project project,
        @Nullable Path stateFolder,
        Limits limits,
        NetworkRules network,
        TraceSink trace,
        WorkerInstance.InvocationListener onInvocationEnd,
        Additions additions,
        Retention retention,
        Overlay overlay,
        boolean recordsCalls,
        Runnable onClosed) {

    /// What the configuration file has no words for.
    ///
    /// @param loaderIds name spaces of loader bindings by binding; those of one id share their workers
    /// @param globalOutbound entrypoint of the parent that gets the parent's own requests, or null
    /// @param resolver finds the addresses of hosts
    public record Additions(
            Map<String, String> loaderIds, @Nullable String globalOutbound, HostResolver resolver) {
        public static final Additions NONE = new Additions(Map.of(), null);

        /// With the operating system's resolver.
        public Additions(Map<String, String> loaderIds, @Nullable String globalOutbound) {
            this(loaderIds, globalOutbound, HostResolver.SYSTEM);
        }
    }
}
