package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.api.cache.CacheStore;
import dev.dynamicworkers.playground.core.api.cache.InMemoryCacheStore;
import dev.dynamicworkers.playground.core.api.cache.SqliteCacheStore;
import dev.dynamicworkers.playground.core.binding.durableobject.DurableObjectHost;
import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.host.assets.AssetService;
import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.DurableObjectClasses;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.StaticAssets;
import dev.dynamicworkers.playground.core.worker.Limits;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A worker that comes from a folder: the project's own, or one that is paired with it. It has its own code, bindings,
/// objects, assets and state, and shares all else with the project that runs. Made and closed on any thread; everything
/// else runs on the event loop's thread.
final class ProjectWorker implements AutoCloseable {
    /// What the caches of one worker may hold.
    private static final long CACHE_BYTES = 64L << 20;

    private final Project project;
    private final int number;
    private final ParentWorker channel;
    private final BindingHost bindings;
    private final DurableObjectHost durableObjects;
    private final @Nullable AssetService assets;
    private final CacheStore cache;

    /// What all workers of a run share.
    ///
    /// @param hostExecutor runs what blocks
    /// @param stores runs the work of all stores, one task after the other
    /// @param notices hears in a sentence of what a user should know
    /// @param start makes the isolate of a worker and hands it over, or says why not
    record Shared(
            EventLoop loop,
            Limits limits,
            Executor hostExecutor,
            Executor stores,
            Consumer<String> notices,
            BiFunction<ProjectWorker, Consumer<WorkerInstance>, @Nullable Failure> start) {}

    /// @param number 0 for the project's own
    /// @param stateFolder where what outlives a run is kept, null for memory only
    /// @param quotas what it may store there, together with other workers
    ProjectWorker(Project project, int number, @Nullable Path stateFolder, StorageQuotas quotas, Shared shared) {
        this.project = project;
        this.number = number;
        channel = new ParentWorker(shared.loop, ready -> shared.start.apply(this, ready));
        bindings = new BindingHost(project, stateFolder, quotas.stores(), shared.stores, shared.notices);
        DurableObjectClasses classes = DurableObjectClasses.of(project.config());
        Path objects = stateFolder == null ? null : StorageQuotas.objectsOf(stateFolder);
        durableObjects = new DurableObjectHost(
                shared.loop,
                objects,
                quotas.objects(),
                new DurableObjectHost.Declarations(project.config().name(), classes.names(), classes.sqlite()),
                () -> channel);
        StaticAssets declared = project.config().assets();
        assets = declared == null
                ? null
                : new AssetService(
                        declared,
                        project.folder().resolve(declared.directory()),
                        ProjectCode.flags(project.config()),
                        shared.loop,
                        shared.hostExecutor,
                        shared.notices);
        cache = stateFolder == null
                ? new InMemoryCacheStore(InstantSource.system(), CACHE_BYTES)
                : new SqliteCacheStore(
                        stateFolder.resolve("cache").resolve("cache.sqlite"), InstantSource.system(), CACHE_BYTES);
    }

    Project project() {
        return project;
    }

    String name() {
        return project.config().name();
    }

    /// What people call it, and by which rules of the overlay and the network it goes.
    String label() {
        if (number == 0) {
            return WorkerInstance.OWN_LABEL;
        }
        return name().equals(WorkerInstance.OWN_LABEL) ? name() + " (paired)" : name();
    }

    /// Its place among the workers of the run, 0 for the project's own.
    int number() {
        return number;
    }

    ParentWorker channel() {
        return channel;
    }

    BindingHost bindings() {
        return bindings;
    }

    DurableObjectHost durableObjects() {
        return durableObjects;
    }

    /// The key of `env` under which a class has its namespace, null when no binding declares it.
    @Nullable
    String bindingOf(String className) {
        for (BindingDeclaration each : project.config().bindings()) {
            if (each instanceof BindingDeclaration.DurableObject object
                    && object.className().equals(className)
                    && (object.script() == null || object.script().equals(name()))) {
                return object.name();
            }
        }
        return null;
    }

    @Nullable
    AssetService assets() {
        return assets;
    }

    CacheStore cache() {
        return cache;
    }

    boolean hasCode() {
        return !project.config().main().isEmpty();
    }

    /// An entrypoint.
    EntrypointChannel entrypoint(String name, @Nullable Payload props) {
        return new EntrypointChannel(channel, name, props, ResourceLimits.NONE);
    }

    /// Where requests from outside go: to the worker, and to the assets before or instead of it.
    ServiceChannel front() {
        EntrypointChannel worker = entrypoint("default", null);
        return assets == null ? worker : assets.before(hasCode() ? worker : null);
    }

    /// Ends the worker and its objects; the next event finds fresh ones.
    void restart() {
        channel.restart();
    }

    @Override
    public void close() {
        durableObjects.close();
        cache.close();
        bindings.close();
    }
}
