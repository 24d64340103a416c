package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.api.GlobalScope;
import dev.dynamicworkers.playground.core.api.cache.CacheHostFunctions;
import dev.dynamicworkers.playground.core.api.cache.CacheStore;
import dev.dynamicworkers.playground.core.binding.BindingCalls;
import dev.dynamicworkers.playground.core.binding.durableobject.DurableObjectHostFunctions;
import dev.dynamicworkers.playground.core.binding.loader.LoaderHostFunctions;
import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.eventloop.ThreadEventLoop;
import dev.dynamicworkers.playground.core.host.overlay.FixtureHostFunctions;
import dev.dynamicworkers.playground.core.host.overlay.GrantDesk;
import dev.dynamicworkers.playground.core.host.overlay.GuardedBindings;
import dev.dynamicworkers.playground.core.host.overlay.GuardedStorage;
import dev.dynamicworkers.playground.core.host.overlay.WorkerViews;
import dev.dynamicworkers.playground.core.host.queue.QueueBroker;
import dev.dynamicworkers.playground.core.host.state.StateLocks;
import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.EventCall;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.IoHostFunctions;
import dev.dynamicworkers.playground.core.io.Outbound;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.limits.Condemnation;
import dev.dynamicworkers.playground.core.limits.CpuWatchdog;
import dev.dynamicworkers.playground.core.limits.IsolateAllowance;
import dev.dynamicworkers.playground.core.limits.MemoryGuard;
import dev.dynamicworkers.playground.core.modules.ModuleHostFunctions;
import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.rpc.RpcHostFunctions;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.util.AllowedTo;
import dev.dynamicworkers.playground.core.util.SerialExecutor;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One running project: its event loop, its parent worker, its dynamic workers, and what they share.
///
/// Made and closed on any thread; everything else runs on the event loop's thread.
@AllowedTo(
        value = AllowedTo.Rule.START_THREADS,
        reason = "blocking host work of one project runs on its virtual threads, which it ends")
public final class ProjectHost implements AutoCloseable {
    private final HostSettings settings;
    private final EventLoop loop;
    private final CpuWatchdog watchdog;
    private final MemoryGuard memory;
    private final ExecutorService hostExecutor;
    private final IsolatePool pool;
    private final WorkerStarter starter = new WorkerStarter();
    private final WorkerLauncher launcher;
    private final ProjectNetwork network;
    private final ParentStarter parents;
    private final DynamicWorkerHost dynamicWorkers;
    private final TailDelivery tails;
    private final WorkerRoster workers = new WorkerRoster();
    private final QuietWait quiet;
    private final SerialExecutor stores;
    private final WorkerFolders folders;
    private final ProjectWorker own;
    private final GrantDesk grants;
    private final WorkerViews views;
    private final QueueBroker queues;

    /// Starts a loop of its own; runs no guest code.
    public ProjectHost(HostSettings settings) {
        this(settings, new ThreadEventLoop(name(settings), settings.engine()::damaged));
    }

    /// @param loop that the project has to itself, and ends
    public ProjectHost(HostSettings settings, EventLoop loop) {
        this.settings = settings;
        this.loop = loop;
        String name = name(settings);
        dynamicWorkers = new DynamicWorkerHost(this, settings.retention());
        watchdog = new CpuWatchdog(name, settings.engine().turns());
        hostExecutor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + " io ", 0).factory());
        tails = new TailDelivery();
        quiet = new QuietWait(loop, () -> !hasLiveInvocations());
        network = new ProjectNetwork(
                loop,
                hostExecutor,
                settings.additions().resolver(),
                settings.project().secrets(),
                settings.network());
        grants = new GrantDesk(
                loop, settings.project().secrets()::mask, new GrantQuestions(network.questions()), settings.overlay());
        stores = new SerialExecutor(hostExecutor);
        views = new WorkerViews(grants);
        var shared = new ProjectWorker.Shared(
                loop, settings.limits(), hostExecutor, stores, this::tellNotice, this::startParent);
        folders = new WorkerFolders(settings.project(), settings.stateFolder(), shared);
        own = folders.own();
        memory = new MemoryGuard(name, settings.limits().memoryBytes(), this::sharedBytes);
        pool = new IsolatePool(
                settings.engine(), loop, watchdog, allowance(settings.limits()), hostExecutor, hostFunctions());
        launcher = new WorkerLauncher(pool, memory, surroundings(), starter, workers, views, dynamicWorkers::lost);
        queues = folders.makeQueues(shared, this::tellQuiet);
        String interceptor = settings.additions().globalOutbound();
        Outbound outbound = interceptor == null
                ? network.outbounds().network()
                : network.outbounds().intercepted(parentEntrypoint(interceptor));
        parents = new ParentStarter(loop, launcher, folders, network, grants, settings.additions(), outbound);
        loop.post(() -> folders.forEach(each -> each.durableObjects().resume()));
    }

    private static IsolateAllowance allowance(Limits limits) {
        return new IsolateAllowance(limits.nanos(Limit.START_CPU), limits.get(Limit.OPERATIONS), limits.memoryBytes());
    }

    private static String name(HostSettings settings) {
        return "worker " + settings.project().config().name();
    }

    private WorkerInstance.Surroundings surroundings() {
        return new WorkerInstance.Surroundings(
                new AtomicLong(),
                settings.limits(),
                settings.recordsCalls() ? grants.recording(settings.trace()) : settings.trace(),
                new Listener());
    }

    /// Tells a sentence about the project's state, as a note of the parent's isolate. Safe on any thread.
    private void tellNotice(String text) {
        loop.post(() -> settings.trace().accept(new TailEvent.Note(new IsolateId(1), Instant.now(), text)));
    }

    /// What the project does around every invocation.
    private final class Listener implements WorkerInstance.InvocationListener {
        @Override
        public void began(InvocationContext invocation) {
            TailStreams.begin(invocation);
        }

        @Override
        public void ended(InvocationContext invocation, EventOutcome outcome) {
            tails.deliver(invocation, outcome);
            settings.onInvocationEnd().ended(invocation, outcome);
            dynamicWorkers.workEnded(invocation.worker());
            tellQuiet();
        }

        @Override
        public void objectEnded(WorkerInstance worker) {
            dynamicWorkers.workEnded(worker);
        }
    }

    private HostFunctions hostFunctions() {
        HostFunctions table = new HostFunctions();
        IoHostFunctions.register(table);
        RpcHostFunctions.register(table);
        LoaderHostFunctions.register(table, dynamicWorkers, network.outbounds()::intercepted);
        DurableObjectHostFunctions.register(
                table,
                instance -> {
                    ProjectWorker home = folders.home(instance);
                    return home == null ? null : home.durableObjects();
                },
                new GuardedStorage(grants, (instance, className) -> {
                    ProjectWorker home = folders.home(instance);
                    return home == null ? null : home.bindingOf(className);
                }));
        BindingHost.register(table, new BindingCalls(new GuardedBindings(grants), stores));
        ModuleHostFunctions.register(table, call -> workers.modulesOf(WorkerInstance.of(call.isolate())));
        starter.register(table);
        FixtureHostFunctions.register(table, grants);
        GlobalScope.register(table);
        CacheHostFunctions.register(table, InstantSource.system(), this::cacheOf);
        return table;
    }

    /// Dynamic workers have no cache, as those of the reference runtime without a cache service.
    private Optional<CacheStore> cacheOf(Isolate isolate) {
        return Optional.ofNullable(folders.home(WorkerInstance.of(isolate))).map(ProjectWorker::cache);
    }

    public EventLoop loop() {
        return loop;
    }

    /// Takes part in holding the state of a project and of those that are paired with it, where they keep any.
    ///
    /// @return lets go of it
    public static Runnable hold(StateLocks locks, Project project, @Nullable Path stateFolder) {
        return WorkerFolders.hold(locks, project, stateFolder);
    }

    /// Answers a question about the project's stores. Safe on any thread.
    public CompletableFuture<StateAnswer> state(StateQuery query) {
        return own.bindings().state(query);
    }

    /// Hands messages of queues to their consumers.
    public QueueBroker queues() {
        return queues;
    }

    /// What workers reach of the world outside.
    public ProjectNetwork network() {
        return network;
    }

    /// Where blocking host work runs.
    public ExecutorService hostExecutor() {
        return hostExecutor;
    }

    // ---- workers ----

    /// An entrypoint of the parent worker.
    public EntrypointChannel parentEntrypoint(String name) {
        return own.entrypoint(name, null);
    }

    /// An entrypoint of the parent worker with props.
    ///
    /// @param props JSON of an object, null for none
    public EntrypointChannel parentEntrypoint(String name, @Nullable String props) {
        return own.entrypoint(name, props == null ? null : Payload.ofJson(props));
    }

    /// Where requests from outside go: to the parent worker, and to the assets before or instead of it.
    public ServiceChannel front() {
        return own.front();
    }

    /// Whether requests from outside may be answered without the parent worker.
    public boolean hasAssets() {
        return own.assets() != null;
    }

    /// Rings the alarm of an object of the parent now.
    ///
    /// @param binding of the object's namespace
    /// @param object its name or id, null for the one whose alarm is due next
    public void ringAlarm(String binding, @Nullable String object, EventCall call) {
        for (BindingDeclaration each : settings.project().config().bindings()) {
            if (each instanceof BindingDeclaration.DurableObject declared
                    && declared.name().equals(binding)) {
                ProjectWorker home = declared.script() == null ? own : folders.named(declared.script());
                if (home == null) {
                    call.fail(MissingWorker.object(declared.className(), String.valueOf(declared.script())));
                } else {
                    home.durableObjects().ringNow(declared.className(), object, call);
                }
                return;
            }
        }
        call.fail(Failure.of(
                "Error", "The project has no Durable Object binding '" + binding + "'.", Failure.Remoteness.LOCAL));
    }

    /// Hands over the parent worker once it runs.
    public void whenParentReady(Consumer<WorkerInstance> ready, Consumer<Failure> failed) {
        own.channel().whenReady(ready, failed);
    }

    private @Nullable Failure startParent(ProjectWorker worker, Consumer<WorkerInstance> ready) {
        return parents.start(worker, ready);
    }

    /// What guest code of the project may use.
    public Limits limits() {
        return settings.limits();
    }

    /// Why no further isolate may be made, or null.
    @Nullable
    Failure refusedIsolate() {
        int living = workers.count();
        return living < settings.limits().get(Limit.ISOLATES)
                ? null
                : Failure.of(
                        "Error",
                        "Too many workers: " + living + " isolates of this project live already (limit: isolates)."
                                + " Let go of stubs of dynamic workers that are not needed any more.",
                        Failure.Remoteness.LOCAL);
    }

    /// Decides about what `env` gives.
    public GrantDesk grants() {
        return grants;
    }

    /// What an isolate runs, empty when there is none of that number.
    public Optional<WorkerView> view(IsolateId isolate) {
        ResourceLimits limits = new ResourceLimits(
                settings.limits().get(Limit.CPU), settings.limits().get(Limit.SUBREQUESTS));
        return instances().stream()
                .filter(instance -> instance.id().equals(isolate))
                .findFirst()
                .flatMap(instance -> views.of(instance, limits));
    }

    /// Tells of each worker whose code is there and is about to run, on the event loop's thread.
    public void watchCode(Consumer<WorkerInstance> watch) {
        starter.watchCode(watch);
    }

    /// Starts and ends workers.
    WorkerLauncher launcher() {
        return launcher;
    }

    /// What all isolates share, in bytes. Safe on any thread.
    ///
    /// @return -1 when this runtime can't measure
    public long sharedBytes() {
        return pool.sharedBytes();
    }

    /// All isolates, oldest first, those that ended lately included.
    public List<WorkerInstance> instances() {
        return workers.all();
    }

    /// How much there is of what must not grow for ever.
    ///
    /// @param isolates that live
    /// @param modules tables of modules, one for each isolate that lives
    /// @param handles numbers that the isolates have for objects of the host
    /// @param timers that wait
    /// @param names loader ids that are taken
    public record Census(int isolates, int modules, int handles, int timers, int names) {}

    /// Counts what there is.
    public Census census() {
        List<WorkerInstance> living = workers.living();
        return new Census(
                living.size(),
                workers.moduleTables(),
                living.stream()
                        .mapToInt(each -> each.isolate().handles().size())
                        .sum(),
                loop.waitingTimers(),
                dynamicWorkers.names().size());
    }

    /// Whether anything runs or is about to, apart from invocations that wait at an open web socket.
    public boolean hasLiveInvocations() {
        return queues.isSettling()
                || workers.all().stream()
                        .flatMap(instance -> instance.invocations().stream())
                        .anyMatch(invocation -> !invocation.isAtSocket());
    }

    /// Does something once nothing runs any more.
    public void whenQuiet(Runnable action) {
        quiet.await(action);
    }

    /// Looks whether those who wait for quiet can go on.
    public void tellQuiet() {
        quiet.look();
    }

    // ---- the end of things ----

    /// Ends all live invocations; isolates that do not yield are condemned by [#interrupt].
    public void cancelAll() {
        queues.rest();
        for (WorkerInstance instance : instances()) {
            for (InvocationContext invocation : instance.invocations()) {
                invocation.cancel(EventOutcome.CANCELED);
            }
        }
        folders.forEach(each -> each.channel().unwanted());
    }

    /// Ends the turn that runs, and its isolate. Safe on any thread.
    public void interrupt(String reason) {
        watchdog.interrupt(new Condemnation(EventOutcome.CANCELED, reason));
    }

    /// Drops all isolates, so that the next invocation starts cold.
    public void reset() {
        queues.rest();
        folders.forEach(each -> each.durableObjects().reset());
        launcher.evictAll("reset");
        dynamicWorkers.forgetAll();
        folders.forEach(ProjectWorker::restart);
    }

    /// Ends a dynamic worker that does nothing in this moment.
    ///
    /// @return whether there was such a worker
    public boolean evict(IsolateId isolate) {
        return dynamicWorkers.evict(isolate);
    }

    /// Ends a worker whatever it does, as a limit would. Safe on any thread.
    ///
    /// @return whether there was such a worker
    public boolean kill(IsolateId isolate, String reason) {
        WorkerInstance instance = workers.alive(isolate);
        if (instance == null) {
            return false;
        }
        instance.isolate().condemn(new Condemnation(EventOutcome.CANCELED, reason));
        return true;
    }

    /// Forgets a loader id in all loaders.
    ///
    /// @return how many knew it
    public int forget(String name) {
        return dynamicWorkers.forget(name);
    }

    @Override
    public void close() {
        loop.post(() -> {
            reset();
            folders.close();
            settings.onClosed().run();
            pool.close();
            loop.close();
            // Last: invocations that end here still tell their listeners on it.
            hostExecutor.shutdownNow();
        });
        watchdog.close();
        memory.close();
        network.close();
    }
}
