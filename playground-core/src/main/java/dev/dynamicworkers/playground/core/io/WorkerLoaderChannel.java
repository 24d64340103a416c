package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import dev.dynamicworkers.playground.core.worker.WorkerCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a Worker Loader binding can ask the host for. Runs on the event loop's thread.
public interface WorkerLoaderChannel {
    /// A dynamic worker whose code is still to come.
    ///
    /// @param loader number of the loader binding's name space
    /// @param name loader id, null for an anonymous worker
    /// @param creator the worker that asks
    /// @return the worker, and whether it is new and so needs code
    Loaded get(int loader, @Nullable String name, WorkerInstance creator);

    /// An answer of [#get].
    record Loaded(DynamicWorker worker, boolean needsCode) {}

    /// One stub of a dynamic worker, on its way into life or in it. The worker is in use until the stub is released.
    interface DynamicWorker extends WorkerChannel, Held {
        /// Its code is there: it starts.
        void provide(Setup setup);

        /// Its code will never come.
        void fail(Failure failure);
    }

    /// What a dynamic worker is made of.
    ///
    /// @param env null for an empty one
    /// @param outbound where its requests go; null for nowhere
    record Setup(
            WorkerCode code,
            @Nullable Payload env,
            @Nullable Outbound outbound,
            List<EntrypointChannel> tails,
            List<EntrypointChannel> streamingTails) {}

    /// Limits in two numbers, -1 each for none.
    static ResourceLimits limits(long cpuMillis, long subrequests) {
        return new ResourceLimits(cpuMillis, subrequests);
    }
}
