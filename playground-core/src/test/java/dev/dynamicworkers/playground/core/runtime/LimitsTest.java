package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Limits that dynamic workers are held to: requests that they send, and memory that they keep alive.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LimitsTest {
    private final List<EventOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private LocalRuntime runtime;
    private RunningProject project;

    @BeforeAll
    void start() {
        runtime = LocalRuntime.start();
        RuntimeOptions options = RuntimeOptions.DEFAULT.limiting(Limit.MEMORY, 32);
        project = runtime.start(
                new ProjectReader().read(Path.of("src", "test", "resources", "limits"), Map.of()), options, event -> {
                    if (event instanceof TailEvent.Outcome ended) {
                        outcomes.add(ended.outcome());
                    } else if (event instanceof TailEvent.LogLine line) {
                        lines.add(line.text());
                    }
                });
    }

    @AfterAll
    void stop() {
        runtime.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"subrequests", "theLowerLimitWins", "whatCounts", "garbageIsNoCrime"})
    void limits(String name) throws InterruptedException, ExecutionException, TimeoutException {
        assertThat(run(name).error()).isNull();
        assertThat(outcomes).doesNotContain(EventOutcome.EXCEEDED_MEMORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memoryInOneTurn", "memoryInManyTurns", "symbolsEndWithTheirIsolate"})
    void memory(String name) throws InterruptedException, ExecutionException, TimeoutException {
        assertThat(run(name).error()).isNull();
        assertThat(outcomes).contains(EventOutcome.EXCEEDED_MEMORY);
    }

    @Test
    void tailsOfTailsHaveABound() throws InterruptedException, ExecutionException, TimeoutException {
        assertThat(run("tailsOfTails").error()).isNull();
        assertThat(lines)
                .containsExactly("Tail workers of tail workers go too far: further events of this kind are not told,"
                        + " because one event may cause at most 4 generations.");
    }

    /// Of five that run into it, the one that the machine disturbed least shows how exact the limit is.
    @Test
    void cpuTimeIsMetWithinMilliseconds() {
        double least = Double.MAX_VALUE;
        try (WorkerFixture worker = WorkerFixture.start(
                runtime,
                RuntimeOptions.DEFAULT.limiting(Limit.CPU, 100),
                "export default { fetch() { for (;;) {} } }")) {
            for (int i = 0; i < 5; i++) {
                InvocationResult result = worker.get("/");
                assertThat(result.outcome()).isEqualTo(EventOutcome.EXCEEDED_CPU);
                least = Math.min(least, result.timing().cpuMillis());
            }
        }
        // The watchdog and the report read the thread's CPU clock at different moments, less than a millisecond apart.
        assertThat(least).isBetween(99.0, 150.0);
    }

    /// What `wrangler.jsonc` sets holds for the worker of the project, and for its dynamic workers it is no limit.
    @Test
    void limitsOfTheConfigurationHoldForItsWorker(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            {
              "name": "limited", "main": "index.js", "compatibility_date": "2026-01-01",
              "worker_loaders": [{ "binding": "LOADER" }],
              "limits": { "cpu_ms": 100, "subrequests": 2 },
            }
            """);
        Files.writeString(folder.resolve("index.js"), """
            const code = `export default { fetch: () => new Response('done') }`;
            const child = (env) => env.LOADER.load({
              compatibilityDate: '2026-01-01', mainModule: 'c.js', modules: { 'c.js': code } }).getEntrypoint();
            export default {
              async fetch(request, env) {
                const worker = child(env);
                const path = new URL(request.url).pathname;
                for (;path === '/loop';) {}
                let sent = 0;
                try {
                  for (; sent < 3; sent++) await worker.fetch('http://c/');
                } catch (e) {
                  return new Response(sent + ' ' + e.message);
                }
                return new Response('all were sent');
              },
            };
            """);
        try (RunningProject limited =
                runtime.start(new ProjectReader().read(folder, Map.of()), RuntimeOptions.DEFAULT, event -> {})) {
            assertThat(OneProject.body(WorkerFixture.await(limited.dispatch(fetch("/calls")))))
                    .isEqualTo("2 Too many subrequests by single Worker invocation. Its limit (subRequests) is 2.");
            var parent = WorkerFixture.await(limited.isolates()).stream()
                    .filter(each -> each.role() == IsolateSnapshot.Role.PARENT)
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertThat(WorkerFixture.await(limited.view(parent)).orElseThrow().limits())
                    .containsExactly(
                            new WorkerView.LimitInForce("cpuMs", 100, "configuration"),
                            new WorkerView.LimitInForce("subRequests", 2, "configuration"));
            InvocationResult looped = WorkerFixture.await(limited.dispatch(fetch("/loop")));
            assertThat(looped.outcome()).isEqualTo(EventOutcome.EXCEEDED_CPU);
            assertThat(looped.timing().cpuMillis()).isBetween(99.0, 1_000.0);
        }
    }

    /// A stream that is never ended has memory of the operating system's, of which the next event knows nothing.
    @Test
    void compressionStreamsEndWithTheirInvocation() {
        try (WorkerFixture worker =
                WorkerFixture.start(runtime, RuntimeOptions.DEFAULT.limiting(Limit.MEMORY, 32), """
                    import zlib from 'node:zlib';
                    export default {
                      async fetch(request) {
                        const most = Number(new URL(request.url).pathname.slice(1));
                        for (let i = 0; i < most; i += 2) {
                          new CompressionStream('gzip').writable.getWriter().write(new Uint8Array(10)).catch(() => {});
                          zlib.createDeflate().on('error', () => {}).write('x');
                        }
                        return new Response('opened');
                      },
                    };
                    """)) {
            for (int i = 0; i < 3; i++) {
                assertThat(OneProject.body(worker.get("/100"))).isEqualTo("opened");
            }
            assertThat(String.valueOf(worker.get("/200").error()))
                    .contains("Too many compression streams: 128 of this worker are open");
        }
    }

    private static Invocation fetch(String path) {
        return new Invocation.Fetch("GET", "http://limited" + path, List.of(), new RequestBody.None(), null);
    }

    private InvocationResult run(String name) throws InterruptedException, ExecutionException, TimeoutException {
        outcomes.clear();
        lines.clear();
        return project.dispatch(new Invocation.Test(name)).get(60, TimeUnit.SECONDS);
    }
}
