package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
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
    @ValueSource(strings = {"memoryInOneTurn", "memoryInManyTurns"})
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

    private InvocationResult run(String name) throws InterruptedException, ExecutionException, TimeoutException {
        outcomes.clear();
        lines.clear();
        return project.dispatch(new Invocation.Test(name)).get(60, TimeUnit.SECONDS);
    }
}
