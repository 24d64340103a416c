package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.host.overlay.GrantedEnv;
import dev.dynamicworkers.playground.core.host.overlay.WorkerViews;
import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.Outbound;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.limits.Condemnation;
import dev.dynamicworkers.playground.core.limits.MemoryGuard;
import dev.dynamicworkers.playground.core.modules.ModuleTable;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import dev.dynamicworkers.playground.core.worker.WorkerCode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes the workers of a project and takes them away: an isolate for each, its ways out and its code.
/// Runs on the event loop's thread.
final class WorkerLauncher {
    private final AtomicLong isolateNumbers = new AtomicLong();
    private final IsolatePool pool;
    private final MemoryGuard memory;
    private final WorkerInstance.Surroundings surroundings;
    private final WorkerStarter starter;
    private final WorkerRoster roster;
    private final WorkerViews views;
    private final Consumer<WorkerInstance> onLost;

    /// A worker to be made.
    ///
    /// @param self its default entrypoint, for stubs of its own exports
    record Order(
            WorkerInstance.Identity identity,
            WorkerCode code,
            Ways ways,
            EntrypointChannel self,
            ModuleTable.Resolution resolution) {}

    /// Ways out of a worker, and its limits.
    ///
    /// @param reach where its requests go, in a few words
    record Ways(
            Outbound outbound,
            String reach,
            List<EntrypointChannel> tails,
            List<EntrypointChannel> streamingTails,
            ResourceLimits limits) {}

    /// @param onLost hears of workers whose isolate came to an end that nobody asked for
    WorkerLauncher(
            IsolatePool pool,
            MemoryGuard memory,
            WorkerInstance.Surroundings surroundings,
            WorkerStarter starter,
            WorkerRoster roster,
            WorkerViews views,
            Consumer<WorkerInstance> onLost) {
        this.pool = pool;
        this.memory = memory;
        this.surroundings = surroundings;
        this.starter = starter;
        this.roster = roster;
        this.views = views;
        this.onLost = onLost;
    }

    /// A new worker's identity.
    ///
    /// @param name loader id, or the project's own; null for an anonymous dynamic worker
    /// @param creator the worker that loads it, null for the parent
    WorkerInstance.Identity identity(
            IsolateSnapshot.Role role,
            @Nullable String name,
            String label,
            @Nullable WorkerInstance creator,
            WorkerCode code) {
        return new WorkerInstance.Identity(
                new IsolateId(isolateNumbers.incrementAndGet()),
                role,
                name,
                label,
                creator == null ? null : creator.id(),
                new HashSet<>(code.compatibilityFlags()));
    }

    /// Makes a worker and evaluates its main module.
    ///
    /// @param bindings makes what goes into its `env`
    /// @param ready gets the worker that runs
    /// @return null when it runs, otherwise why it does not
    @Nullable
    Failure launch(Order order, Function<WorkerInstance, Bindings> bindings, Consumer<WorkerInstance> ready) {
        IsolatePool.Primed primed = pool.take();
        WorkerInstance instance = join(order, primed);
        Bindings given = bindings.apply(instance);
        GrantedEnv env = views.make(instance, order.code, given.values(), given.objects(), order.ways.reach);
        Failure failure = starter.start(instance, primed, order.code, env, order.resolution);
        if (failure != null) {
            instance.failedToStart(failure.error().message());
            instance.reportError(failure.error());
            instance.isolate().dispose();
            roster.ended(instance);
            return failure;
        }
        instance.started();
        ready.accept(instance);
        return null;
    }

    private WorkerInstance join(Order order, IsolatePool.Primed primed) {
        Ways ways = order.ways;
        WorkerInstance instance = new WorkerInstance(
                order.identity, primed.isolate(), surroundings, ways.outbound, ways.tails, ways.limits);
        instance.setSelf(order.self);
        instance.setStreamingTails(ways.streamingTails);
        roster.add(instance, primed.modules());
        primed.isolate().guard(memory);
        primed.isolate().attach(instance, instance.label(), () -> lost(instance));
        instance.emit(new TailEvent.IsolateStarted(instance.id(), Instant.now(), instance.snapshot(null, null)));
        return instance;
    }

    private void lost(WorkerInstance instance) {
        Condemnation reason = instance.isolate().condemnation();
        instance.lost(reason == null ? new Condemnation(EventOutcome.INTERNAL_ERROR, "The isolate ended.") : reason);
        onLost.accept(instance);
        roster.ended(instance);
    }

    /// Ends a worker that nobody uses.
    void evict(WorkerInstance instance, String reason) {
        instance.evict(reason);
        roster.ended(instance);
    }

    /// Ends all workers.
    void evictAll(String reason) {
        List<WorkerInstance> living = roster.living();
        living.forEach(instance -> instance.evict(reason));
        roster.ended(living);
    }
}
