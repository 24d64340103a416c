package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Engine processes that are killed at random points of runs that store something, while their reserve takes over.
///
/// A default run is short; `-Dfaults.kills=1000` is the long one, and logs how long the next engine took.
@Order(Order.DEFAULT + 2)
final class EngineFaultsTest {
    private static final System.Logger LOG = System.getLogger(EngineFaultsTest.class.getName());
    private static final int KILLS = Integer.getInteger("faults.kills", 2);
    private static final long SEED = Long.getLong("faults.seed", 20_261_126L);
    private static final int MOST_RUNS_BETWEEN_KILLS = 8;
    private static final int KILLS_BETWEEN_REPORTS = 20;

    /// Kills come at any time of an event, and for a while after its answer.
    private static final double PARTS_OF_AN_EVENT = 1.5;

    /// Both values are written by one event; a torn write would tell them apart.
    private static final String WORKER = """
        import { DurableObject } from 'cloudflare:workers';
        export class Counter extends DurableObject {
          constructor(ctx, env) {
            super(ctx, env);
            ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS log (n INTEGER PRIMARY KEY)');
          }
          async add() {
            const next = ((await this.ctx.storage.get('first')) ?? 0) + 1;
            this.ctx.storage.put('first', next);
            this.ctx.storage.put('second', next);
            this.ctx.storage.sql.exec('INSERT INTO log VALUES (?)', next);
            return next;
          }
          async read() {
            const rows = this.ctx.storage.sql.exec('SELECT count(*) AS rows FROM log').one().rows;
            return [await this.ctx.storage.get('first'), await this.ctx.storage.get('second'), rows];
          }
        }
        export default {
          async fetch(request, env) {
            const counter = env.COUNTER.get(env.COUNTER.idFromName('one'));
            return Response.json(request.url.endsWith('/add') ? await counter.add() : await counter.read());
          },
        };
        """;

    private final RecordingWatcher watcher = new RecordingWatcher();
    private final List<Long> recoveries = new ArrayList<>();

    /// Kills that came when the event was answered already.
    private int answered;

    /// Kills by the supervisor, of engines that got no processor for longer than it waits.
    private int killedBySupervisor;

    /// How long an event takes.
    private long eventNanos;

    @Test
    void whatWasStoredSurvivesAKill(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            {
              "name": "stored", "main": "index.js", "compatibility_date": "2026-06-01",
              "durable_objects": { "bindings": [{ "name": "COUNTER", "class_name": "Counter" }] },
              "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Counter"] }],
            }
            """);
        Files.writeString(folder.resolve("index.js"), WORKER);
        var random = new Random(SEED);
        // Each kill costs the start of an engine: without a warm-up, that is a third of it.
        var launch = EngineLaunch.ofThisProcess().forOneCommand().withReserve(Duration.ZERO);
        try (var runtime = RuntimeProcess.start(launch, watcher)) {
            var project = runtime.start(
                    new ProjectReader().read(folder, Map.of()),
                    RuntimeOptions.DEFAULT.storing(folder.resolve("state")),
                    event -> {});
            assertThat(add(project)).isEqualTo(1);
            long acknowledged = add(project);
            long sent = 2;
            for (int kill = 1; kill <= KILLS; kill++) {
                for (int run = random.nextInt(MOST_RUNS_BETWEEN_KILLS); run > 0; run--) {
                    sent++;
                    long began = System.nanoTime();
                    acknowledged = checkAnswer(Answers.of(send(project, "/add")), acknowledged, sent, kill);
                    eventNanos = System.nanoTime() - began;
                }
                var running = send(project, "/add");
                sent++;
                LockSupport.parkNanos(random.nextLong((long) (PARTS_OF_AN_EVENT * eventNanos)));
                ProcessHandle.of(Answers.of(runtime.status()).pid()).ifPresent(ProcessHandle::destroyForcibly);
                long killed = System.nanoTime();
                var result = Answers.of(running);
                if (result.outcome() == EventOutcome.OK) {
                    acknowledged = checkAnswer(result, acknowledged, sent, kill);
                    answered++;
                    // Sent to the engine that was killed, or to the one after it.
                    result = Answers.of(send(project, "/read"));
                }
                if (result.outcome() != EventOutcome.OK) {
                    assertThat(result.outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
                    assertThat(Answers.error(result).message())
                            .isEqualTo("The engine process was killed by signal 9."
                                    + " What its workers had in memory is lost; what they stored is kept.");
                }
                // Killed after it was stored and before it was said, or not stored at all: both are whole.
                acknowledged = checkWhole(project, acknowledged, sent);
                recoveries.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
                if (kill % KILLS_BETWEEN_REPORTS == 0) {
                    report(kill, sent, acknowledged);
                }
            }
        }
    }

    private static long checkAnswer(InvocationResult result, long acknowledged, long sent, int kill) {
        assertThat(result.outcome()).as(String.valueOf(result.error())).isEqualTo(EventOutcome.OK);
        long value = number(result);
        assertThat(value).as("kill %d, seed %d", kill, SEED).isBetween(acknowledged + 1, sent);
        return value;
    }

    private void report(int kills, long sent, long stored) {
        recoveries.sort(null);
        LOG.log(
                System.Logger.Level.INFO,
                "{0} kills, {1} of them after the answer, and {6} by the supervisor; {2} events sent, {3} stored;"
                        + " whole again after {4} ms (median), {5} ms (95 %)",
                kills,
                answered,
                String.valueOf(sent),
                String.valueOf(stored),
                recoveries.get(recoveries.size() / 2),
                recoveries.get(recoveries.size() * 95 / 100),
                killedBySupervisor);
    }

    private long checkWhole(RunningProject project, long acknowledged, long sent) throws InterruptedException {
        var result = Answers.of(send(project, "/read"));
        // On a machine that is far too busy the supervisor kills an engine that got no processor for so long: one more
        // kill.
        if (result.outcome() == EventOutcome.INTERNAL_ERROR
                && Answers.error(result).message().startsWith("The engine process did not answer for ")) {
            killedBySupervisor++;
            result = Answers.of(send(project, "/read"));
        }
        assertThat(result.outcome()).as(String.valueOf(result.error())).isEqualTo(EventOutcome.OK);
        String[] values = text(result).replaceAll("[\\[\\]]", "").split(",", -1);
        assertThat(values).as("the stored values").containsOnly(values[0]);
        long value = Long.parseLong(values[0]);
        assertThat(value).isBetween(acknowledged, sent);
        return value;
    }

    private long add(RunningProject project) throws InterruptedException {
        long began = System.nanoTime();
        long value = number(Answers.of(send(project, "/add")));
        eventNanos = System.nanoTime() - began;
        return value;
    }

    private static long number(InvocationResult result) {
        return Long.parseLong(text(result));
    }

    private static String text(InvocationResult result) {
        return new String(Answers.response(result).body(), StandardCharsets.UTF_8);
    }

    private static CompletableFuture<InvocationResult> send(RunningProject project, String path) {
        return project.dispatch(
                new Invocation.Fetch("GET", "http://stored" + path, List.of(), new RequestBody.None(), null));
    }
}
