package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.project.PlaygroundSettings;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.worker.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What all commands say about the project and how it runs.
final class ProjectOptions {
    private static final int MEGABYTE_SHIFT = 20;

    @Parameters(paramLabel = "DIR", description = "Folder of the project: the one that holds wrangler.jsonc.")
    private Path folder = Path.of(".");

    @Option(
            names = "--no-network",
            description = "Refuse requests to the network; those that a worker intercepts still go to it.")
    private boolean offline;

    @Option(
            names = "--cpu-ms",
            paramLabel = "N",
            description = "CPU time that one event may use, in milliseconds. Default: ${DEFAULT-VALUE}.")
    private long cpuMillis = RuntimeOptions.DEFAULT.cpuLimit().toMillis();

    @Option(
            names = "--memory-mb",
            paramLabel = "N",
            description = "Heap that one isolate may keep alive, in MiB. Default: ${DEFAULT-VALUE}.")
    private long memoryMegabytes = RuntimeOptions.DEFAULT.memoryLimitBytes() >> MEGABYTE_SHIFT;

    @Option(
            names = "--wait-until-ms",
            paramLabel = "N",
            description = "How long waitUntil() work may go on after the answer, in milliseconds. Default:"
                    + " ${DEFAULT-VALUE}.")
    private long waitUntilMillis = RuntimeOptions.DEFAULT.waitUntilLimit().toMillis();

    @Option(
            names = "--idle-workers",
            paramLabel = "N",
            description = "Named dynamic workers that may stay while nobody uses them. Default: what "
                    + PlaygroundSettings.FILE + " says, or 100.")
    private @Nullable Integer idleWorkers;

    @Option(
            names = "--idle-seconds",
            paramLabel = "N",
            description = "How long a named dynamic worker may stay while nobody uses it. Default: what "
                    + PlaygroundSettings.FILE + " says, or 600.")
    private @Nullable Integer idleSeconds;

    Path folder() {
        return folder;
    }

    /// Reads the project.
    ///
    /// @throws dev.dynamicworkers.playground.core.project.ProjectException when it can't run
    Project read() {
        return new ProjectReader().read(folder, Map.of());
    }

    /// Keeps state in the project's own folder.
    RuntimeOptions lasting() {
        return options(folder.resolve(".playground").resolve("state").toAbsolutePath());
    }

    /// Keeps state in memory.
    RuntimeOptions passing() {
        return options(null);
    }

    /// How long dynamic workers stay that nobody uses: as the command line says, or else the project.
    ///
    /// @throws dev.dynamicworkers.playground.core.project.ProjectException when the project's settings are wrong
    Retention retention() {
        var told = PlaygroundSettings.read(folder).retention();
        if ((idleWorkers != null && idleWorkers < 0) || (idleSeconds != null && idleSeconds < 0)) {
            throw new UsageException("--idle-workers and --idle-seconds want a number from 0 on");
        }
        return new Retention(
                told.unnamedKept(),
                idleWorkers == null ? told.namedKept() : idleWorkers,
                idleSeconds == null ? told.namedIdleTime() : Duration.ofSeconds(idleSeconds));
    }

    private RuntimeOptions options(@Nullable Path state) {
        if (cpuMillis < 1 || memoryMegabytes < 1) {
            throw new UsageException("--cpu-ms and --memory-mb want a number from 1 on");
        }
        if (waitUntilMillis < 0) {
            throw new UsageException("--wait-until-ms wants a number from 0 on");
        }
        var network = offline ? RuntimeOptions.Network.BLOCKED : RuntimeOptions.Network.OPEN;
        return new RuntimeOptions(state, Duration.ofMillis(cpuMillis), memoryMegabytes << MEGABYTE_SHIFT, network)
                .keeping(retention())
                .waiting(Duration.ofMillis(waitUntilMillis));
    }
}
