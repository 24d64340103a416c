package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.debug.Step;
import dev.dynamicworkers.playground.core.profile.CpuProfile;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Kind;
import dev.dynamicworkers.playground.core.profile.ProfileTimes;
import dev.dynamicworkers.playground.core.profile.ProfileTimes.Call;
import dev.dynamicworkers.playground.core.profile.ProfileTimes.Spent;
import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Where the CPU time of code goes, on the real engine. Nothing here depends on how fast the machine is: code works for
/// a while, and what is hot has a hundred times the work of what is not.
@Timeout(120)
final class ProfilerTest {
    private static final String CONFIG = """
        {
          "name": "profiled", "main": "src/index.ts", "compatibility_date": "2026-01-01",
          "worker_loaders": [{ "binding": "LOADER" }],
          "rules": [{ "type": "Text", "globs": ["dynamic/**"] }]
        }
        """;
    private static final String INDEX = """
        import spinner from '../dynamic/spinner/index.js';
        interface Env {
          LOADER: any;
        }

        function hot(rounds: number): number {
          let sum: number = 0;
          for (let i = 0; i < rounds; i++) {
            sum = (sum * 31 + i) % 1000003;
          }
          return sum;
        }
        function cold(rounds: number): number {
          let sum: number = 0;
          for (let i = 0; i < rounds; i++) {
            sum = (sum * 31 + i) % 1000003;
          }
          return sum;
        }
        function work(once: () => number): number {
          let sum: number = 0;
          for (const end = Date.now() + 400; Date.now() < end; ) {
            sum += once();
          }
          return sum;
        }
        async function later(): Promise<number> {
          await null;
          return work(() => hot(20_000));
        }
        function deep(left: number): number {
          return left === 0 ? work(() => hot(20_000)) : deep(left - 1) + 1;
        }
        export default {
          async fetch(request: Request, env: Env): Promise<Response> {
            const path = new URL(request.url).pathname;
            let sum = 0;
            if (path === '/forever') {
              for (;;) sum += hot(20_000);
            }
            if (path === '/later') {
              sum = await later();
            }
            if (path === '/deep') {
              sum = deep(1_000);
            }
            if (path === '/sort') {
              sum = work(() => Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 5_003).sort((a, b) => a - b)[0]);
            }
            if (path === '/dynamic') {
              const worker = env.LOADER.get('spinner', () => ({
                compatibilityDate: '2026-01-01', mainModule: 'main.js', modules: { 'main.js': spinner } }));
              return worker.getEntrypoint().fetch(request);
            }
            if (path === '/') {
              sum = work(() => hot(20_000) + cold(200));
            }
            return new Response(String(sum));
          },
        };
        """;
    private static final String SPINNER_FILE = "dynamic/spinner/index.js";
    private static final String SPINNER = """
        export default {
          fetch() {
            let sum = 0;
            for (const end = Date.now() + 400; Date.now() < end; ) {
              for (let i = 0; i < 20000; i++) sum = (sum * 31 + i) % 1000003;
            }
            return new Response(String(sum));
          },
        };
        """;

    private static WorkerRuntime runtime;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startRuntime() {
        runtime = LocalRuntime.start();
    }

    @AfterAll
    static void closeRuntime() {
        runtime.close();
    }

    private RunningProject start(RuntimeOptions options) throws IOException {
        for (var file : Map.of("wrangler.jsonc", CONFIG, "src/index.ts", INDEX, SPINNER_FILE, SPINNER)
                .entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
        return runtime.start(new ProjectReader().read(folder, Map.of()), options, event -> {});
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static InvocationResult get(RunningProject project, String path) {
        return await(project.dispatch(
                new Invocation.Fetch("GET", "http://one.test" + path, List.of(), new RequestBody.None(), null)));
    }

    /// The profile of one request that is answered.
    private CpuProfile profile(String path) throws IOException {
        try (RunningProject project = start(RuntimeOptions.DEFAULT)) {
            // What is loaded for the first event of all takes more than the code.
            get(project, "/nothing");
            await(project.beginProfile());
            InvocationResult result = get(project, path);
            CpuProfile profile = await(project.endProfile());
            assertThat(result.outcome()).as("%s", result.error()).isEqualTo(EventOutcome.OK);
            return profile;
        }
    }

    private static ProfileTimes times(CpuProfile profile) {
        return ProfileTimes.of(profile, ProfileTimes.ALL);
    }

    /// What took most of the time of what the project has written.
    private static Spent hottest(CpuProfile profile) {
        return times(profile).functions().stream()
                .filter(row -> row.function().kind() == Kind.CODE)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no code in " + times(profile)));
    }

    private static Spent function(CpuProfile profile, String name) {
        return times(profile).functions().stream()
                .filter(row -> row.function().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + times(profile)));
    }

    private static int hotLine(CpuProfile profile) {
        return times(profile).lines().stream()
                .filter(row -> row.function().kind() == Kind.CODE)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no code in " + times(profile)))
                .line();
    }

    private static long selfMicros(CpuProfile profile, String name) {
        return times(profile).functions().stream()
                .filter(row -> row.function().name().equals(name))
                .mapToLong(Spent::selfMicros)
                .sum();
    }

    /// Code that a debugger holds takes no time of anybody.
    @Test
    void aPauseOfTheDebuggerIsNotInTheProfile() throws IOException, InterruptedException {
        Map<String, String> files = Map.of("wrangler.jsonc", CONFIG, "src/index.ts", INDEX, SPINNER_FILE, SPINNER);
        try (DebuggedProject debugged = new DebuggedProject(runtime, folder, RuntimeOptions.DEFAULT, files)) {
            get(debugged.project, "/nothing");
            int line = INDEX.lines().toList().indexOf("  await null;") + 1;
            debugged.breakAt("src/index.ts:" + line);
            await(debugged.project.beginProfile());
            CompletableFuture<InvocationResult> answer = debugged.get("/later");
            Pause pause = debugged.paused();
            TimeUnit.MILLISECONDS.sleep(3_000);
            debugged.goOn(pause, Step.CONTINUE);
            assertThat(await(answer).outcome()).isEqualTo(EventOutcome.OK);

            assertThat(await(debugged.project.endProfile()).runMicros())
                    .as("the code worked for 400 ms, and stood for 3,000 ms")
                    .isLessThan(2_500_000);
        }
    }

    @Test
    void theHotFunctionHasTheTimeAtItsPlaceInTheFileThatWasWritten() throws IOException {
        CpuProfile profile = profile("/");

        Spent hottest = hottest(profile);
        assertThat(hottest.function().name()).isEqualTo("hot");
        assertThat(hottest.function().kind()).isEqualTo(Kind.CODE);
        assertThat(hottest.function().file()).isEqualTo("src/index.ts");
        assertThat(hottest.function().line()).isEqualTo(6);
        assertThat(hottest.worker().label()).isEqualTo("parent");
        assertThat(hottest.worker().role()).isEqualTo(IsolateSnapshot.Role.PARENT);
        assertThat(hottest.selfMicros()).isGreaterThan(10 * selfMicros(profile, "cold"));
        assertThat(function(profile, "fetch").totalMicros()).isGreaterThanOrEqualTo(hottest.totalMicros());
        assertThat(hotLine(profile)).as("within the loop").isBetween(8, 10);
        assertThat(profile.intervalMicros()).isEqualTo(1_000);
        assertThat(profile.taken()).isPositive();
    }

    @Test
    void codeThatIsKilledByItsLimitIsProfiledToTheEnd() throws IOException {
        try (RunningProject project = start(RuntimeOptions.DEFAULT.limiting(Limit.CPU, 400))) {
            get(project, "/nothing");
            await(project.beginProfile());
            assertThat(get(project, "/forever").outcome()).isEqualTo(EventOutcome.EXCEEDED_CPU);
            CpuProfile profile = await(project.endProfile());

            // What had so much CPU time has run for no less on the clock.
            assertThat(profile.runMicros()).isGreaterThan(300_000);
            assertThat(hottest(profile).function().name()).isEqualTo("hot");
            assertThat(tree(times(profile).calls(), "")).contains("/fetch/hot");
        }
    }

    @Test
    void framesOfADynamicWorkerAreItsOwn() throws IOException {
        CpuProfile profile = profile("/dynamic");

        Spent hottest = hottest(profile);
        assertThat(hottest.worker().label()).isEqualTo("spinner");
        assertThat(hottest.worker().role()).isEqualTo(IsolateSnapshot.Role.DYNAMIC);
        assertThat(hottest.function().module()).isEqualTo("main.js");
        assertThat(hottest.function().file()).isEqualTo("dynamic/spinner/index.js");
        assertThat(hotLine(profile)).isEqualTo(5);
        int spinner = profile.workers().indexOf(hottest.worker());
        assertThat(ProfileTimes.of(profile, spinner).functions())
                .allSatisfy(row -> assertThat(row.worker().label()).isEqualTo("spinner"));
    }

    @Test
    void anAsyncFunctionThatGoesOnIsOneFunction() throws IOException {
        CpuProfile profile = profile("/later");

        assertThat(hottest(profile).function().name()).isEqualTo("hot");
        assertThat(tree(times(profile).calls(), ""))
                .anySatisfy(path -> assertThat(path).endsWith("/later/work//hot"));
        assertThat(tree(times(profile).calls(), ""))
                .noneSatisfy(path -> assertThat(path).contains("later/later"));
    }

    @Test
    void deepRecursionIsCutAndStillShowsWhatIsHot() throws IOException {
        CpuProfile profile = profile("/deep");

        assertThat(hottest(profile).function().name()).isEqualTo("hot");
        assertThat(function(profile, "deep").totalMicros()).as("counted once").isLessThanOrEqualTo(profile.runMicros());
        assertThat(tree(times(profile).calls(), ""))
                .allSatisfy(path -> assertThat(path.split("/", -1)).hasSizeLessThanOrEqualTo(CpuProfile.DEEPEST + 1));
    }

    @Test
    void whatTheLanguageDoesIsNamedUnderWhoCalledIt() throws IOException {
        CpuProfile profile = profile("/sort");

        assertThat(tree(times(profile).calls(), ""))
                .anySatisfy(path -> assertThat(path).contains("sort"));
    }

    private static List<String> tree(List<Call> calls, String before) {
        return calls.stream()
                .flatMap(call -> {
                    String path = before + "/" + call.spent().function().name();
                    return Stream.concat(Stream.of(path), tree(call.calls(), path).stream());
                })
                .toList();
    }

    @Test
    void nothingIsProfiledUnlessItIsAskedForAndOnlySinceThen() throws IOException {
        try (RunningProject project = start(RuntimeOptions.DEFAULT)) {
            assertThatThrownBy(() -> await(project.endProfile()))
                    .isInstanceOf(CompletionException.class)
                    .hasMessageContaining("nothing is being profiled");
            get(project, "/");
            await(project.beginProfile());
            assertThat(await(project.endProfile()).taken()).isZero();
            await(project.beginProfile());
            get(project, "/");
            await(project.beginProfile());
            assertThat(await(project.endProfile()).taken())
                    .as("the one before was dropped")
                    .isZero();
            assertThat(profilerThreads()).isZero();
        }
    }

    private static long profilerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("profiler") && thread.isAlive())
                .count();
    }

    @Test
    void secretsInNamesAreMasked() throws IOException {
        Files.writeString(folder.resolve(".dev.vars"), "TOKEN=hunter2hunter2hunter2\n");
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            { "name": "one", "main": "src/index.js", "compatibility_date": "2026-01-01" }
            """);
        Files.write(folder.resolve("src/index.js"), """
            function hunter2hunter2hunter2() {
              let sum = 0;
              for (const end = Date.now() + 200; Date.now() < end; ) {
                for (let i = 0; i < 20000; i++) sum = (sum * 31 + i) % 1000003;
              }
              return sum;
            }
            export default { fetch() { return new Response(String(hunter2hunter2hunter2())); } };
            """.getBytes(StandardCharsets.UTF_8));
        try (RunningProject project =
                runtime.start(new ProjectReader().read(folder, Map.of()), RuntimeOptions.DEFAULT, event -> {})) {
            await(project.beginProfile());
            get(project, "/");
            CpuProfile profile = await(project.endProfile());

            assertThat(profile.taken()).isPositive();
            assertThat(profile.toString()).doesNotContain("hunter2hunter2hunter2");
        }
    }
}
