package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// What becomes of an event whose worker is still to start, or never does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StartTest {
    /// How many engines end while isolates are made; the fault of one took some hundred tries.
    private static final int ENDS = Integer.getInteger("start.ends", 8);

    private LocalRuntime runtime;

    @BeforeAll
    void start() {
        runtime = LocalRuntime.start();
    }

    @AfterAll
    void stop() {
        runtime.close();
    }

    private static Invocation get(String path) {
        return new Invocation.Fetch("GET", "http://start" + path, List.of(), new RequestBody.None(), null);
    }

    @Test
    void aStopEndsWhatWaitsForItsWorker() {
        String code = """
            let sum = 0;
            for (let i = 0; i < 1e6; i++) sum += i;
            export default {
              fetch(request) {
                return request.url.endsWith('/late') ? new Response('late') : new Promise((done) => setTimeout(done, 1e9));
              },
              scheduled() { return new Promise((done) => setTimeout(done, 1e9)); },
            };
            """;
        try (RunningProject project = runtime.start(WorkerFixture.project(code), RuntimeOptions.DEFAULT, event -> {})) {
            CompletableFuture<InvocationResult> fetch = project.dispatch(get("/"));
            CompletableFuture<InvocationResult> scheduled =
                    project.dispatch(new Invocation.Scheduled("* * * * *", 0, null));
            WorkerFixture.await(project.stop());
            assertThat(WorkerFixture.await(fetch).outcome()).isEqualTo(EventOutcome.CANCELED);
            assertThat(WorkerFixture.await(scheduled).outcome()).isEqualTo(EventOutcome.CANCELED);
            InvocationResult late = WorkerFixture.await(project.dispatch(get("/late")));
            assertThat(WorkerFixture.text(late)).isEqualTo("late");
        }
    }

    @Test
    void aStopEndsAStartThatNeverEnds() {
        String code = "while (true); export default { fetch() { return new Response('never'); } };";
        try (RunningProject project = runtime.start(WorkerFixture.project(code), RuntimeOptions.DEFAULT, event -> {})) {
            for (int i = 0; i < 2; i++) {
                CompletableFuture<InvocationResult> fetch = project.dispatch(get("/"));
                WorkerFixture.await(project.stop());
                assertThat(WorkerFixture.await(fetch).outcome()).isEqualTo(EventOutcome.CANCELED);
            }
        }
    }

    @Test
    void aFailedStartTellsHowLongItTook() {
        try (WorkerFixture worker =
                WorkerFixture.start(runtime, RuntimeOptions.DEFAULT, "throw new Error('no start');")) {
            InvocationResult result = worker.get("/");
            assertThat(Objects.requireNonNull(result.error()).message()).contains("no start");
            assertThat(result.timing().startMillis()).isPositive();
        }
    }

    @Test
    void whatGetBringsUpHasFrames() {
        String code = """
            function bring() { throw new RangeError('no code'); }
            export default {
              async fetch(request, env) {
                const { pathname } = new URL(request.url);
                const worker = pathname === '/async'
                  ? env.LOADER.get('a', async () => { await 0; bring(); })
                  : pathname === '/wrong'
                  ? env.LOADER.get('b', () => ({ mainModule: 'x.js' }))
                  : pathname === '/start'
                  ? env.LOADER.get('d', () => ({ compatibilityDate: '2026-01-01', mainModule: 'x.js', modules: { 'x.js': 'boom()' } }))
                  : env.LOADER.get('c', () => bring());
                return pathname === '/rpc' ? worker.getEntrypoint().hello() : worker.getEntrypoint().fetch(request);
              },
            };
            """;
        try (WorkerFixture worker = WorkerFixture.start(runtime, RuntimeOptions.DEFAULT, code)) {
            for (String path : List.of("/sync", "/async", "/wrong", "/rpc", "/start")) {
                InvocationResult result = worker.get(path);
                assertThat(Objects.requireNonNull(result.error()).frames())
                        .as(path)
                        .isNotEmpty();
            }
        }
    }

    /// Isolates are made ahead of need on a thread of their own: an engine that ends at any point of that must not wait
    /// for it while it waits for the engine.
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void anEngineEndsWhileIsolatesAreMade() {
        for (int i = 0; i < ENDS; i++) {
            try (LocalRuntime ending = LocalRuntime.start();
                    RunningProject project = ending.start(
                            WorkerFixture.project("export default { fetch() { return new Response('here'); } };"),
                            RuntimeOptions.DEFAULT,
                            event -> {})) {
                assertThat(WorkerFixture.text(WorkerFixture.await(project.dispatch(get("/")))))
                        .isEqualTo("here");
            }
        }
    }
}
