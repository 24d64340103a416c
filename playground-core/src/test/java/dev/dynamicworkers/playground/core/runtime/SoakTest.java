package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.host.HostSettings;
import dev.dynamicworkers.playground.core.host.ProjectHost;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Many requests and loads on one running project: memory stays where it was, and nothing is left over.
///
/// Every tenth request loads a worker. A default run is short; `-Dsoak.requests=1000000` is the long one, which prints
/// the figures for docs/performance.md.
final class SoakTest {
    private static final int REQUESTS = Integer.getInteger("soak.requests", 200);
    /// Each is a collection of the whole heap.
    private static final int SAMPLES = Math.clamp(REQUESTS / 25, 8, 20);
    private static final long MEGABYTE = 1 << 20;

    /// What a heap may differ by from one collection to another without anything having grown.
    private static final long NOISE_BYTES = 24 * MEGABYTE;

    private static final String WORKER = """
        let served = 0;
        const code = (n) => ({
          compatibilityDate: '2026-01-01', mainModule: 'm.js', globalOutbound: null,
          modules: { 'm.js': `export default { fetch() { return new Response('worker ${n}'); } }` },
        });
        export default {
          async fetch(request, env) {
            const n = ++served;
            if (n % 10 === 0) return env.LOADER.load(code(n)).getEntrypoint().fetch(request);
            if (n % 10 === 5) return env.LOADER.get('named ' + (n % 50), () => code('named')).getEntrypoint().fetch(request);
            if (n % 10 === 7) return new Response(new Blob(['x'.repeat(1000)]).stream());
            if (n % 100 === 1) console.log('served', n);
            return new Response('request ' + n);
          },
        };
        """;

    @Test
    void memoryStaysFlat() {
        List<Long> used = new ArrayList<>();
        try (LocalRuntime runtime = LocalRuntime.start()) {
            LocalProject project = runtime.start(
                    WorkerFixture.project(WORKER), RuntimeOptions.DEFAULT, event -> {}, HostSettings.Additions.NONE);
            long start = System.nanoTime();
            for (int i = 1; i <= REQUESTS; i++) {
                InvocationResult result = WorkerFixture.await(project.dispatch(new Invocation.Fetch(
                        "GET", "http://soak/", List.of(), new RequestBody.None(), /* entrypoint= */ null)));
                assertThat(result.outcome()).as(String.valueOf(result.error())).isEqualTo(EventOutcome.OK);
                if (i % (REQUESTS / SAMPLES) == 0) {
                    used.add(usedBytes());
                    tell(i, start, used.getLast(), WorkerFixture.await(project.census()));
                }
            }
            ProjectHost.Census census = WorkerFixture.await(project.census());
            assertThat(census.isolates()).isLessThan(100);
            assertThat(census.modules()).isEqualTo(census.isolates());
            assertThat(census.handles()).isLessThan(500);
        }
        // The first samples are of a process that is getting warm.
        long early = least(used.subList(SAMPLES / 4, SAMPLES / 2));
        long late = least(used.subList(SAMPLES - SAMPLES / 4, SAMPLES));
        assertThat(late).as("heap in use, sample by sample: %s", used).isLessThan(early + early / 10 + NOISE_BYTES);
    }

    private static long least(List<Long> samples) {
        return samples.stream().mapToLong(Long::longValue).min().orElseThrow();
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void tell(int done, long start, long used, ProjectHost.Census census) {
        System.getLogger(SoakTest.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        () -> String.format(
                                Locale.ROOT,
                                "%,d requests in %d s: %d MiB of heap, %s",
                                done,
                                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
                                used / MEGABYTE,
                                census));
    }
}
