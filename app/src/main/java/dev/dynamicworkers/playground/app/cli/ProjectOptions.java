package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.project.ConfigProblem;
import dev.dynamicworkers.playground.core.project.NetworkRulesReader;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import dev.dynamicworkers.playground.core.project.PlaygroundSettings;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.project.network.HostPattern;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import dev.dynamicworkers.playground.core.worker.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What all commands say about the project and how it runs.
final class ProjectOptions {
    @Parameters(paramLabel = "DIR", description = "Folder of the project: the one that holds wrangler.jsonc.")
    private Path folder = Path.of(".");

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME",
            description = "Environment of the configuration (env.NAME). Default: its top level.")
    private @Nullable String environment;

    @Option(
            names = "--with",
            paramLabel = "DIR",
            description = "Run the worker of another project folder beside this one, for bindings that name it. May be"
                    + " repeated; " + PlaygroundFile.NAME + " may name folders, too (\"services\").")
    private List<Path> paired = List.of();

    @Option(
            names = "--network",
            paramLabel = "MODE",
            description = "What happens to requests that no rule decides: blocked, ask, rules or open. Default: what "
                    + NetworkRulesReader.FILE + " says, or blocked. What a worker intercepts still goes to it.")
    private @Nullable String networkMode;

    @Option(
            names = "--allow",
            paramLabel = "HOST[:PORT]",
            description = "Let requests to this host out, also when it is a private address that is named here:"
                    + " api.example.com, *.example.com, localhost:8080. May be repeated.")
    private List<String> allowed = List.of();

    @Option(names = "--ephemeral", description = "Keep state in memory, and forget it at the end; test always does.")
    private boolean ephemeral;

    @Option(names = "--no-network", description = "The same as --network blocked.")
    private boolean offline;

    @Option(
            names = "--limits",
            paramLabel = "PRESET",
            description = "What guest code may use: strict, free, lesson or paid, as docs/guide/limits.md lists them."
                    + " Default: ${DEFAULT-VALUE}.")
    private String preset = Limits.Preset.PAID.toString();

    @Option(
            names = "--limit",
            paramLabel = "KEY=N",
            description = "Another value for one limit, such as responseMb=50; may be given several times. Keys:"
                    + " docs/guide/limits.md.")
    private Map<String, Long> single = new LinkedHashMap<>();

    @Option(
            names = "--cpu-ms",
            paramLabel = "N",
            description = "CPU time that one event may use, in milliseconds: --limit cpuMs=N.")
    private @Nullable Long cpuMillis;

    @Option(
            names = "--memory-mb",
            paramLabel = "N",
            description = "Heap that one isolate may keep alive, in MiB: --limit memoryMb=N.")
    private @Nullable Long memoryMegabytes;

    @Option(
            names = "--wait-until-ms",
            paramLabel = "N",
            description = "How long waitUntil() work may go on after the answer, in milliseconds: --limit"
                    + " waitUntilMs=N.")
    private @Nullable Long waitUntilMillis;

    @Option(
            names = "--idle-workers",
            paramLabel = "N",
            description = "Named dynamic workers that may stay while nobody uses them. Default: what "
                    + PlaygroundFile.NAME + " says, or 100.")
    private @Nullable Integer idleWorkers;

    @Option(
            names = "--idle-seconds",
            paramLabel = "N",
            description = "How long a named dynamic worker may stay while nobody uses it. Default: what "
                    + PlaygroundFile.NAME + " says, or 600.")
    private @Nullable Integer idleSeconds;

    Path folder() {
        return folder;
    }

    /// Reads the project.
    ///
    /// @throws dev.dynamicworkers.playground.core.project.ProjectException when it can't run
    Project read() {
        return new ProjectReader().read(folder, Map.of(), environment, paired);
    }

    /// What is worth knowing of the project's overlay.
    ///
    /// @throws dev.dynamicworkers.playground.core.project.ProjectException when it does not say what it should
    List<ConfigProblem> remarks() {
        return PlaygroundSettings.read(folder).problems();
    }

    /// Keeps state in the project's own folder.
    RuntimeOptions lasting() {
        return options(
                ephemeral
                        ? null
                        : folder.resolve(".playground").resolve("state").toAbsolutePath());
    }

    /// As [#lasting], with responses of any size unless they are limited on purpose: nobody collects them.
    RuntimeOptions serving() {
        var options = lasting();
        return single.containsKey(Limit.RESPONSE.key())
                ? options
                : options.limiting(Limit.RESPONSE, Limit.RESPONSE.most());
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

    /// Who may reach the network: what the project says, changed by the command line.
    ///
    /// @throws dev.dynamicworkers.playground.core.project.ProjectException when the project's rules are wrong
    private NetworkRules network() {
        if (offline && (networkMode != null || !allowed.isEmpty())) {
            throw new UsageException("--no-network goes with neither --network nor --allow");
        }
        if (offline) {
            return NetworkRules.BLOCKED;
        }
        var rules = NetworkRulesReader.read(folder);
        if (networkMode != null) {
            rules = rules.withMode(NetworkMode.of(networkMode)
                    .orElseThrow(() ->
                            new UsageException("--network wants blocked, ask, rules or open, not " + networkMode)));
        }
        for (var host : allowed) {
            var pattern = HostPattern.of(host)
                    .orElseThrow(() -> new UsageException("--allow wants HOST[:PORT], for example api.example.com"
                            + " or localhost:8080, not " + host));
            if (NetworkMode.BLOCKED.word().equals(networkMode)) {
                throw new UsageException("--allow " + host + " does not go with --network blocked");
            }
            rules = rules.withFirst(NetworkRule.allow("--allow " + pattern, pattern));
        }
        return rules;
    }

    private RuntimeOptions options(@Nullable Path state) {
        return RuntimeOptions.DEFAULT
                .storing(state)
                .reaching(network())
                .keeping(retention())
                .limiting(limits())
                .overlaid(PlaygroundSettings.read(folder).overlay());
    }

    /// What guest code may use: the preset, with the values that stand beside it.
    Limits limits() {
        var limits = Limits.Preset.ofName(preset)
                .orElseThrow(() -> new UsageException(
                        "--limits wants one of " + Arrays.toString(Limits.Preset.values()) + ", not " + preset))
                .limits();
        for (var entry : single.entrySet()) {
            var limit = Limit.ofKey(entry.getKey())
                    .orElseThrow(() -> new UsageException("--limit has no key '" + entry.getKey() + "'; there are "
                            + Arrays.stream(Limit.values()).map(Limit::key).collect(Collectors.joining(", "))));
            limits = with(limits, limit, entry.getValue());
        }
        limits = with(limits, Limit.CPU, cpuMillis);
        limits = with(limits, Limit.MEMORY, memoryMegabytes);
        return with(limits, Limit.WAIT_UNTIL, waitUntilMillis);
    }

    private static Limits with(Limits limits, Limit limit, @Nullable Long value) {
        try {
            return value == null ? limits : limits.with(limit, value);
        } catch (IllegalArgumentException outOfRange) {
            throw new UsageException(String.valueOf(outOfRange.getMessage()));
        }
    }
}
