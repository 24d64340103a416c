package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.debug.Step;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Limits while code stands still, and code of paired projects.
@Timeout(120)
final class PauseLimitsTest {
    private static final String CONFIG = """
        { "name": "shop", "main": "index.js", "compatibility_date": "2026-01-01",
          "services": [{ "binding": "BILLING", "service": "billing" }] }
        """;
    private static final String SHOP = """
        export default {
          async fetch(request, env) {
            const path = new URL(request.url).pathname;
            if (path === '/paired') {
              const answer = await env.BILLING.fetch(request);
              return answer;
            }
            return new Response('done');
          },
        };
        """;
    private static final String BILLING = """
        export default {
          fetch() {
            const bill = 12;
            const tax = 3;
            const sum = bill + tax;
            return new Response('billed ' + sum);
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
        Path shop = Files.createDirectories(folder.resolve("shop"));
        return new DebuggedProject(
                runtime,
                shop,
                options,
                Map.of(
                        "wrangler.jsonc",
                        CONFIG,
                        "index.js",
                        SHOP,
                        ".playground/playground.json",
                        "{ \"version\": 1, \"services\": { \"billing\": \"../pay\" } }",
                        "../pay/wrangler.jsonc",
                        "{ \"name\": \"billing\", \"main\": \"index.js\", \"compatibility_date\": \"2026-01-01\" }",
                        "../pay/index.js",
                        BILLING));
    }

    @Test
    void memoryThatAnExpressionKeepsEndsTheIsolateThatStandsStill() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start(RuntimeOptions.DEFAULT.limiting(Limit.MEMORY, 24))) {
            debugged.breakAt("index.js:8");
            var answer = debugged.get("/");
            Pause pause = debugged.paused();
            assertThat(debugged.project.look(
                            pause.number(),
                            new Look.Evaluate(
                                    0,
                                    "(() => { const kept = []; for (;;) { kept.push(new Float64Array(65536)); } })()")))
                    .failsWithin(Duration.ofSeconds(60));
            assertThat(debugged.goesOn()).isEqualTo(pause.number());
            assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join().outcome()).isEqualTo(EventOutcome.EXCEEDED_MEMORY);
        }
    }

    /// The clock of the limit stands still with the code: it is held for twice as long as the whole run may take.
    @Test
    void theLimitOfTimeDoesNotRunOnInAPause() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start(RuntimeOptions.DEFAULT.limiting(Limit.WALL, 1_000))) {
            debugged.breakAt("index.js:8");
            var answer = debugged.get("/");
            Pause pause = debugged.paused();
            long held = System.nanoTime();
            while (System.nanoTime() - held < 2_000_000_000L) {
                assertThat(debugged.value(pause, "path")).isEqualTo("\"/\"");
            }
            assertThat(answer).isNotDone();
            debugged.goOn(pause, Step.CONTINUE);
            assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join().outcome()).isEqualTo(EventOutcome.OK);
        }
    }

    /// Both projects have an `index.js`. Files of the paired one have no path within the project, so none is named.
    @Test
    void aBreakpointMeansTheProjectsOwnFileAndAStepGoesIntoThePairedOne() throws IOException, InterruptedException {
        try (DebuggedProject debugged = start(RuntimeOptions.DEFAULT)) {
            debugged.breakAt("index.js:3", "index.js:5");
            var answer = debugged.get("/paired");
            Pause first = debugged.paused();
            assertThat(first.worker()).isEqualTo("parent");
            Pause second = debugged.step(first, Step.CONTINUE);
            assertThat(DebuggedProject.place(second)).isEqualTo("fetch index.js:5");
            assertThat(second.worker()).isEqualTo("parent");

            Pause within = debugged.step(second, Step.IN);
            assertThat(within.worker()).isEqualTo("billing");
            assertThat(within.frames().getFirst().file()).isNull();
            assertThat(within.frames().getFirst().module()).isEqualTo("index.js");
            Pause next = debugged.step(within, Step.OVER);
            assertThat(debugged.value(next, "bill")).isEqualTo("12");
            debugged.goOn(next, Step.CONTINUE);
            assertThat(DebuggedProject.body(answer)).isEqualTo("billed 15");
            assertThat(debugged.hasPaused()).isFalse();
        }
    }
}
