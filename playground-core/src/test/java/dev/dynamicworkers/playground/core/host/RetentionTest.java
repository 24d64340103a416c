package dev.dynamicworkers.playground.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.LocalRuntime;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Dynamic workers that nobody uses are let go of, and none that somebody uses is.
final class RetentionTest {
    private static final String CONFIG = """
        {"name": "retention", "main": "index.js", "compatibility_date": "2026-01-01",
         "worker_loaders": [{"binding": "LOADER"}]}
        """;

    private static final String PROGRAM = """
        import { WorkerEntrypoint } from 'cloudflare:workers';
        const code = () => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js':
          "let calls = 0; export default { fetch() { return new Response(String(++calls)) } }" } });
        const call = async (stub) => (await stub.getEntrypoint().fetch('http://x/')).text();
        export class One extends WorkerEntrypoint {
          load() { return call(this.env.LOADER.load(code())) }
          named(name) { return call(this.env.LOADER.get(name, code)) }
        }
        export const unnamed = { async test(controller, env, ctx) {
          for (let i = 0; i < 2000; i++) if (await ctx.exports.One.load() !== '1') throw new Error('wrong answer');
        } };
        export const named = { async test(controller, env, ctx) {
          for (let i = 0; i < 150; i++) await ctx.exports.One.named(`n${i}`);
          if (await ctx.exports.One.named('n149') !== '2') throw new Error('the newest was let go of');
          if (await ctx.exports.One.named('n0') !== '1') throw new Error('the oldest was kept');
        } };
        export const held = { async test(controller, env, ctx) {
          const mine = env.LOADER.load(code());
          await call(mine);
          for (let i = 0; i < 50; i++) await ctx.exports.One.load();
          if (await call(mine) !== '2') throw new Error('a worker in use was let go of');
        } };
        """;

    @TempDir
    private Path home;

    @Test
    void letsGoOfWhatNobodyUses() throws IOException {
        Files.writeString(home.resolve("wrangler.jsonc"), CONFIG);
        Files.writeString(home.resolve("index.js"), PROGRAM);
        AtomicInteger open = new AtomicInteger();
        try (WorkerRuntime runtime = LocalRuntime.start()) {
            RunningProject project =
                    runtime.start(new ProjectReader().read(home, Map.of()), RuntimeOptions.DEFAULT, event -> {
                        switch (event) {
                            case TailEvent.Onset onset -> open.incrementAndGet();
                            case TailEvent.Outcome outcome -> open.decrementAndGet();
                            default -> {
                                // Nothing that is counted.
                            }
                        }
                    });
            check(project, "unnamed");
            assertThat(live(project)).isLessThanOrEqualTo(1 + 20);
            check(project, "held");
            check(project, "named");
            assertThat(live(project)).isLessThanOrEqualTo(1 + 20 + 100);
            assertThat(open).hasValue(0);
            project.close();
        }
    }

    private static void check(RunningProject project, String test) {
        assertThat(await(project.dispatch(new Invocation.Test(test))).error()).isNull();
    }

    private static long live(RunningProject project) {
        List<IsolateSnapshot> isolates = await(project.isolates());
        // Those that ended lately are shown for a while.
        assertThat(isolates).hasSizeLessThanOrEqualTo(1 + 20 + 100 + 50);
        return isolates.stream()
                .filter(each ->
                        each.state() == IsolateSnapshot.State.IDLE || each.state() == IsolateSnapshot.State.BUSY)
                .count();
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get(120, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
