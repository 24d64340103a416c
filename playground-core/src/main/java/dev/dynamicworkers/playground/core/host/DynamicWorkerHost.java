package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.Outbound;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.io.WorkerLoaderChannel;
import dev.dynamicworkers.playground.core.modules.ModuleTable;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import dev.dynamicworkers.playground.core.worker.Retention;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Dynamic workers of a project: those with a name are kept per loader, failed ones included, as workerd does.
///
/// A worker is in use while guest code has a stub of it, while it serves an invocation or an object lives in it. One
/// that is not in use is kept for a while ([Retention]). Runs on the event loop's thread.
final class DynamicWorkerHost implements WorkerLoaderChannel {
    private final ProjectHost project;
    private final IdleWorkers<Worker> idle;
    private final Map<Integer, Map<String, Worker>> named = new HashMap<>();
    private final Map<WorkerInstance, Worker> running = new HashMap<>();
    // Kept when all names are forgotten: it is then that the other code is seen.
    private final CodeOfNames codes = new CodeOfNames();
    private int anonymous;

    DynamicWorkerHost(ProjectHost project, Retention retention) {
        this.project = project;
        idle = new IdleWorkers<>(project.loop(), retention, Worker::evict);
    }

    @Override
    public Loaded get(int loader, @Nullable String name, WorkerInstance creator) {
        project.grants().useLoader(loader, name, creator);
        if (name == null) {
            return new Loaded(new Worker(loader, null, creator).hold(Role.PROVIDER), /* needsCode= */ true);
        }
        Map<String, Worker> workers = named.computeIfAbsent(loader, key -> new LinkedHashMap<>());
        Worker known = workers.get(name);
        if (known != null && !known.isLost()) {
            return new Loaded(known.hold(Role.USER), /* needsCode= */ false);
        }
        Worker made = new Worker(loader, name, creator);
        workers.put(name, made);
        return new Loaded(made.hold(Role.PROVIDER), /* needsCode= */ true);
    }

    /// Forgets all names, so that the next `get()` of each loads anew.
    void forgetAll() {
        named.clear();
        running.clear();
        idle.clear();
    }

    /// Forgets a name in all loaders: the next `get()` of it loads anew. Who has a stub keeps the worker that there
    /// was.
    ///
    /// @return how many workers had the name
    int forget(String name) {
        int forgotten = 0;
        for (Map<String, Worker> workers : named.values()) {
            Worker worker = workers.remove(name);
            if (worker != null) {
                forgotten++;
                worker.forgetName();
            }
        }
        return forgotten;
    }

    /// Ends a worker that does nothing in this moment; the next `get()` of its name loads anew, stubs of it fail.
    ///
    /// @return whether there was such a worker
    boolean evict(IsolateId isolate) {
        for (Worker worker : List.copyOf(running.values())) {
            WorkerInstance instance = worker.instance();
            if (instance != null && instance.id().equals(isolate) && !instance.isInUse()) {
                idle.remove(worker);
                worker.evict("evicted by you");
                return true;
            }
        }
        return false;
    }

    /// Something that a worker did is over: an invocation, or the life of an object.
    void workEnded(WorkerInstance instance) {
        Worker worker = running.get(instance);
        if (worker != null) {
            worker.checkLater();
        }
    }

    /// A worker is gone.
    void lost(WorkerInstance instance) {
        Worker worker = running.remove(instance);
        if (worker != null) {
            idle.remove(worker);
            worker.leaveName();
        }
    }

    /// What the holder of a stub is to the worker.
    private enum Role {
        /// It brings the code.
        PROVIDER,
        USER
    }

    /// One dynamic worker.
    private final class Worker extends PendingWorker {
        private final int loader;
        private final WorkerInstance creator;
        private final @Nullable String name;
        private int holds;
        private boolean hasCode;
        private boolean isForgotten;

        Worker(int loader, @Nullable String name, WorkerInstance creator) {
            this.loader = loader;
            this.name = name;
            this.creator = creator;
        }

        boolean isLost() {
            WorkerInstance instance = instance();
            return instance != null
                    && switch (instance.state()) {
                        case KILLED, EVICTED -> true;
                        default -> false;
                    };
        }

        /// Somebody has a stub of it.
        Hold hold(Role role) {
            idle.remove(this);
            holds++;
            return new Hold(this, role);
        }

        void released(Role role) {
            holds--;
            if (role == Role.PROVIDER && !hasCode) {
                // Nobody is left who could bring the code.
                failed(Failure.of(
                        "Error",
                        "The execution context responding to this call was canceled.",
                        Failure.Remoteness.LOCAL));
            }
            checkLater();
        }

        void forgetName() {
            isForgotten = true;
            idle.remove(this);
            checkLater();
        }

        /// Looks whether it is still in use, after what runs now and what follows from it.
        void checkLater() {
            project.loop().post(() -> {
                if (holds > 0 || isLost() || isStarting()) {
                    return;
                }
                WorkerInstance instance = instance();
                if (instance != null && instance.isInUse()) {
                    return;
                }
                idle.remove(this);
                if (name != null && !isForgotten) {
                    idle.addNamed(this);
                } else if (instance != null) {
                    idle.addUnnamed(this);
                }
            });
        }

        /// Gives the name free for another worker.
        void leaveName() {
            Map<String, Worker> names = named.get(loader);
            if (name != null && names != null) {
                names.remove(name, this);
            }
        }

        private boolean isStarting() {
            return instance() == null && !hasFailed();
        }

        void evict(String reason) {
            WorkerInstance instance = instance();
            leaveName();
            if (instance != null && !instance.isGone() && !instance.isInUse()) {
                running.remove(instance);
                project.launcher().evict(instance, reason);
            }
        }

        @Override
        void wanted() {
            // It starts when its code comes.
        }

        void provide(Setup setup, DynamicWorker self) {
            hasCode = true;
            project.grants()
                    .whenLoaderAllows(
                            loader, creator, name, () -> project.loop().post(() -> start(setup, self)), this::fail);
        }

        private void start(Setup setup, DynamicWorker self) {
            String label = name != null ? name : "dynamic#" + ++anonymous;
            String remark = name == null ? null : codes.changed(loader, name, setup.code());
            if (remark != null) {
                creator.emit(new TailEvent.Note(creator.id(), Instant.now(), remark));
            }
            WorkerLauncher launcher = project.launcher();
            Outbound outbound = setup.outbound();
            String reach = outbound == null
                    ? "nowhere: globalOutbound is null"
                    : outbound == creator.outbound() ? "where those of " + creator.label() + " go" : "a service";
            WorkerLauncher.Order order = new WorkerLauncher.Order(
                    launcher.identity(IsolateSnapshot.Role.DYNAMIC, name, label, creator, setup.code()),
                    setup.code(),
                    new WorkerLauncher.Ways(
                            outbound == null ? project.network().outbounds().denied() : outbound,
                            reach,
                            setup.tails(),
                            setup.streamingTails(),
                            setup.code().limits()),
                    new EntrypointChannel(self, "default", null, ResourceLimits.NONE),
                    ModuleTable.Resolution.EXACT);
            Bindings env = new Bindings(setup.env(), null);
            Failure refused = project.refusedIsolate();
            while (refused != null && idle.evictOldest()) {
                refused = project.refusedIsolate();
            }
            Failure failure = refused != null ? refused : launcher.launch(order, instance -> env, this::began);
            if (failure != null) {
                failed(failure);
                checkLater();
            }
        }

        private void began(WorkerInstance instance) {
            running.put(instance, this);
            ready(instance);
            checkLater();
        }

        void fail(Failure failure) {
            hasCode = true;
            failed(failure);
            checkLater();
        }
    }

    /// One stub of a worker.
    private static final class Hold implements DynamicWorker {
        private final Worker worker;
        private final Role role;
        private boolean isReleased;

        Hold(Worker worker, Role role) {
            this.worker = worker;
            this.role = role;
        }

        @Override
        public void whenReady(Consumer<WorkerInstance> ready, Consumer<Failure> failed) {
            worker.whenReady(ready, failed);
        }

        @Override
        public void provide(Setup setup) {
            worker.provide(setup, this);
        }

        @Override
        public void fail(Failure failure) {
            worker.fail(failure);
        }

        @Override
        public void release() {
            if (!isReleased) {
                isReleased = true;
                worker.released(role);
            }
        }
    }

    /// Names that are taken, for people.
    List<String> names() {
        return named.values().stream().flatMap(each -> each.keySet().stream()).toList();
    }
}
