package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.host.overlay.GrantDesk;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.Outbound;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.modules.ModuleTable;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.WorkerCode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Starts the workers of folders: the project's own one and those that are paired with it. Used by the event loop's
/// thread alone.
final class ParentStarter {
    private static final String NETWORK = "the network, as its rules say";

    private final EventLoop loop;
    private final WorkerLauncher launcher;
    private final WorkerFolders folders;
    private final ProjectNetwork network;
    private final GrantDesk grants;
    private final HostSettings.Additions additions;
    private final Outbound outbound;

    /// @param outbound where the own worker's requests go
    ParentStarter(
            EventLoop loop,
            WorkerLauncher launcher,
            WorkerFolders folders,
            ProjectNetwork network,
            GrantDesk grants,
            HostSettings.Additions additions,
            Outbound outbound) {
        this.loop = loop;
        this.launcher = launcher;
        this.folders = folders;
        this.network = network;
        this.grants = grants;
        this.additions = additions;
        this.outbound = outbound;
    }

    /// Starts a worker of a folder.
    ///
    /// @return null when it runs, otherwise why it does not
    @Nullable
    Failure start(ProjectWorker worker, Consumer<WorkerInstance> ready) {
        if (!worker.hasCode()) {
            return Failure.of(
                    "Error",
                    "This project has no worker: it has no \"main\", and its assets answer requests alone.",
                    Failure.Remoteness.LOCAL);
        }
        WorkerCode code = ProjectCode.of(worker.project()).code();
        boolean isOwn = worker == folders.own();
        WorkerLauncher.Order order = new WorkerLauncher.Order(
                launcher.identity(IsolateSnapshot.Role.PARENT, worker.name(), worker.label(), null, code),
                code,
                new WorkerLauncher.Ways(
                        isOwn ? outbound : network.outbounds().network(),
                        isOwn ? reach() : NETWORK,
                        List.of(),
                        List.of(),
                        code.limits()),
                worker.entrypoint("default", null),
                ModuleTable.Resolution.BUNDLER);
        var around = new ParentBindings.Surroundings(loop, grants, folders::named, additions.loaderIds());
        return launcher.launch(
                order,
                instance -> {
                    folders.settle(instance, worker);
                    return ParentBindings.make(worker, instance, around);
                },
                ready);
    }

    /// Where requests of the parent go, for people.
    private String reach() {
        String interceptor = additions.globalOutbound();
        return interceptor != null ? "entrypoint " + interceptor : NETWORK;
    }
}
