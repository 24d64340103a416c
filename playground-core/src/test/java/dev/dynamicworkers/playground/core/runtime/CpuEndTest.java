package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// How long after its limit of CPU time code of several kinds ends. A default run is short; `-Dcpu.runs=100` is the
/// long one, which prints the distribution for each kind.
final class CpuEndTest {
    private static final int RUNS = Integer.getInteger("cpu.runs", 1);
    private static final int LIMIT_MILLIS = 50;
    private static final String[] KINDS = {"loop", "allocation", "regexp", "json", "string", "microtasks"};

    private static final String CODE = """
        const text = JSON.stringify(Array.from({ length: 2000 }, (_, i) => ({ i, name: 'name ' + i })));
        const kinds = {
          loop() { for (;;); },
          allocation() { for (let kept; ; ) kept = Array.from({ length: 100 }, (_, i) => ({ i })); },
          regexp() { for (;;) /^(a+)+$/.test('a'.repeat(24) + 'b'); },
          json() { for (;;) JSON.stringify(JSON.parse(text)); },
          string() { for (let s = ''; ; s = s.length > 100000 ? '' : s) s += 'text'.toUpperCase(); },
          async microtasks() { for (;;) await null; },
        };
        export default { async fetch(request) { await kinds[new URL(request.url).pathname.slice(1)](); } };
        """;

    @Test
    void codeOfAllKindsEndsSoonAfterItsLimit() {
        StringBuilder report = new StringBuilder();
        try (LocalRuntime runtime = LocalRuntime.start();
                WorkerFixture worker =
                        WorkerFixture.start(runtime, RuntimeOptions.DEFAULT.limiting(Limit.CPU, LIMIT_MILLIS), CODE)) {
            for (String kind : KINDS) {
                double[] late = new double[RUNS];
                for (int i = 0; i < RUNS; i++) {
                    InvocationResult result = worker.get("/" + kind);
                    assertThat(result.outcome()).as(kind).isEqualTo(EventOutcome.EXCEEDED_CPU);
                    late[i] = result.timing().cpuMillis() - LIMIT_MILLIS;
                }
                Arrays.sort(late);
                report.append(String.format(
                        Locale.ROOT,
                        "%n| %s | %.1f | %.1f | %.1f |",
                        kind,
                        late[RUNS / 2],
                        late[Math.min(RUNS - 1, RUNS * 95 / 100)],
                        late[RUNS - 1]));
            }
        }
        if (RUNS > 1) {
            System.getLogger(CpuEndTest.class.getName())
                    .log(System.Logger.Level.INFO, "CPU time after the limit, ms: p50, p95, worst" + report);
        }
    }
}
