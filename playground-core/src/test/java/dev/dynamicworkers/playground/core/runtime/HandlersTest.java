package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.runtime.Invocation.QueueMessage;
import dev.dynamicworkers.playground.core.runtime.Invocation.QueueMessage.Content;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Handlers other than `fetch`, and what `ctx` gives to all of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HandlersTest {
    private static final String CODE = """
        import { DurableObject, WorkerEntrypoint } from 'cloudflare:workers';
        export class Room extends DurableObject {
          async set(delay) { await this.ctx.storage.setAlarm(Date.now() + delay); }
          async alarm({ retryCount, isRetry }) {
            console.log(this.ctx.id.name, retryCount, isRetry, await this.ctx.storage.getAlarm());
            if (this.ctx.id.name === 'bad') throw new Error('alarm boom');
          }
        }
        export class Named extends WorkerEntrypoint {
          greet(name, ...rest) { return { hello: name, rest, n: 1n < 2n }; }
          cycle() { const map = new Map(); map.set('self', map); return map; }
          #hidden() {}
          props() { return this.ctx.props; }
          fetch() { return Response.json(this.ctx.props); }
          scheduled(controller) { console.log('named', controller.cron, typeof this.env.ROOM); }
        }
        export const silent = { fetch() { return new Response(); } };
        const late = (action) => new Promise((resolve) => setTimeout(() => resolve(action()), 5));
        export default {
          async fetch(request, env, ctx) {
            const { pathname } = new URL(request.url);
            if (pathname === '/set') await env.ROOM.getByName('next').set(3600e3);
            if (pathname === '/slow') ctx.waitUntil(new Promise((resolve) => setTimeout(resolve, 3600e3)));
            if (pathname === '/fail') { ctx.passThroughOnException(); throw new Error('fails open'); }
            return new Response('ok');
          },
          scheduled(controller, env, ctx) {
            if (controller.cron === 'never') controller.noRetry();
            if (controller.cron === 'late') ctx.waitUntil(late(() => controller.noRetry()));
            if (controller.cron === 'waits') ctx.waitUntil(Promise.reject(new Error('waited')));
            if (controller.cron === 'throws') throw new TypeError('cron boom');
            ctx.passThroughOnException();
          },
          queue(batch) {
            console.log(batch.queue, ...batch.messages.map(({ body }) => body instanceof ArrayBuffer ? body.byteLength : body));
            const [first, second] = batch.messages;
            if (batch.queue === 'each') { first.ack(); second.retry({ delaySeconds: 4 }); }
            if (batch.queue === 'all') batch.retryAll();
            if (batch.queue === 'fails') { first.ack(); throw new Error('queue boom'); }
          },
          async email(message) {
            console.log(message.from, message.to, message.rawSize, message.headers.get('subject'));
            console.log(await new Response(message.raw).text());
            await message.forward('archive@x', { 'X-Why': 'kept' });
            await message.reply({ from: message.to, to: message.from, raw: 'Subject: re\\r\\n\\r\\nthanks' });
            message.setReject('full');
          },
          tail(events) { console.log(JSON.stringify(events)); },
          test() { console.log('tested'); },
        };
        """;

    private LocalRuntime runtime;
    private WorkerFixture worker;

    @BeforeAll
    void start() {
        runtime = LocalRuntime.start();
        var options = RuntimeOptions.DEFAULT.limiting(Limit.WAIT_UNTIL, 50);
        worker = WorkerFixture.start(runtime, options, CODE);
    }

    @AfterAll
    void stop() {
        runtime.close();
    }

    private static EventResult.Scheduled scheduled(boolean noRetry) {
        return new EventResult.Scheduled(noRetry);
    }

    @Test
    void methodsAreCalledFromOutside() {
        assertThat(call("greet", "[\"Ada\", 2]"))
                .isEqualTo(new EventResult.Rpc(
                        "{ hello: 'Ada', rest: [ 2 ], n: true }", "{\"hello\":\"Ada\",\"rest\":[2],\"n\":true}"));
        assertThat(call("cycle", "[]"))
                .isInstanceOfSatisfying(
                        EventResult.Rpc.class,
                        returned -> assertThat(returned.text()).contains("[Circular *1]"));
        assertThat(worker.send(new Invocation.Rpc("greet", "[]", "Named"))
                        .timing()
                        .startMillis())
                .as("the parent is there")
                .isZero();
        var absent = worker.send(new Invocation.Rpc("constructor", "[]", "Named"));
        assertThat(absent.outcome()).isEqualTo(EventOutcome.EXCEPTION);
        assertThat(Objects.requireNonNull(absent.error()).message()).contains("reserved");
        assertThat(worker.send(new Invocation.Rpc("greet", "{}", "Named")).outcome())
                .isEqualTo(EventOutcome.EXCEPTION);
    }

    private EventResult call(String method, String arguments) {
        return Objects.requireNonNull(
                worker.send(new Invocation.Rpc(method, arguments, "Named")).event());
    }

    private InvocationResult cron(String pattern) {
        return worker.send(new Invocation.Scheduled(pattern, 5, null));
    }

    @Test
    void scheduledTellsWhetherItMayBeRetried() {
        assertThat(cron("plain").event()).isEqualTo(scheduled(/* noRetry= */ false));
        assertThat(cron("never").event()).isEqualTo(scheduled(/* noRetry= */ true));
        assertThat(cron("late").event()).isEqualTo(scheduled(/* noRetry= */ true));
    }

    @Test
    void scheduledFailsWithItsHandlerAndWithItsWaitUntilWork() {
        assertThat(cron("throws").outcome()).isEqualTo(EventOutcome.EXCEPTION);
        assertThat(Objects.requireNonNull(cron("throws").error()).message()).isEqualTo("cron boom");
        assertThat(cron("waits").outcome()).isEqualTo(EventOutcome.EXCEPTION);
    }

    @Test
    void entrypointsGetPropsFromOutside() {
        var call = new Invocation.WithProps(new Invocation.Rpc("props", "[]", "Named"), "{\"user\":\"ada\"}");
        assertThat(worker.send(call).event()).isEqualTo(new EventResult.Rpc("{ user: 'ada' }", "{\"user\":\"ada\"}"));
        var fetch = new Invocation.WithProps(
                new Invocation.Fetch("GET", "http://x/", List.of(), new RequestBody.None(), "Named"), "{\"n\":[1]}");
        assertThat(Objects.requireNonNull(worker.send(fetch).response()).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"n\":[1]}");
    }

    @Test
    void entrypointsOfEachKindGetEvents() {
        var named = worker.send(new Invocation.Scheduled("c", 5, "Named"));
        assertThat(WorkerFixture.logs(named)).containsExactly("named c object");

        var silent = worker.send(new Invocation.Scheduled("c", 5, "silent"));
        assertThat(silent.outcome()).isEqualTo(EventOutcome.EXCEPTION);
        assertThat(silent.event()).isEqualTo(scheduled(/* noRetry= */ true));
        assertThat(Objects.requireNonNull(silent.error()).message())
                .isEqualTo("Handler does not export a scheduled() function.");
    }

    private InvocationResult queue(String name) {
        return worker.send(new Invocation.Queue(
                name,
                List.of(
                        new QueueMessage("a", 1, 1, Content.JSON, "{\"n\":1}"),
                        new QueueMessage("b", 1, 2, Content.TEXT, "text"),
                        new QueueMessage("c", 1, 3, Content.BYTES, "AQID")),
                null));
    }

    private static EventResult.Queue decided(boolean retry, List<String> acks, List<EventResult.RetryMessage> retries) {
        return new EventResult.Queue(/* ackAll= */ false, new EventResult.RetryBatch(retry, null), acks, retries);
    }

    @Test
    void queueTellsWhatBecameOfEachMessage() {
        var each = queue("each");
        assertThat(WorkerFixture.logs(each)).containsExactly("each { n: 1 } text 3");
        assertThat(each.event())
                .isEqualTo(decided(/* retry= */ false, List.of("a"), List.of(new EventResult.RetryMessage("b", 4))));
        assertThat(queue("all").event()).isEqualTo(decided(/* retry= */ true, List.of(), List.of()));

        var fails = queue("fails");
        assertThat(fails.outcome()).isEqualTo(EventOutcome.EXCEPTION);
        assertThat(fails.event()).isEqualTo(decided(/* retry= */ false, List.of("a"), List.of()));
    }

    @Test
    void malformedMessageIsAResult() {
        var message = new QueueMessage("a", 1, 1, Content.JSON, "{");
        var result = worker.send(new Invocation.Queue("q", List.of(message), null));
        assertThat(result.outcome()).isEqualTo(EventOutcome.EXCEPTION);
        assertThat(Objects.requireNonNull(result.error()).message()).isEqualTo("a queue message is no JSON");
    }

    @Test
    void emailTellsWhatWouldBeSent() {
        var raw = "Subject: hello\r\n there\r\nX-Other: 1\r\n\r\nbody".getBytes(StandardCharsets.UTF_8);
        var result = worker.send(new Invocation.Email("a@x", "b@x", raw, null));

        assertThat(WorkerFixture.logs(result)).contains("a@x b@x " + raw.length + " hello there");
        assertThat(result.event())
                .isEqualTo(new EventResult.Email(
                        "full",
                        List.of(new EventResult.Forward("archive@x", List.of(List.of("x-why", "kept")))),
                        List.of(new EventResult.Reply("b@x", "a@x", "Subject: re\r\n\r\nthanks"))));
    }

    @Test
    void tailGetsTraceItems() {
        var events = "[{\"outcome\":\"ok\",\"scriptName\":\"other\",\"event\":{\"request\":{\"url\":\"http://x/\","
                + "\"method\":\"GET\",\"headers\":{\"cookie\":\"secret\"}}}}]";
        var result = worker.send(new Invocation.Tail(events, null));
        assertThat(result.outcome()).isEqualTo(EventOutcome.OK);
        assertThat(WorkerFixture.logs(result)).singleElement().asString().contains("\"cookie\":\"REDACTED\"");
    }

    @Test
    void testRuns() {
        assertThat(WorkerFixture.logs(worker.send(new Invocation.Test(null)))).containsExactly("tested");
    }

    @Test
    void alarmRingsNow() {
        assertThat(worker.get("/set").outcome()).isEqualTo(EventOutcome.OK);
        var next = worker.send(new Invocation.Alarm("ROOM", null));
        assertThat(WorkerFixture.logs(next)).containsExactly("next 0 false null");
        assertThat(next.event()).isEqualTo(new EventResult.Alarm(/* retry= */ false));

        var nobody = worker.send(new Invocation.Alarm("HALL", null));
        assertThat(nobody.event()).isNull();
        assertThat(Objects.requireNonNull(nobody.error()).message())
                .isEqualTo("The project has no Durable Object binding 'HALL'.");
    }

    /// It rings again after seconds, and would be heard in whatever another test runs then: a worker of its own.
    @Test
    void anAlarmThatFailsRingsAgain() {
        try (WorkerFixture failing = WorkerFixture.start(runtime, RuntimeOptions.DEFAULT, CODE)) {
            var bad = failing.send(new Invocation.Alarm("ROOM", "bad"));
            assertThat(bad.event()).isEqualTo(new EventResult.Alarm(/* retry= */ true));
            assertThat(Objects.requireNonNull(bad.error()).message()).isEqualTo("alarm boom");
        }
    }

    @Test
    void waitUntilWorkEndsWithItsTime() {
        var result = worker.get("/slow");
        assertThat(result.outcome()).isEqualTo(EventOutcome.OK);
        assertThat(WorkerFixture.logs(result))
                .singleElement()
                .asString()
                .startsWith("waitUntil() tasks did not complete within the allowed time");
    }

    @Test
    void passThroughOnExceptionSendsTheRequestOn() {
        // The project's network is blocked: that the request was sent on is seen by who refuses it.
        var result = worker.get("/fail");
        assertThat(result.outcome()).isEqualTo(EventOutcome.EXCEPTION);
        assertThat(Objects.requireNonNull(result.error()).message())
                .isEqualTo("The playground's network rules deny GET http://fixture/fail: the mode is blocked.");
        assertThat(result.notes())
                .containsExactly(
                        "ctx.passThroughOnException() sent the request on to the global outbound: http://fixture/fail");
    }

    @Test
    void passThroughOnExceptionSaysWhereItCanNotAct() {
        assertThat(cron("plain").notes())
                .containsExactly("ctx.passThroughOnException() has no effect here: this event is no request that could"
                        + " be sent on (scheduled).");
    }

    @Test
    void listenersOfAServiceWorkerAreHandlers() {
        String code = """
            export class Room {}
            addEventListener('fetch', (event) => {
              event.passThroughOnException();
              event.respondWith(Promise.reject(new Error('fails open')));
            });
            addEventListener('scheduled', (event) => {
              console.log(event.cron, event.scheduledTime);
              event.noRetry();
              event.waitUntil(Promise.resolve().then(() => console.log('waited')));
            });
            """;
        try (WorkerFixture listening = WorkerFixture.start(runtime, RuntimeOptions.DEFAULT, code)) {
            var cron = listening.send(new Invocation.Scheduled("c", 5, null));
            assertThat(WorkerFixture.logs(cron)).endsWith("c 5", "waited");
            assertThat(cron.event()).isEqualTo(scheduled(/* noRetry= */ true));
            assertThat(listening.get("/x").notes()).anyMatch(note -> note.contains("sent the request on"));
            assertThat(listening.send(new Invocation.Tail("[]", null)).outcome())
                    .isEqualTo(EventOutcome.EXCEPTION);
        }
    }
}
