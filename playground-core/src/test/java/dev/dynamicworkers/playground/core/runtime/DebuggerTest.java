package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.debug.Seen;
import dev.dynamicworkers.playground.core.debug.Step;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Code stands still, shows what it has, and goes on step by step, on the real engine.
@Timeout(120)
final class DebuggerTest {
    private static final String CONFIG = """
        {
          "name": "debugged", "main": "src/index.js", "compatibility_date": "2026-01-01",
          "vars": { "GREETING": "hello" },
          "worker_loaders": [{ "binding": "LOADER" }],
          "rules": [{ "type": "Text", "globs": ["dynamic/**"] }]
        }
        """;
    private static final String INDEX = """
        import greeter from '../dynamic/greeter/index.js';
        const shared = { tea: 'green', list: [1, 2, 3] };
        function twice(number) {
          const result = number * 2;
          return result;
        }
        async function later(value) {
          let before = value + 1;
          await Promise.resolve();
          const after = before + 1;
          return after;
        }
        async function other() {
          let at = 1;
          await null;
          at = 2;
          await null;
          return at;
        }
        export default {
          async fetch(request, env) {
            const path = new URL(request.url).pathname;
            let total = 0;
            if (path === '/await') {
              const unused = other();
              total += await later(4);
              total += 1;
              return new Response(String(total));
            }
            if (path === '/statement') {
              debugger;
              return new Response('after');
            }
            if (path === '/throw') {
              try { throw new RangeError('caught'); } catch (error) { total = 1; }
              null.nothing;
            }
            if (path === '/dynamic') {
              const worker = env.LOADER.get('greeter', () => ({
                compatibilityDate: '2026-01-01', mainModule: 'main.js', modules: { 'main.js': greeter } }));
              const answer = await worker.getEntrypoint().fetch(request);
              return answer;
            }
            if (path === '/timer') {
              await new Promise((done) => setTimeout(done, 1));
              total = 7;
              return new Response(String(total));
            }
            for (let i = 0; i < 3; i++) {
              total += twice(i);
            }
            return new Response(String(total));
          },
        };
        """;
    private static final String GREETER = """
        export default {
          fetch(request) {
            const name = 'dynamic';
            return new Response('hello from ' + name);
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

    private DebuggedProject start(RuntimeOptions options) throws IOException {
        return new DebuggedProject(
                runtime,
                folder,
                options,
                Map.of("wrangler.jsonc", CONFIG, "src/index.js", INDEX, "dynamic/greeter/index.js", GREETER));
    }

    private DebuggedProject start() throws IOException {
        return start(RuntimeOptions.DEFAULT);
    }

    @Test
    void standsStillAtABreakpointAndShowsWhatIsThere() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start()) {
            debugged.breakAt("src/index.js:5");
            var answer = debugged.get("/");
            Pause pause = debugged.paused();
            assertThat(pause.reason()).isEqualTo(Pause.Reason.BREAKPOINT);
            assertThat(pause.worker()).isEqualTo("parent");
            assertThat(pause.frames().stream().map(DebuggedProject::place))
                    .containsExactly("twice src/index.js:5", "fetch src/index.js:50");
            assertThat(pause.frames().getFirst().code()).isEqualTo("  return result;");
            assertThat(debugged.locals(pause)).containsExactly("number=0", "result=0");
            assertThat(debugged.look(pause, new Look.Scopes(1)).stream().map(Seen::name))
                    .contains("fetch", "module");
            Seen shared = debugged.look(pause, new Look.Evaluate(1, "shared")).getFirst();
            assertThat(shared.value()).isEqualTo("{tea: \"green\", list: […]}");
            assertThat(DebuggedProject.texts(debugged.look(pause, new Look.Parts(shared.handle(), 0))))
                    .containsExactly("tea=\"green\"", "list=Array(3) [1, 2, 3]");
            assertThat(debugged.value(pause, "result + 40")).isEqualTo("40");
            assertThat(debugged.value(pause, "nothing.there")).isEqualTo("ReferenceError: nothing is not defined");
            assertThat(answer).isNotDone();
            Pause second = debugged.step(pause, Step.CONTINUE);
            assertThat(debugged.locals(second)).containsExactly("number=1", "result=2");
            debugged.plan(DebugPlan.OFF);
            assertThat(debugged.value(second, "number"))
                    .as("stands still all the same")
                    .isEqualTo("1");
            debugged.goOn(second, Step.CONTINUE);
            assertThat(DebuggedProject.body(answer)).isEqualTo("6");
            assertThat(debugged.hasPaused()).isFalse();
        }
    }

    @Test
    void valuesAreShownWithoutCallingCode() throws IOException, InterruptedException {
        Map<String, String> files =
                Map.of("wrangler.jsonc", CONFIG, "src/index.js", """
                    let called = 0;
                    const all = {
                      map: new Map([['tea', 1]]), set: new Set(['x']), big: 12n, text: 'a"b\\n', long: 'x'.repeat(5000),
                      sym: Symbol('s'), nothing: null, missing: undefined, half: 1.5, error: new TypeError('bad'),
                      run: function tea() {}, get trap() { called++; return 'caught'; },
                      proxy: new Proxy({}, { ownKeys() { called++; return []; } }),
                      many: Array.from({ length: 250 }, (each, i) => i),
                    };
                    class Room { constructor() { this.size = 3; } }
                    export default {
                      fetch(request, env) {
                        const room = new Room();
                        const secret = env.KEY;
                        return new Response(String(called));
                      },
                    };
                    """, ".dev.vars", "KEY=very-secret-value-123\n");
        try (DebuggedProject debugged = new DebuggedProject(runtime, folder, RuntimeOptions.DEFAULT, files)) {
            debugged.breakAt("src/index.js:14");
            var answer = debugged.get("/");
            Pause pause = debugged.paused();
            Seen all = debugged.look(pause, new Look.Evaluate(0, "all")).getFirst();
            List<Seen> parts = debugged.look(pause, new Look.Parts(all.handle(), 0));
            assertThat(DebuggedProject.texts(parts))
                    .contains(
                            "map=Map(1)",
                            "big=12n",
                            "text=\"a\\\"b\\n\"",
                            "sym=Symbol(s)",
                            "nothing=null",
                            "missing=undefined",
                            "half=1.5",
                            "error=TypeError: bad",
                            "run=\u0192 tea",
                            "trap=getter",
                            "proxy=Proxy",
                            "many=Array(250) [0, 1, 2, 3, 4, \u2026]");
            assertThat(part(parts, "long").value()).hasSizeLessThan(1000).endsWith("\" and 4100 more");
            assertThat(DebuggedProject.texts(debugged.look(
                            pause, new Look.Parts(part(parts, "map").handle(), 0))))
                    .contains("[\"tea\"]=1");
            assertThat(DebuggedProject.texts(debugged.look(
                            pause, new Look.Parts(part(parts, "set").handle(), 0))))
                    .contains("[0]=\"x\"");
            List<Seen> many =
                    debugged.look(pause, new Look.Parts(part(parts, "many").handle(), 0));
            assertThat(many).hasSize(Seen.MOST);
            assertThat(many.getLast().value()).isEqualTo("151 more");
            assertThat(debugged.look(pause, new Look.Parts(many.getLast().handle(), 200)))
                    .hasSize(50);
            assertThat(debugged.value(pause, "room")).isEqualTo("Room {size: 3}");
            assertThat(debugged.value(pause, "secret")).doesNotContain("very-secret");
            assertThat(debugged.value(pause, "called")).isEqualTo("0");
            assertThat(DebuggedProject.texts(debugged.look(
                            pause, new Look.Parts(part(parts, "trap").handle(), 0))))
                    .containsExactly("value=\"caught\"");
            debugged.goOn(pause, Step.CONTINUE);
            assertThat(DebuggedProject.body(answer)).isEqualTo("1");
        }
    }

    private static Seen part(List<Seen> parts, String name) {
        return parts.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aConditionDecides() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start()) {
            debugged.breakAt("src/index.js:5 if number === 2");
            var answer = debugged.get("/");
            Pause pause = debugged.paused();
            assertThat(debugged.value(pause, "number")).isEqualTo("2");
            debugged.goOn(pause, Step.CONTINUE);
            assertThat(DebuggedProject.body(answer)).isEqualTo("6");
        }
    }

    @Test
    void stepsGoOverIntoAndOutOfCalls() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start()) {
            debugged.breakAt("src/index.js:50");
            var answer = debugged.get("/");
            Pause pause = debugged.paused();
            debugged.plan(DebugPlan.OFF);
            pause = debugged.step(pause, Step.OVER);
            assertThat(DebuggedProject.place(pause)).isEqualTo("fetch src/index.js:49");
            assertThat(pause.reason()).isEqualTo(Pause.Reason.STEP);
            pause = debugged.step(pause, Step.OVER);
            assertThat(DebuggedProject.place(pause)).isEqualTo("fetch src/index.js:50");
            assertThat(debugged.value(pause, "i")).isEqualTo("1");
            pause = debugged.step(pause, Step.IN);
            assertThat(DebuggedProject.place(pause)).isEqualTo("twice src/index.js:4");
            pause = debugged.step(pause, Step.OVER);
            assertThat(DebuggedProject.place(pause)).isEqualTo("twice src/index.js:5");
            pause = debugged.step(pause, Step.OVER);
            assertThat(DebuggedProject.place(pause)).isEqualTo("fetch src/index.js:49");
            pause = debugged.step(pause, Step.OVER);
            pause = debugged.step(pause, Step.IN);
            pause = debugged.step(pause, Step.OUT);
            assertThat(DebuggedProject.place(pause)).isEqualTo("fetch src/index.js:49");
            pause = debugged.step(pause, Step.OVER);
            assertThat(DebuggedProject.place(pause)).isEqualTo("fetch src/index.js:52");
            debugged.goOn(pause, Step.OVER);
            assertThat(DebuggedProject.body(answer)).isEqualTo("6");
        }
    }

    @Test
    void aStepOverAnAwaitEndsAfterIt() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start()) {
            debugged.breakAt("src/index.js:8");
            var answer = debugged.get("/await");
            Pause pause = debugged.paused();
            pause = debugged.step(pause, Step.OVER);
            assertThat(DebuggedProject.place(pause)).isEqualTo("later src/index.js:9");
            pause = debugged.step(pause, Step.OVER);
            assertThat(DebuggedProject.place(pause)).isEqualTo("later src/index.js:10");
            assertThat(debugged.value(pause, "before")).isEqualTo("5");
            pause = debugged.step(pause, Step.OUT);
            assertThat(DebuggedProject.place(pause)).isEqualTo("fetch src/index.js:27");
            assertThat(debugged.value(pause, "total")).isEqualTo("6");
            debugged.goOn(pause, Step.CONTINUE);
            assertThat(DebuggedProject.body(answer)).isEqualTo("7");
        }
    }

    @Test
    void aStepOverACallThatIsReturnedDoesNotEndInIt() throws IOException, InterruptedException {
        Map<String, String> files = Map.of("wrangler.jsonc", CONFIG, "src/index.js", """
            async function order(item) {
              const first = await Promise.resolve(item);
              await new Promise((done) => setTimeout(done, 1));
              return first + '!';
            }
            async function text(request) {
              return order(await request.text());
            }
            export default {
              async fetch(request) {
                const all = await text(request);
                return new Response(all + new URL(request.url).pathname);
              },
            };
            """);
        try (DebuggedProject debugged = new DebuggedProject(runtime, folder, RuntimeOptions.DEFAULT, files)) {
            debugged.breakAt("src/index.js:7");
            for (Step step : List.of(Step.OVER, Step.OUT)) {
                var answer = debugged.get("/tea");
                Pause pause = debugged.paused();
                assertThat(DebuggedProject.place(pause)).isEqualTo("text src/index.js:7");
                pause = debugged.step(pause, step);
                assertThat(DebuggedProject.place(pause))
                        .as("after a step %s", step)
                        .isEqualTo("fetch src/index.js:12");
                debugged.goOn(pause, Step.CONTINUE);
                assertThat(DebuggedProject.body(answer)).isEqualTo("!/tea");
            }
            debugged.breakAt("src/index.js:11");
            var answer = debugged.get("/cup");
            debugged.goOn(debugged.paused(), Step.OUT);
            assertThat(DebuggedProject.body(answer)).isEqualTo("!/cup");
        }
    }

    /// After its wait nobody who called it is on the stack, so nothing of the step is left once it has returned: it
    /// ends in what goes on next and is no call that it went over, the statement that awaits it.
    @Test
    void aStepOverACallThatIsReturnedDoesNotEndInItAfterAWait() throws IOException, InterruptedException {
        Map<String, String> files = Map.of("wrangler.jsonc", CONFIG, "src/index.js", """
            async function order(item) {
              await new Promise((done) => setTimeout(done, 1));
              return item + '!';
            }
            async function text(request) {
              const item = await request.text();
              return order(item);
            }
            export default {
              async fetch(request) {
                const all = await text(request);
                return new Response(all + new URL(request.url).pathname);
              },
            };
            """);
        try (DebuggedProject debugged = new DebuggedProject(runtime, folder, RuntimeOptions.DEFAULT, files)) {
            debugged.breakAt("src/index.js:7");
            for (Step step : List.of(Step.OVER, Step.OUT)) {
                var answer = debugged.get("/tea");
                Pause pause = debugged.step(debugged.paused(), step);
                assertThat(DebuggedProject.place(pause))
                        .as("after a step %s", step)
                        .isEqualTo("fetch src/index.js:11");
                debugged.goOn(pause, Step.CONTINUE);
                assertThat(DebuggedProject.body(answer)).isEqualTo("!/tea");
            }
        }
    }

    @Test
    void aStepOverATimerEndsInTheTurnThatComesOfIt() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start()) {
            debugged.breakAt("src/index.js:45");
            var answer = debugged.get("/timer");
            Pause pause = debugged.step(debugged.paused(), Step.OVER);
            assertThat(DebuggedProject.place(pause)).isEqualTo("fetch src/index.js:46");
            debugged.goOn(pause, Step.CONTINUE);
            assertThat(DebuggedProject.body(answer)).isEqualTo("7");
        }
    }

    @Test
    void aStepInGoesIntoADynamicWorker() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start()) {
            debugged.breakAt("src/index.js:41");
            var answer = debugged.get("/dynamic");
            Pause pause = debugged.paused();
            while (pause.frames().getFirst().line() == 41 || pause.worker().equals("parent")) {
                pause = debugged.step(pause, Step.IN);
            }
            assertThat(DebuggedProject.place(pause)).isEqualTo("fetch dynamic/greeter/index.js:3");
            debugged.goOn(pause, Step.CONTINUE);
            assertThat(DebuggedProject.body(answer)).isEqualTo("hello from dynamic");
        }
    }

    @Test
    void aBreakpointInTheFileOfADynamicWorkerCountsInIt() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start()) {
            debugged.breakAt("dynamic/greeter/index.js:4");
            for (int i = 0; i < 2; i++) {
                var answer = debugged.get("/dynamic");
                Pause pause = debugged.paused();
                assertThat(DebuggedProject.place(pause)).isEqualTo("fetch dynamic/greeter/index.js:4");
                assertThat(pause.worker()).isNotEqualTo("parent");
                assertThat(debugged.value(pause, "name")).isEqualTo("\"dynamic\"");
                debugged.goOn(pause, Step.CONTINUE);
                assertThat(DebuggedProject.body(answer)).isEqualTo("hello from dynamic");
                // A new isolate of the same code.
                debugged.project.reset().join();
            }
        }
    }

    @Test
    void debuggerStatementsCountWhereDebuggingIsOn() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start()) {
            assertThat(DebuggedProject.body(debugged.get("/statement"))).isEqualTo("after");
            debugged.plan(new DebugPlan(List.of(), /* exceptions= */ false, /* statements= */ true));
            var answer = debugged.get("/statement");
            Pause pause = debugged.paused();
            assertThat(pause.reason()).isEqualTo(Pause.Reason.STATEMENT);
            assertThat(DebuggedProject.place(pause)).isEqualTo("fetch src/index.js:31");
            debugged.goOn(pause, Step.CONTINUE);
            assertThat(DebuggedProject.body(answer)).isEqualTo("after");
        }
    }

    @Test
    void anExceptionThatNoTryCatchesStandsStill() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start()) {
            debugged.plan(new DebugPlan(List.of(), /* exceptions= */ true, /* statements= */ false));
            var answer = debugged.get("/throw");
            Pause pause = debugged.paused();
            assertThat(pause.reason()).isEqualTo(Pause.Reason.EXCEPTION);
            assertThat(pause.detail()).contains("TypeError");
            assertThat(DebuggedProject.place(pause)).isEqualTo("fetch src/index.js:36");
            debugged.goOn(pause, Step.CONTINUE);
            assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join().outcome()).isEqualTo(EventOutcome.EXCEPTION);
        }
    }

    @Test
    void aPauseTakesNoTimeOfTheRun() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start()) {
            debugged.breakAt("src/index.js:45");
            long sent = System.nanoTime();
            var answer = debugged.get("/timer");
            Pause pause = debugged.paused();
            long held = System.nanoTime();
            while (System.nanoTime() - held < 300_000_000) {
                // Looking is answered all the time, and so is measuring.
                assertThat(debugged.value(pause, "total")).isEqualTo("0");
                assertThat(debugged.project
                                .isolates()
                                .orTimeout(60, TimeUnit.SECONDS)
                                .join())
                        .isNotEmpty();
            }
            double heldMillis = (System.nanoTime() - held) / 1e6;
            debugged.goOn(pause, Step.CONTINUE);
            var result = answer.orTimeout(60, TimeUnit.SECONDS).join();
            assertThat(result.outcome()).isEqualTo(EventOutcome.OK);
            // The pause is told a moment before the clock stands still; what was held is three times that allowance.
            assertThat(result.timing().totalMillis() + heldMillis).isLessThan((System.nanoTime() - sent) / 1e6 + 100);
        }
    }

    @Test
    void stopEndsCodeThatStandsStill() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start()) {
            debugged.breakAt("src/index.js:5");
            var answer = debugged.get("/");
            Pause pause = debugged.paused();
            debugged.project.stop().orTimeout(60, TimeUnit.SECONDS).join();
            assertThat(debugged.goesOn()).isEqualTo(pause.number());
            assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join().outcome()).isEqualTo(EventOutcome.CANCELED);
            debugged.plan(DebugPlan.OFF);
            assertThat(DebuggedProject.body(debugged.get("/"))).isEqualTo("6");
        }
    }

    @Test
    void killEndsCodeThatStandsStill() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start()) {
            debugged.breakAt("src/index.js:5");
            var answer = debugged.get("/");
            Pause pause = debugged.paused();
            assertThat(debugged.project.kill(pause.isolate()).join()).isTrue();
            assertThat(debugged.goesOn()).isEqualTo(pause.number());
            assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join().outcome()).isEqualTo(EventOutcome.CANCELED);
        }
    }

    @Test
    void anExpressionThatNeverEndsEndsTheIsolate() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start()) {
            debugged.breakAt("src/index.js:5");
            var answer = debugged.get("/");
            Pause pause = debugged.paused();
            assertThat(debugged.project.look(pause.number(), new Look.Evaluate(0, "(() => { for (;;); })()")))
                    .failsWithin(Duration.ofSeconds(60));
            assertThat(debugged.goesOn()).isEqualTo(pause.number());
            assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join().outcome()).isEqualTo(EventOutcome.EXCEEDED_CPU);
        }
    }

    @Test
    void aLoopStillEndsAtItsLimitWhileDebuggingIsOn() throws IOException {
        Map<String, String> files = Map.of("wrangler.jsonc", CONFIG, "src/index.js", """
            function never() {
              return 1;
            }
            export default {
              fetch() {
                for (;;) {}
              },
            };
            """);
        try (DebuggedProject debugged =
                new DebuggedProject(runtime, folder, RuntimeOptions.DEFAULT.limiting(Limit.CPU, 100), files)) {
            debugged.breakAt("src/index.js:2");
            var result = debugged.get("/").orTimeout(60, TimeUnit.SECONDS).join();
            assertThat(result.outcome()).isEqualTo(EventOutcome.EXCEEDED_CPU);
        }
    }

    @Test
    void linesOfTypeScriptAreThoseOfTheFile() throws IOException, InterruptedException {
        Map<String, String> files =
                Map.of("wrangler.jsonc", CONFIG.replace("index.js", "index.ts"), "src/index.ts", """
                    interface Tea {
                      name: string;
                      grams: number;
                    }

                    type Kind = 'green' | 'black';

                    function weigh(tea: Tea, kind: Kind): number {
                      const grams: number = tea.grams;
                      return grams * 2;
                    }

                    export default {
                      fetch(): Response {
                        return new Response(String(weigh({ name: 'x', grams: 3 }, 'green')));
                      },
                    };
                    """);
        try (DebuggedProject debugged = new DebuggedProject(runtime, folder, RuntimeOptions.DEFAULT, files)) {
            debugged.breakAt("src/index.ts:10");
            var answer = debugged.get("/");
            Pause pause = debugged.paused();
            assertThat(DebuggedProject.place(pause)).isEqualTo("weigh src/index.ts:10");
            assertThat(pause.frames().getFirst().code()).isEqualTo("  return grams * 2;");
            assertThat(debugged.value(pause, "grams")).isEqualTo("3");
            debugged.goOn(pause, Step.CONTINUE);
            assertThat(DebuggedProject.body(answer)).isEqualTo("6");
        }
    }
}
