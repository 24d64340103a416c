package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.CpuShare;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.Thrown;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.GuestError.Frame;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The place of code that was ended, as it comes out of a real engine process: of a dynamic worker in TypeScript, whose
/// parent catches its end or does not, of code that a person stopped, and of code that can't be asked.
@Order(Order.DEFAULT + 1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EngineKilledPlacesTest {
    private static final int CPU_MILLIS = 300;

    private static final String PARENT = """
        import code from './child.ts.txt';
        const load = (env, name, code) => env.LOADER.load({ compatibilityDate: '2026-06-01',
          mainModule: name, modules: { [name]: code }, limits: { cpuMs: %d } }).getEntrypoint();
        const child = (env) => load(env, 'child.ts', code);
        const work = {
          '/uncaught': (request, env) => child(env).fetch(request),
          '/caught': async (request, env) => {
            try {
              return await child(env).fetch(request);
            } catch (error) {
              return new Response(error.message);
            }
          },
          '/loop': () => {
            console.log('looping');
            for (;;) {}
          },
          '/wait': () => new Promise((resolve) => setTimeout(resolve, 60_000)),
          '/big': (request, env) => load(env, 'big.js',
            'export default { fetch: () => new Response(String(2n ** (1n << 30n)).slice(0, 1)) };').fetch(request),
        };
        export default { fetch: (request, env) => work[new URL(request.url).pathname](request, env) };
        """.formatted(CPU_MILLIS);

    private static final String CHILD = """
        interface Job {
          times: number;
        }
        type Label = string;
        const spin = (job: Job): never => {
          const label: Label = String(job.times);
          for (;;) {}
        };
        export default { fetch: (): Response => spin({ times: 2 }) };
        """;

    private static final List<Frame> LOOP =
            List.of(new Frame("spin", "child.ts", 7, 3), new Frame("fetch", "child.ts", 9, 41));

    private final LinkedBlockingQueue<TailEvent> heard = new LinkedBlockingQueue<>();
    private RuntimeProcess runtime;
    private RunningProject project;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            { "name": "ended", "main": "index.js", "compatibility_date": "2026-06-01",
              "worker_loaders": [{ "binding": "LOADER" }] }
            """);
        Files.writeString(folder.resolve("index.js"), PARENT);
        Files.writeString(folder.resolve("child.ts.txt"), CHILD);
        runtime = RuntimeProcess.start(EngineLaunch.ofThisProcess().forOneCommand(), new RecordingWatcher());
        project = runtime.start(
                new ProjectReader().read(folder, Map.of()),
                RuntimeOptions.DEFAULT.limiting(Limit.WALL, 6_000),
                heard::add);
    }

    @AfterAll
    void close() {
        runtime.close();
    }

    @Test
    void aDynamicWorkerWhoseEndNobodyCaught() throws InterruptedException {
        InvocationResult result = Answers.of(send("/uncaught"));
        GuestError met = Objects.requireNonNull(result.error());
        Thrown there = result.told().thrown().getFirst();
        assertThat(result.outcome()).isEqualTo(EventOutcome.EXCEPTION);
        assertThat(there.error().headline()).isEqualTo(met.headline());
        assertThat(there.error().frames()).isEqualTo(LOOP);
        assertThat(there.error().stack()).isEqualTo("    at spin (child.ts:7:3)\n    at fetch (child.ts:9:41)");
        assertThat(result.told().cpu())
                .filteredOn(share -> share.isolate().equals(there.isolate()))
                .singleElement()
                .extracting(CpuShare::cpuMillis)
                .satisfies(millis -> assertThat(millis).isBetween(CPU_MILLIS - 10.0, 5_000.0));
        // The parent's own time goes on for a moment after the shares were read.
        assertThat(result.told().cpuMillis()).isGreaterThan(result.timing().cpuMillis() + CPU_MILLIS / 2.0);
    }

    @Test
    void aDynamicWorkerWhoseEndItsParentCaught() throws InterruptedException {
        InvocationResult result = Answers.of(send("/caught"));
        assertThat(result.outcome()).isEqualTo(EventOutcome.OK);
        assertThat(result.error()).isNull();
        assertThat(result.told().thrown())
                .singleElement()
                .extracting(each -> each.error().frames())
                .isEqualTo(LOOP);
    }

    @Test
    void codeThatAPersonStopped() throws InterruptedException {
        heard.clear();
        CompletableFuture<InvocationResult> running = send("/loop");
        TailEvent event = heard.poll(30, TimeUnit.SECONDS);
        while (event != null && !(event instanceof TailEvent.LogLine)) {
            event = heard.poll(30, TimeUnit.SECONDS);
        }
        Answers.of(project.stop());
        InvocationResult result = Answers.of(running);
        assertThat(result.outcome()).isEqualTo(EventOutcome.CANCELED);
        assertThat(Objects.requireNonNull(result.error()).frames())
                .containsExactly(new Frame("/loop", "index.js", 16, 5), new Frame("fetch", "index.js", 22, 43));
    }

    /// Nothing ran, so there is no place; the message says what it waited for.
    @Test
    void aWaitThatTookTooLong() throws InterruptedException {
        InvocationResult result = Answers.of(send("/wait"));
        GuestError error = Objects.requireNonNull(result.error());
        assertThat(result.outcome()).isEqualTo(EventOutcome.EXCEEDED_WALL_TIME);
        assertThat(error.frames()).isEmpty();
        assertThat(error.message()).contains("it waited for 1 operations and timers");
    }

    @Test
    void codeThatCannotBeAsked() throws InterruptedException {
        InvocationResult result = Answers.of(send("/big"));
        GuestError error = Objects.requireNonNull(result.error());
        assertThat(result.outcome()).isEqualTo(EventOutcome.EXCEEDED_CPU);
        assertThat(error.frames()).isEmpty();
        assertThat(error.message())
                .contains("and did not yield", "Code that does not yield can't be asked where it is.");
    }

    private CompletableFuture<InvocationResult> send(String path) {
        return project.dispatch(new Invocation.Fetch(
                "GET", "http://ended" + path, List.of(), new RequestBody.None(), /* entrypoint= */ null));
    }
}
