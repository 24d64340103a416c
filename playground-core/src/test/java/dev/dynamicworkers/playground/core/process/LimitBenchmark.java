package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Measures how much CPU time code gets beyond its limit before it is ended, and prints a line
/// `name milliseconds place` for each of its ends. Run by `docs/benchmarks/limit`. Arguments: an empty folder, how
/// often each kind of code, and which kinds (all).
public final class LimitBenchmark {
    /// CPU time that the code may have.
    private static final int CPU_MILLIS = 200;

    private static final String WORKER = """
        const kinds = {
          empty: () => { for (;;) {} },
          arithmetic: () => busy(Infinity),
          calls: () => { for (let n = 0; ; ) n = step(n); },
          objects: () => { for (;;) kept = { a: [kept && kept.a.length], b: String(Math.random()) }; },
          map: () => { for (let m = new Map(), i = 0; ; i++) m.set(i % 5000, { i }); },
          sort: () => { for (;;) Array.from({ length: 5000 }, Math.random).sort(); },
          json: () => { for (;;) JSON.parse(JSON.stringify(Array(10000).fill({ a: 1 }))); },
          expression: () => { for (;;) /^(a+)+$/.test('a'.repeat(24) + 'b'); },
          text: () => { for (;;) 'ab'.repeat(50_000).replaceAll('a', 'cc'); },
          url: () => { for (;;) new URL('https://example.com/?' + Math.random()); },
          jobs: async () => { for (;;) await null; },
          microtasks: () => new Promise(() => { queueMicrotask(function again() { queueMicrotask(again); }); }),
          timers: () => new Promise(() => { setTimeout(function again() { busy(1000); setTimeout(again); }); }),
          streams: async () => { for (;;) await new Response('x'.repeat(10_000)).text(); },
        };
        let kept;
        function step(n) { return (n * 31 + 7) % 1000; }
        function busy(times) {
          let n = 0;
          for (let i = 0; i < times; i++) n = (n * 31 + i) % 1000;
          return n;
        }
        export default {
          async fetch(request) {
            const kind = new URL(request.url).pathname.slice(1);
            if (kind in kinds) await kinds[kind]();
            return new Response(Object.keys(kinds).join());
          },
        };
        """;

    private LimitBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Path.of(arguments[0]);
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            { "name": "ended", "main": "index.js", "compatibility_date": "2026-06-01" }
            """);
        Files.writeString(folder.resolve("index.js"), WORKER);
        try (var runtime = RuntimeProcess.start(EngineLaunch.ofThisProcess(), new SilentWatcher())) {
            var project = runtime.start(
                    new ProjectReader().read(folder, Map.of()),
                    RuntimeOptions.DEFAULT.limiting(Limit.CPU, CPU_MILLIS).storing(folder.resolve("state")),
                    event -> {});
            var kinds = new String(Answers.response(get(project, "")).body(), StandardCharsets.UTF_8);
            for (int time = 0; time < Integer.parseInt(arguments[1]); time++) {
                for (var kind : (arguments.length > 2 ? arguments[2] : kinds).split(",")) {
                    end(project, kind);
                }
            }
        }
    }

    private static void end(RunningProject project, String kind) throws InterruptedException {
        var result = get(project, kind);
        var error = result.error();
        if (result.outcome() != EventOutcome.EXCEEDED_CPU || error == null) {
            throw new IllegalStateException(kind + " was to be ended, but: " + result.outcome() + Answers.said(result));
        }
        var place = error.frames().isEmpty()
                ? "-"
                : "line:" + error.frames().getFirst().line();
        tell(kind, result.timing().cpuMillis() - CPU_MILLIS, place);
    }

    private static InvocationResult get(RunningProject project, String path) throws InterruptedException {
        return Answers.of(project.dispatch(new Invocation.Fetch(
                "GET", "http://ended/" + path, List.of(), new RequestBody.None(), /* entrypoint= */ null)));
    }

    @SuppressWarnings("SystemOut") // figures for the command
    private static void tell(String name, double millis, String place) {
        System.out.printf(Locale.ROOT, "%s %.1f %s%n", name, millis, place);
    }
}
