package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.state.StoreKind;
import dev.dynamicworkers.playground.core.trace.QueueDelivery;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Queues from `send()` to the consumer's `queue()`, with retries, dead letters and a new start in between.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QueuesTest {
    private static final String CONFIG = """
        {
          "name": "one", "main": "index.js", "compatibility_date": "2026-01-01",
          "queues": {
            "producers": [{ "binding": "JOBS", "queue": "jobs" }, { "binding": "SLOW", "queue": "slow", "delivery_delay": 600 }],
            "consumers": [
              { "queue": "jobs", "max_batch_size": 3, "max_batch_timeout": 60, "max_retries": 1, "dead_letter_queue": "dead" },
              { "queue": "slow" },
              { "queue": "dead", "max_batch_timeout": 60 }
            ]
          }
        }
        """;
    private static final String WORKER = """
        const plain = ({ name, message }) => `${name}: ${message}`;
        async function failing(...actions) {
          const errors = [];
          for (const action of actions) await action().catch((error) => errors.push(plain(error)));
          return errors;
        }
        export default {
          async fetch(request, { JOBS, SLOW }) {
            const { pathname } = new URL(request.url);
            if (pathname === '/kinds') {
              await JOBS.send({ a: [1] });
              await JOBS.send('text', { contentType: 'text' });
              const sent = await JOBS.send(new Uint8Array([1, 2, 3]), { contentType: 'bytes' });
              await JOBS.send(new Map([[new Date(7), new Uint8Array([9])]]), { contentType: 'v8' });
              return Response.json(sent.metadata.metrics.backlogCount);
            }
            if (pathname === '/batch') {
              await JOBS.sendBatch([1, 2, 3, 4].map((body) => ({ body, delaySeconds: body === 4 ? 9 : undefined })));
              const { backlogCount, backlogBytes, oldestMessageTimestamp } = await JOBS.metrics();
              return Response.json([backlogCount, backlogBytes, oldestMessageTimestamp instanceof Date]);
            }
            if (pathname === '/slow') return Response.json(await SLOW.send('later').then(() => 'sent'));
            if (pathname === '/errors') {
              return Response.json(await failing(
                () => JOBS.send(undefined), () => JOBS.send(1, { contentType: 'text' }), () => JOBS.send('a', { contentType: 'bytes' }),
                () => JOBS.send('a', { contentType: 'xml' }), () => JOBS.send(() => 1, { contentType: 'v8' }), () => JOBS.sendBatch([]),
                () => JOBS.send('a'.repeat(128_001), { contentType: 'text' }), () => JOBS.send(1, { delaySeconds: 86401 }),
                () => JOBS.sendBatch(Array.from({ length: 101 }, () => ({ body: 1 }))),
                () => JOBS.sendBatch(Array.from({ length: 3 }, () => ({ body: 'a'.repeat(100_000) }))),
              ));
            }
            if (pathname === '/send') await JOBS.send(new URL(request.url).search.slice(1), { contentType: 'text' });
            return new Response('ok');
          },
          async queue(batch, env) {
            if (batch.messages[0].body === 'again') return env.JOBS.send('again', { contentType: 'text' });
            const shown = ({ body, attempts }) => {
              if (body instanceof ArrayBuffer) return `bytes ${body.byteLength}`;
              if (body instanceof Map) return `map ${[...body][0].map((each) => Number(each)).join()}`;
              return `${JSON.stringify(body)}#${attempts}`;
            };
            if (batch.metadata.metrics.backlogCount < batch.messages.length) throw new Error('no backlog');
            console.log(batch.queue, ...batch.messages.map(shown));
            if (batch.queue === 'dead') return;
            for (const message of batch.messages) {
              if (message.body === 'late') message.retry({ delaySeconds: 500 });
              if (message.body === 'bad') message.retry();
            }
            if (batch.messages.some(({ body }) => body === 'throw')) {
              batch.messages[0].ack();
              throw new Error('queue boom');
            }
          },
        };
        """;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private WorkerRuntime runtime;

    private Path folder;

    @BeforeAll
    void start(@TempDir Path project) throws IOException {
        folder = project;
        runtime = LocalRuntime.start();
        Files.writeString(folder.resolve("wrangler.jsonc"), CONFIG);
        Files.writeString(folder.resolve("index.js"), WORKER);
    }

    @AfterAll
    void stop() {
        runtime.close();
    }

    @BeforeEach
    void clear() {
        lines.clear();
    }

    private final class Running implements AutoCloseable {
        private final RunningProject project;

        Running(RuntimeOptions options) {
            project = runtime.start(new ProjectReader().read(folder, Map.of()), options, event -> {
                switch (event) {
                    case TailEvent.LogLine line -> lines.add(line.text());
                    case TailEvent.Note note -> lines.add(note.text());
                    default -> {
                        // Not looked at.
                    }
                }
            });
        }

        String get(String path) {
            var request =
                    new Invocation.Fetch("GET", "http://one.test" + path, List.of(), new RequestBody.None(), null);
            return OneProject.body(
                    project.dispatch(request).orTimeout(180, TimeUnit.SECONDS).join());
        }

        List<QueueDelivery> deliver() {
            return project.deliverQueued().orTimeout(180, TimeUnit.SECONDS).join();
        }

        StateAnswer ask(StateQuery query) {
            return project.state(query).orTimeout(180, TimeUnit.SECONDS).join();
        }

        int waiting(String queue) {
            var list = (StateAnswer.Entries) ask(new StateQuery.Entries(StoreKind.QUEUE, queue, null, "", null, 100));
            return list.entries().size();
        }

        @Override
        public void close() {
            project.close();
        }
    }

    private Running inMemory() {
        return new Running(RuntimeOptions.DEFAULT);
    }

    private static QueueDelivery delivery(EventOutcome outcome, int acknowledged, int retried, int dead) {
        return new QueueDelivery("jobs", "one", outcome, acknowledged, retried, dead);
    }

    @Test
    void bodiesOfAllKindsArriveInBatches() {
        try (var running = inMemory()) {
            assertThat(running.get("/kinds")).isEqualTo("3");
            // The first batch was full: it is handled before the request that filled it is over.
            assertThat(lines).containsExactly("jobs {\"a\":[1]}#1 \"text\"#1 bytes 3");
            assertThat(running.waiting("jobs")).isEqualTo(1);
            assertThat(running.deliver()).containsExactly(delivery(EventOutcome.OK, 1, 0, 0));
            assertThat(lines).last().isEqualTo("jobs map 7,9");
            assertThat(running.waiting("jobs")).isZero();

            assertThat(running.get("/batch")).startsWith("[4,4,true]");
            assertThat(lines).last().isEqualTo("jobs 1#1 2#1 3#1");
            assertThat(running.deliver()).isEmpty();
            assertThat(running.ask(new StateQuery.Purge("jobs"))).isEqualTo(new StateAnswer.Done(1));
        }
    }

    @Test
    void whatDoesNotFitIsRefusedInThePlatformsWords() {
        try (var running = inMemory()) {
            assertThat(running.get("/errors"))
                    .isEqualTo("[\"TypeError: Message body cannot be undefined\",\"TypeError: Content Type"
                            + " \\\"text\\\" requires a value of type string, but received:"
                            + " number\",\"TypeError: Content Type \\\"bytes\\\" requires a value of type"
                            + " ArrayBufferView, but received: string\",\"TypeError: Unsupported queue message"
                            + " content type: xml\",\"DataCloneError: () => 1 could not be"
                            + " cloned.\",\"TypeError: sendBatch() requires at least one message\",\"Error:"
                            + " Queue send failed: message length of 128001 bytes exceeds limit of"
                            + " 128000\",\"Error: Queue send failed: message delay 86401 is invalid: it wants 0"
                            + " to 86400 seconds\",\"Error: Queue sendBatch failed: batch message count of 101"
                            + " exceeds limit of 100\",\"Error: Queue sendBatch failed: batch size of 300006"
                            + " bytes exceeds limit of 256000\"]");
            assertThat(running.waiting("jobs")).isZero();
        }
    }

    @Test
    void errorsHaveTheirCodesFromTheirDateOn(@TempDir Path other) throws IOException {
        var config = CONFIG.replace("2026-01-01", "2026-04-01")
                .replace("\"max_batch_timeout\": 60", "\"max_batch_timeout\": 0");
        var files = Map.of("wrangler.jsonc", config, "index.js", WORKER);
        try (var project = new OneProject(runtime, other, RuntimeOptions.DEFAULT, files)) {
            assertThat(project.get("/errors"))
                    .endsWith(
                            "\"Error: Message size out of bounds (10204)\",\"Error: Invalid message metadata (includes"
                                    + " invalid content type and invalid delay) (10203)\",\"Error: Batch count out of"
                                    + " bounds (10206)\",\"Error: Batch size out of bounds (10205)\"]");
            // A worker that sends to its own queue for ever does not keep a request from its end.
            assertThat(project.get("/send?again")).isEqualTo("ok");
        }
    }

    @Test
    void failedMessagesComeAgainAndThenGoToTheDeadLetterQueue() {
        try (var running = inMemory()) {
            running.get("/send?good");
            running.get("/send?throw");
            assertThat(running.deliver())
                    .containsExactly(
                            delivery(EventOutcome.EXCEPTION, 1, 1, 0), delivery(EventOutcome.EXCEPTION, 1, 0, 0));
            lines.clear();

            running.get("/send?bad");
            running.get("/send?late");
            assertThat(running.deliver())
                    .containsExactly(
                            delivery(EventOutcome.OK, 0, 2, 0),
                            delivery(EventOutcome.OK, 0, 0, 1),
                            new QueueDelivery("dead", "one", EventOutcome.OK, 1, 0, 0));
            assertThat(lines)
                    .containsExactly(
                            "jobs \"bad\"#1 \"late\"#1",
                            "jobs \"bad\"#2",
                            "Queue jobs: a message failed 2 times and went to the dead letter queue dead.",
                            "dead \"bad\"#1");
            assertThat(running.waiting("jobs")).isEqualTo(1);
        }
    }

    @Test
    void messagesOutliveTheRunAndAreSentFromOutside() {
        var options = RuntimeOptions.DEFAULT.storing(folder.resolve("state"));
        try (var running = new Running(options)) {
            running.get("/send?kept");
            running.get("/slow");
        }
        var ids = new ArrayList<String>();
        try (var state =
                new ProjectState(new ProjectReader().read(folder, Map.of()), folder.resolve("state"), ids::add)) {
            state.ask(new StateQuery.Send("jobs", "json", "{\"from\":1}".getBytes(StandardCharsets.UTF_8), 0));
            var list = (StateAnswer.Entries)
                    state.ask(new StateQuery.Entries(StoreKind.QUEUE, "jobs", null, "", null, 100));
            assertThat(list.entries()).hasSize(2);
            assertThat(state.ask(new StateQuery.Read(
                                    StoreKind.QUEUE,
                                    "jobs",
                                    null,
                                    list.entries().getFirst().key()))
                            .toString())
                    .contains("contentType");
        }
        try (var running = new Running(options)) {
            assertThat(running.deliver()).containsExactly(delivery(EventOutcome.OK, 2, 0, 0));
            assertThat(lines).containsExactly("jobs \"kept\"#1 {\"from\":1}#1");
            assertThat(running.waiting("slow")).isEqualTo(1);
        }
    }
}
