package dev.dynamicworkers.playground.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.eventloop.ManualEventLoop;
import dev.dynamicworkers.playground.core.isolate.SharedEngine;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The order of events in Durable Objects: their gates, their alarms and their ends.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GatesTest {
    private static final String WORKER = """
        import { DurableObject } from 'cloudflare:workers';
        const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
        export class Room extends DurableObject {
          constructor(ctx, env) {
            super(ctx, env);
            console.log('made');
            if (ctx.id.name === 'slow') ctx.blockConcurrencyWhile(async () => { await sleep(100); console.log('started'); });
          }
          hello(n) { console.log('hello', n); return n; }
          async block(n) {
            await this.ctx.blockConcurrencyWhile(async () => { console.log('section', n); await sleep(50); console.log('section over', n); });
            console.log('after section', n);
          }
          async failInSection() { await this.ctx.blockConcurrencyWhile(async () => { await sleep(5); throw new Error('broken'); }); }
          async increment() {
            const before = (await this.ctx.storage.get('n')) ?? 0;
            await this.ctx.storage.put('n', before + 1);
            return before + 1;
          }
          async sleepy(n) { console.log('sleepy', n); await sleep(10); console.log('awake', n); }
          async arm(ms) { await this.ctx.storage.setAlarm(%1$d + ms); }
          async alarm({ retryCount }) { console.log('alarm', this.ctx.id.name, retryCount); if (this.ctx.id.name === 'bad') throw new Error('bad'); }
          end() { this.ctx.abort(new Error('ended')); }
          background() { sleep(200).then(() => console.log('in the background')); }
        }
        const room = (env, name) => env.ROOM.getByName(name);
        const handlers = {
          async '/warm'() {},
          async '/slow'(env) { const r = room(env, 'slow'); await Promise.all([r.hello(1), r.hello(2)]); },
          async '/block'(env) { const r = room(env, 'a'); await Promise.all([r.block(1), r.hello(2), r.block(3), r.hello(4)]); },
          async '/increments'(env) { return (await Promise.all(Array.from({ length: 5 }, () => room(env, 'n').increment()))).join(); },
          async '/sleepy'(env) { const r = room(env, 'a'); await Promise.all([r.sleepy(1), r.sleepy(2)]); },
          async '/arm'(env) { await room(env, 'good').arm(5000); },
          async '/arm-bad'(env) { await room(env, 'bad').arm(1000); },
          async '/broken'(env) {
            const r = room(env, 'c');
            const results = await Promise.allSettled([r.failInSection(), r.hello(1)]);
            return [...results.map((x) => x.reason?.message ?? x.value), await room(env, 'c').hello(2)].join();
          },
          async '/end'(env) {
            const r = room(env, 'd');
            const results = await Promise.allSettled([r.end(), r.hello(1)]);
            return results.map((x) => x.reason?.message ?? x.value).join();
          },
          async '/background'(env) { await room(env, 'e').background(); },
        };
        export default {
          async fetch(request, env) { return new Response(String(await handlers[new URL(request.url).pathname](env))); },
        };
        """.formatted(ManualEventLoop.EPOCH_MILLIS);

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
    void constructorsSectionKeepsAllEventsBack() {
        try (var project = project()) {
            project.send("/slow");
            project.advanceMillis(99);
            assertThat(project.lines()).containsExactly("made");
            project.advanceMillis(1);
            assertThat(project.lines())
                    .containsExactly("started", "hello 1", "hello 2", "/slow -> undefined", "/slow over");
        }
    }

    @Test
    void criticalSectionsRunOneAfterTheOther() {
        try (var project = project()) {
            project.send("/block");
            project.advanceMillis(49);
            assertThat(project.lines()).containsExactly("made", "section 1");
            project.advanceMillis(1);
            assertThat(project.lines()).containsExactly("section over 1", "after section 1", "hello 2", "section 3");
            project.advanceMillis(50);
            assertThat(project.lines())
                    .containsExactly(
                            "section over 3", "after section 3", "hello 4", "/block -> undefined", "/block over");
        }
    }

    @Test
    void nothingComesBetweenReadingAndWritingStorage() {
        try (var project = project()) {
            project.send("/increments");
            project.settle();
            assertThat(project.lines()).containsExactly("made", "/increments -> 1,2,3,4,5", "/increments over");
        }
    }

    @Test
    void eventsTakeTurnsAtOtherAwaits() {
        try (var project = project()) {
            project.send("/sleepy");
            project.advanceMillis(10);
            assertThat(project.lines())
                    .containsExactly(
                            "made",
                            "sleepy 1",
                            "sleepy 2",
                            "awake 1",
                            "awake 2",
                            "/sleepy -> undefined",
                            "/sleepy over");
        }
    }

    @Test
    void alarmRingsAtItsTime() {
        try (var project = project()) {
            project.send("/arm");
            project.settle();
            project.lines();
            project.advanceMillis(4999);
            assertThat(project.lines()).isEmpty();
            project.advanceMillis(1);
            assertThat(project.lines()).containsExactly("alarm good 0");
            project.advance(Duration.ofHours(1));
            assertThat(project.lines()).isEmpty();
        }
    }

    @Test
    void failedAlarmRingsAgainEverLaterAndSixTimesAtMost() {
        try (var project = project()) {
            project.send("/arm-bad");
            project.advanceMillis(1000);
            assertThat(project.lines()).endsWith("alarm bad 0");
            long wait = 2000;
            for (int retry = 1; retry <= 6; retry++, wait *= 2) {
                project.advanceMillis(wait - 1);
                assertThat(project.lines()).isEmpty();
                project.advanceMillis(1);
                assertThat(project.lines()).containsExactly("alarm bad " + retry);
            }
            project.advance(Duration.ofDays(1));
            assertThat(project.lines()).isEmpty();
        }
    }

    @Test
    void sectionThatFailsEndsTheObject() {
        try (var project = project()) {
            project.send("/broken");
            project.advanceMillis(5);
            assertThat(project.lines())
                    .containsExactly("made", "made", "hello 2", "/broken -> broken,broken,2", "/broken over");
        }
    }

    @Test
    void abortFailsWhatWaitsInLine() {
        try (var project = project()) {
            project.send("/end");
            project.settle();
            assertThat(project.lines()).containsExactly("made", "/end -> Error: ended,Error: ended", "/end over");
        }
    }

    @Test
    void whatAnEventBeganOutlivesIt() {
        try (var project = project()) {
            project.send("/background");
            project.settle();
            assertThat(project.lines()).containsExactly("made", "/background -> undefined", "/background over");
            project.advanceMillis(200);
            assertThat(project.lines()).containsExactly("in the background");
        }
    }
}
