package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.GuestError.Frame;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a limit or a person ends says where its code was: in the parent, in dynamic workers, in what these load, in
/// Durable Objects, and while a worker starts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KilledPlacesTest {
    private static final RuntimeOptions OPTIONS =
            RuntimeOptions.DEFAULT.limiting(Limit.CPU, 150).limiting(Limit.MEMORY, 32);

    private final List<TailEvent.GuestException> thrown = new CopyOnWriteArrayList<>();
    private final List<TailEvent.IsolateEnded> ends = new CopyOnWriteArrayList<>();
    private LocalRuntime runtime;

    @BeforeAll
    void start() {
        runtime = LocalRuntime.start();
        // What an engine that was just started takes to call a handler at all is not the code's time.
        try (WorkerFixture worker = WorkerFixture.start(
                runtime,
                RuntimeOptions.DEFAULT.limiting(Limit.START_CPU, 60_000),
                "export default { async fetch() { await null; return new Response('warm'); } };")) {
            for (int i = 0; i < 3; i++) {
                assertThat(WorkerFixture.text(worker.get("/"))).isEqualTo("warm");
            }
        }
    }

    @AfterAll
    void stop() {
        runtime.close();
    }

    /// The place is that of the guest's code, whatever the engine did for it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        for (;;) {}                                                         | fetch   | 3
        let n = 0; for (;;) { n = (n * 31 + 7) % 1000; }                    | fetch   | 3
        await null; for (;;) {}                                             | fetch   | 3
        for (;;) step(1);                                                   | fetch   | 3
        const spin = () => { for (;;) {} }; [1, 2].map(spin);               | spin    | 3
        for (;;) /^(a+)+$/.test('a'.repeat(24) + 'b');                      | fetch   | 3
        for (;;) JSON.parse(JSON.stringify(Array(10000).fill({ a: 1 })));   | fetch   | 3
        for (;;) new URL('https://example.com/' + Math.random());           | fetch   | 3
        queueMicrotask(function again() { queueMicrotask(again); });        | again   | 3
        (function next() { return Promise.resolve().then(next); })();       | next    | 3
        """)
    void everyKindOfCode(String code, String function, int line) {
        GuestError error = begun("""
            export default {
              async fetch() { console.log('begun');
                %s
                await new Promise(() => {});
              }
            };
            function step(n) {
              return n + 1;
            }
            """.formatted(code), EventOutcome.EXCEEDED_CPU);
        Frame inner = error.frames().getFirst();
        // A call that is made again and again is sometimes met on its inside.
        if (inner.function().equals("step")) {
            inner = error.frames().get(1);
        }
        assertThat(inner)
                .extracting(Frame::function, Frame::file, Frame::line)
                .containsExactly(function, "index.js", line);
        assertThat(error.stack()).contains("    at " + function + " (index.js:" + line + ":");
    }

    @Test
    void whoCalledItIsThereToo() {
        GuestError error = ended("""
            function inner() {
              for (;;) {}
            }
            function outer() {
              inner();
            }
            export default { fetch() { outer(); } };
            """, EventOutcome.EXCEEDED_CPU);
        assertThat(error.frames())
                .extracting(frame -> frame.function() + ":" + frame.line())
                .containsExactly("inner:2", "outer:5", "fetch:7");
    }

    @Test
    void deepStacksAreCut() {
        GuestError error = ended("""
            function down(n) {
              if (n === 0) for (;;) {}
              down(n - 1);
            }
            export default { fetch() { down(1000); } };
            """, EventOutcome.EXCEEDED_CPU);
        assertThat(error.frames()).hasSize(GuestError.MOST_FRAMES).startsWith(new Frame("down", "index.js", 2, 16));
    }

    @Test
    void memory() {
        GuestError error = ended(OPTIONS.limiting(Limit.CPU, 20_000), """
            const kept = [];
            function keep() {
              kept.push(new Array(1000).fill({}).map(() => ({})));
            }
            export default {
              fetch() {
                for (;;) keep();
              }
            };
            """, EventOutcome.EXCEEDED_MEMORY);
        assertThat(error.frames())
                .extracting(frame -> frame.function() + ":" + frame.line())
                .contains("fetch:7");
    }

    @Test
    void aStartThatDoesNotEnd() {
        try (WorkerFixture worker = WorkerFixture.start(
                runtime, OPTIONS.limiting(Limit.START_CPU, 150), "\nfor (;;) {}\nexport default {};", this::hear)) {
            InvocationResult result = worker.get("/");
            assertThat(result.outcome()).isEqualTo(EventOutcome.EXCEEDED_CPU);
            assertThat(Objects.requireNonNull(result.error()).frames())
                    .containsExactly(new Frame("", "index.js", 2, 1));
            // Others end as the project of the test before is closed.
            assertThat(ends)
                    .filteredOn(ended -> ended.reason().contains("start exceeded"))
                    .hasSize(1);
        }
    }

    /// The parent goes on after its own `await`; the place that was ended is the child's, in the words of its source.
    @Test
    void aDynamicWorkerInTypeScriptThatAnotherAskedFor() {
        RuntimeOptions options = OPTIONS.limiting(Limit.CPU, 1_000);
        try (WorkerFixture worker = WorkerFixture.start(runtime, options, """
            const grandchild = `
            interface Job { name: string; times: number }

            type Name = string;
            export function spin(job: Job): never {
              const label: Name = job.name;
              for (;;) {}
            }
            export default {
              fetch(): Response {
                return spin({ name: 'x', times: 2 } as Job);
              }
            };
            `;
            const child = `export default {
              async fetch(request, env) {
                return new Response(await env.HOST.run(env.CODE));
              }
            };`;
            import { WorkerEntrypoint } from 'cloudflare:workers';
            const load = (loader, name, code, env) => loader.load({
              compatibilityDate: '2026-01-01', mainModule: name, modules: { [name]: code }, env }).getEntrypoint();
            export class Host extends WorkerEntrypoint {
              async run(code) {
                return (await load(this.env.LOADER, 'grand.ts', code, {}).fetch('http://x/')).text();
              }
            }
            export default {
              fetch(request, env, ctx) {
                return load(env.LOADER, 'child.js', child, { HOST: ctx.exports.Host({ props: {} }), CODE: grandchild }).fetch(request);
              }
            };
            """, this::hear)) {
            thrown.clear();
            worker.get("/");
        }
        GuestError deepest = thrown.getFirst().error();
        assertThat(deepest.frames())
                .containsExactly(new Frame("spin", "grand.ts", 7, 3), new Frame("fetch", "grand.ts", 11, 12));
    }

    @Test
    void aDurableObject() {
        RuntimeOptions options = OPTIONS.limiting(Limit.CPU, 1_000);
        try (WorkerFixture worker = WorkerFixture.start(runtime, options, """
            import { DurableObject } from 'cloudflare:workers';
            export class Room extends DurableObject {
              spin() {
                for (;;) {}
              }
            }
            export default {
              async fetch(request, env) {
                return env.ROOM.get(env.ROOM.idFromName('a')).spin();
              }
            };
            """, this::hear)) {
            thrown.clear();
            assertThat(worker.get("/").outcome()).isNotEqualTo(EventOutcome.OK);
            assertThat(thrown)
                    .flatExtracting(each -> each.error().frames())
                    .contains(new Frame("spin", "index.js", 4, 5));
        }
    }

    private GuestError ended(String code, EventOutcome outcome) {
        return ended(OPTIONS, code, outcome);
    }

    /// On a busy machine a first call may take all the time that the code may have: then it gets more.
    private GuestError begun(String code, EventOutcome outcome) {
        for (int limit = 150; ; limit *= 4) {
            try (WorkerFixture worker =
                    WorkerFixture.start(runtime, OPTIONS.limiting(Limit.CPU, limit), code, this::hear)) {
                InvocationResult result = worker.get("/");
                assertThat(result.outcome()).isEqualTo(outcome);
                if (!WorkerFixture.logs(result).isEmpty() || limit > 5_000) {
                    return Objects.requireNonNull(result.error());
                }
            }
        }
    }

    private GuestError ended(RuntimeOptions options, String code, EventOutcome outcome) {
        try (WorkerFixture worker = WorkerFixture.start(runtime, options, code, this::hear)) {
            InvocationResult result = worker.get("/");
            assertThat(result.outcome()).isEqualTo(outcome);
            return Objects.requireNonNull(result.error());
        }
    }

    private void hear(TailEvent event) {
        if (event instanceof TailEvent.IsolateEnded ended) {
            ends.add(ended);
        }
        if (event instanceof TailEvent.GuestException exception) {
            thrown.add(exception);
        }
    }
}
