package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Measures how soon a project is served again when its engine has to be killed, several times in a row, and prints a
/// line `name milliseconds` for each figure. Run by `docs/benchmarks/condemn`. Arguments: an empty folder, how often in
/// a row, and how long the first engine has been up before, in milliseconds.
public final class CondemnationBenchmark {
    /// CPU time that the code gets: its end is ordered so long after its first line.
    private static final int CPU_MILLIS = 500;

    private static final String WORKER = """
        export default {
          fetch(request) {
            if (!request.url.endsWith('/stay')) return new Response('served');
            console.log('begins');
            return new Response(String(2n ** (1n << 30n)));
          },
        };
        """;

    /// volatile: written by threads of the engine's connection
    private volatile long began;

    private CondemnationBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Path.of(arguments[0]);
        new CondemnationBenchmark().run(folder, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    }

    private void run(Path folder, int times, long quiet) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            { "name": "stays", "main": "index.js", "compatibility_date": "2026-06-01" }
            """);
        Files.writeString(folder.resolve("index.js"), WORKER);
        var launch = EngineLaunch.ofThisProcess();
        var archive = launch.archive();
        if (archive != null) {
            new ArchiveRecorder(launch).make(archive);
        }
        try (var runtime = RuntimeProcess.start(launch, new Silent())) {
            var project = runtime.start(
                    new ProjectReader().read(folder, Map.of()),
                    RuntimeOptions.DEFAULT.limiting(Limit.CPU, CPU_MILLIS).storing(folder.resolve("state")),
                    this::hear);
            long asked = System.nanoTime();
            serve(project);
            tell("first-response", asked);
            // A person reads, types and looks before the next click.
            Thread.sleep(quiet);
            for (int time = 1; time <= times; time++) {
                condemn(project);
                long ordered = began + TimeUnit.MILLISECONDS.toNanos(CPU_MILLIS);
                tell("lost-" + time, ordered);
                serve(project);
                tell("served-again-" + time, ordered);
            }
        }
    }

    private void condemn(RunningProject project) throws InterruptedException {
        var result = Answers.of(project.dispatch(request("/stay")));
        if (result.outcome() != EventOutcome.EXCEEDED_CPU) {
            throw new IllegalStateException(
                    "the code was to be ended, but: " + result.outcome() + Answers.said(result));
        }
    }

    private static void serve(RunningProject project) throws InterruptedException {
        var result = Answers.of(project.dispatch(request("/")));
        if (result.outcome() != EventOutcome.OK) {
            throw new IllegalStateException("not served: " + result.outcome() + Answers.said(result));
        }
    }

    private static Invocation request(String path) {
        return new Invocation.Fetch("GET", "http://stays" + path, List.of(), new RequestBody.None(), null);
    }

    private void hear(TailEvent event) {
        if (event instanceof TailEvent.LogLine) {
            began = System.nanoTime();
        }
    }

    @SuppressWarnings("SystemOut") // figures for the command
    private static void tell(String name, long since) {
        System.out.printf(Locale.ROOT, "%s %d%n", name, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
    }

    private static final class Silent implements EngineWatcher {
        @Override
        public void started(EngineStatus status) {}

        @Override
        public void lost(String reason) {}

        @Override
        public void failed(String reason) {}
    }
}
