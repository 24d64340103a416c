package dev.dynamicworkers.playground.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.isolate.SharedEngine;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The order in which promise jobs, timers, calls and events of several invocations run, by a clock that stands still
/// until it is told to go on.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OrderingTest {
    private static final String WORKER = """
        import { RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';
        const log = (...words) => console.log(words.join(' '));
        const after = (ms, word) => new Promise((resolve) => setTimeout(() => { log(word); resolve(word); }, ms));
        const CHILD = `
          import { WorkerEntrypoint } from 'cloudflare:workers';
          export default class extends WorkerEntrypoint {
            fast(n) { console.log('fast', n); return n; }
            async slow(n) { console.log('slow begins', n); await new Promise((r) => setTimeout(r, 100)); console.log('slow ends', n); return n; }
            async call(callback) { console.log('before callback'); const got = await callback('x'); console.log('callback gave', got); return got; }
            async work() { this.ctx.waitUntil(new Promise((r) => setTimeout(() => { console.log('child waited'); r(); }, 50))); return 'done'; }
            async float() { setTimeout(() => console.log('never'), 10); return 'done'; }
          }`;
        const child = (env) => env.LOADER.get('child', () => (
          { compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': CHILD } })).getEntrypoint();
        const handlers = {
          async '/warm'(env) { await child(env).fast(0); },
          async '/jobs'() {
            setTimeout(() => { log('timer 0 a'); Promise.resolve().then(() => log('job of timer a')); }, 0);
            setTimeout(() => log('timer 0 b'), 0);
            setTimeout(() => log('timer 5'), 5);
            setTimeout(() => log('timer 3'), 3);
            queueMicrotask(() => { log('job 1'); queueMicrotask(() => log('job 3')); });
            Promise.resolve().then(() => log('job 2'));
            log('sync');
            await after(10, 'timer 10');
          },
          async '/interval'() {
            let n = 0;
            await new Promise((resolve) => {
              const id = setInterval(() => { log('tick', ++n); if (n === 3) { clearInterval(id); resolve(); } }, 20);
              setTimeout(() => log('between'), 50);
            });
          },
          async '/a'() { log('a begins'); await after(20, 'a wakes'); return 'a'; },
          async '/b'() { log('b begins'); await after(10, 'b wakes'); return 'b'; },
          async '/wait'(env, ctx) { ctx.waitUntil(after(50, 'waited')); return 'answered'; },
          async '/forever'(env, ctx) { ctx.waitUntil(after(3600e3, 'never')); return 'answered'; },
          async '/socket'() {
            const { 0: client, 1: server } = new WebSocketPair();
            server.accept();
            setTimeout(() => log('still there'), 600e3);
            return new Response(null, { status: 101, webSocket: client });
          },
          async '/dropped'() { after(10, 'never'); return 'answered'; },
          async '/hang'() { await new Promise(() => {}); },
          async '/calls'(env) {
            const stub = child(env);
            const slow = stub.slow(1).then(() => log('slow answered'));
            const fast = [stub.fast(2), stub.fast(3)];
            log('sent');
            await Promise.all(fast);
            log('fast answered');
            await slow;
          },
          async '/callback'(env) { return child(env).call(async (x) => { log('in callback', x); await after(5, 'callback woke'); return 'y'; }); },
          async '/child-waits'(env) { return child(env).work(); },
          async '/child-floats'(env) { return child(env).float(); },
          async '/unawaited'(env) { child(env).slow('unawaited'); return 'answered'; },
        };
        export default {
          async fetch(request, env, ctx) {
            const result = await handlers[new URL(request.url).pathname](env, ctx);
            return result instanceof Response ? result : new Response(String(result));
          },
        };
        export class Room {}
        """;

    private SharedEngine engine;

    @BeforeAll
    void start() {
        engine = new SharedEngine();
    }

    @AfterAll
    void stop() {
        engine.close();
    }

    private ManualProject project() {
        return new ManualProject(engine, WORKER).warm();
    }

    @Test
    void jobsRunBeforeTimersAndTimersInTheOrderOfTheirTimes() {
        try (var project = project()) {
            project.send("/jobs");
            project.settle();
            assertThat(project.lines())
                    .containsExactly("sync", "job 1", "job 2", "job 3", "timer 0 a", "job of timer a", "timer 0 b");
            project.advanceMillis(9);
            assertThat(project.lines()).containsExactly("timer 3", "timer 5");
            project.advanceMillis(1);
            assertThat(project.lines()).containsExactly("timer 10", "/jobs -> undefined", "/jobs over");
        }
    }

    @Test
    void intervalsKeepTheirRhythm() {
        try (var project = project()) {
            project.send("/interval");
            project.advanceMillis(19);
            assertThat(project.lines()).isEmpty();
            project.advanceMillis(36);
            assertThat(project.lines()).containsExactly("tick 1", "tick 2", "between");
            project.advanceMillis(5);
            assertThat(project.lines()).containsExactly("tick 3", "/interval -> undefined", "/interval over");
        }
    }

    @Test
    void invocationsOfAnIsolateTakeTurnsAtTheirAwaits() {
        try (var project = project()) {
            project.send("/a");
            project.send("/b");
            project.advanceMillis(20);
            assertThat(project.lines())
                    .containsExactly(
                            "a begins", "b begins", "b wakes", "/b -> b", "/b over", "a wakes", "/a -> a", "/a over");
        }
    }

    @Test
    void responseLeavesBeforeWaitUntilWorkEnds() {
        try (var project = project()) {
            project.send("/wait");
            project.settle();
            assertThat(project.lines()).containsExactly("/wait -> answered");
            project.advanceMillis(50);
            assertThat(project.lines()).containsExactly("waited", "/wait over");
        }
    }

    @Test
    void waitUntilWorkHasHalfAMinute() {
        try (var project = project()) {
            project.send("/forever");
            project.settle();
            assertThat(project.lines()).containsExactly("/forever -> answered");
            project.advance(Duration.ofSeconds(30).minusMillis(1));
            assertThat(project.lines()).isEmpty();
            project.advanceMillis(1);
            assertThat(project.lines())
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("waitUntil() tasks did not complete"),
                            line -> assertThat(line).isEqualTo("/forever over"));
        }
    }

    @Test
    void openSocketHasMoreTimeThanThat() {
        try (var project = project()) {
            project.sendUpgrade("/socket");
            project.advance(Duration.ofMinutes(9));
            assertThat(project.lines()).containsExactly("/socket -> None[]");
            project.advance(Duration.ofMinutes(1));
            assertThat(project.lines()).containsExactly("still there");
        }
    }

    @Test
    void timersDieWithTheirInvocation() {
        try (var project = project()) {
            project.send("/dropped");
            project.advanceMillis(60_000);
            assertThat(project.lines()).containsExactly("/dropped -> answered", "/dropped over");
        }
    }

    @Test
    void handlerThatCanNeverEndIsFoundAtOnce() {
        try (var project = project()) {
            project.send("/hang");
            project.settle();
            assertThat(project.lines())
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("/hang failed: The Workers runtime canceled this"),
                            line -> assertThat(line).isEqualTo("/hang over"));
        }
    }

    @Test
    void callsArriveInOrderAndASlowOneBlocksNone() {
        try (var project = project()) {
            project.send("/calls");
            project.settle();
            assertThat(project.lines()).containsExactly("sent", "slow begins 1", "fast 2", "fast 3", "fast answered");
            project.advanceMillis(100);
            assertThat(project.lines())
                    .containsExactly("slow ends 1", "slow answered", "/calls -> undefined", "/calls over");
        }
    }

    @Test
    void callbackRunsInItsOwnersInvocationWhileTheCallWaits() {
        try (var project = project()) {
            project.send("/callback");
            project.settle();
            assertThat(project.lines()).containsExactly("before callback", "in callback x");
            project.advanceMillis(5);
            assertThat(project.lines())
                    .containsExactly("callback woke", "callback gave y", "/callback -> y", "/callback over");
        }
    }

    @Test
    void waitUntilWorkOfACalleeOutlivesItsCaller() {
        try (var project = project()) {
            project.send("/child-waits");
            project.settle();
            assertThat(project.lines()).containsExactly("/child-waits -> done", "/child-waits over");
            project.advanceMillis(50);
            assertThat(project.lines()).containsExactly("child waited");
        }
    }

    @Test
    void whatNobodyWaitsForIsDropped() {
        try (var project = project()) {
            project.send("/child-floats");
            project.advanceMillis(1000);
            assertThat(project.lines()).containsExactly("/child-floats -> done", "/child-floats over");

            project.send("/unawaited");
            project.advanceMillis(1000);
            assertThat(project.lines())
                    .contains("/unawaited -> answered", "/unawaited over")
                    .doesNotContain("slow ends unawaited");
        }
    }
}
