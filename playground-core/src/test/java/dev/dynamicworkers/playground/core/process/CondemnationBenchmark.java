package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Measures how soon a project is served again when its engine has to be killed, several times in a row, and prints a
/// line `name milliseconds` for each figure. They count from the moment at which the code has had the CPU time that it
/// may have and is to be told to end, which engines tell in a file on Linux. Run by `docs/benchmarks/condemn`.
/// Arguments: an empty folder, how often in a row, and how long the first engine has been up before, in milliseconds.
public final class CondemnationBenchmark {
    /// CPU time that the code gets.
    private static final int CPU_MILLIS = 500;

    private static final Duration LOOK = Duration.ofMillis(5);

    private static final String WORKER = """
        export default {
          fetch(request) {
            if (!request.url.endsWith('/stay')) return new Response('served');
            return new Response(String(2n ** (1n << 30n)));
          },
        };
        """;

    private CondemnationBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Path.of(arguments[0]);
        run(folder, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]), Long.parseLong(arguments[3]));
    }

    private static void run(Path folder, int times, long quiet, long pause) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            { "name": "stays", "main": "index.js", "compatibility_date": "2026-06-01" }
            """);
        Files.writeString(folder.resolve("index.js"), WORKER);
        var launch = EngineLaunch.ofThisProcess();
        var archive = launch.archive();
        if (archive != null) {
            new ArchiveRecorder(launch).make(archive);
        }
        try (var runtime = RuntimeProcess.start(launch, new SilentWatcher())) {
            var project = runtime.start(
                    new ProjectReader().read(folder, Map.of()),
                    RuntimeOptions.DEFAULT.limiting(Limit.CPU, CPU_MILLIS).storing(folder.resolve("state")),
                    event -> {});
            long asked = System.nanoTime();
            serve(project);
            tell("first-response", asked);
            // A person reads, types and looks before the next click.
            Thread.sleep(quiet);
            for (int time = 1; time <= times; time++) {
                Thread.sleep(time == 1 ? 0 : pause);
                long ordered = condemn(project);
                tell("lost-" + time, ordered);
                serve(project);
                tell("served-again-" + time, ordered);
            }
        }
    }

    /// @return when the code was to be told to end
    private static long condemn(RunningProject project) throws InterruptedException {
        var answer = project.dispatch(request("/stay"));
        while (!isLate() && !answer.isDone()) {
            Thread.sleep(LOOK);
        }
        long ordered = System.nanoTime();
        var result = Answers.of(answer);
        if (result.outcome() != EventOutcome.EXCEEDED_CPU) {
            throw new IllegalStateException(
                    "the code was to be ended, but: " + result.outcome() + Answers.said(result));
        }
        return ordered;
    }

    /// Whether the parent has a turn that is over its limit.
    private static boolean isLate() {
        return ProcessHandle.current()
                .children()
                .map(child -> Path.of("/proc", String.valueOf(child.pid())))
                .map(home -> new TurnWatch(
                        home.resolve("cwd").resolve(TurnWatch.FILE), home.resolve("task"), System::nanoTime))
                .anyMatch(watch -> {
                    var unused = watch.look();
                    // Not the dynamic worker of an engine's warm-up, which is over its limit as well.
                    return watch.late().contains("parent");
                });
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

    @SuppressWarnings("SystemOut") // figures for the command
    private static void tell(String name, long since) {
        System.out.printf(Locale.ROOT, "%s %d%n", name, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
    }
}
