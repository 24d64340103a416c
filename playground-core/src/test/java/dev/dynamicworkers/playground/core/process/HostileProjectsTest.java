package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Projects that mean harm by what only a project has: bindings, state on disk, alarms, queues and other events. Each
/// ends as it should, gives its engine process back when it is closed, and the next project finds that as it was.
@Order(Order.DEFAULT + 5)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileProjectsTest {
    private static final long MOST_HELD_UP_MILLIS = 100;
    private static final String LOCK_LEFT_TAKEN = "left a lock of it taken";

    private static final String BINDINGS = """
        {
          "name": "hostile", "main": "index.js", "compatibility_date": "2026-06-01",
          "compatibility_flags": ["nodejs_compat", "experimental"],
          "kv_namespaces": [{ "binding": "KV", "id": "kv" }],
          "r2_buckets": [{ "binding": "BUCKET", "bucket_name": "bucket" }],
          "d1_databases": [{ "binding": "DB", "database_id": "db", "database_name": "db" }],
          "queues": {
            "producers": [{ "binding": "QUEUE", "queue": "queue" }],
            "consumers": [{ "queue": "queue", "max_batch_timeout": 0, "max_retries": 1 }],
          },
          "analytics_engine_datasets": [{ "binding": "POINTS", "dataset": "points" }],
          "ratelimits": [{ "name": "RATE", "namespace_id": "1", "simple": { "limit": 1, "period": 10 } }],
          "services": [{ "binding": "SELF", "service": "hostile" }],
          "worker_loaders": [{ "binding": "LOADER" }],
          OBJECTS
        }
        """;

    private static final String OBJECTS = """
        "durable_objects": { "bindings": [{ "name": "THING", "class_name": "Thing" }] },
        "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Thing"] }],
        """;

    private static final String HONEST = """
        export default { fetch: () => new Response([].concat(1, 2).join() + Object.keys({}).length) };
        """;

    private final RecordingWatcher watcher = new RecordingWatcher();
    private EngineWitness witness;
    private RuntimeProcess runtime;
    private Heartbeat heartbeat;

    /// Of the attempt that runs.
    private List<String> losses = List.of();

    /// Projects whose engine the next one got.
    private int kept;

    @BeforeAll
    void startEngine(@TempDir Path said) throws IOException {
        witness = new EngineWitness(said);
        // Without a reserve, so that an honest project gets the very engine that was attacked.
        runtime = RuntimeProcess.start(
                witness.watching(EngineLaunch.ofThisProcess().forOneCommand()), watcher);
        heartbeat = new Heartbeat(() -> {
            var unused = runtime.status().isDone();
        });
    }

    @AfterAll
    void closeEngine() {
        heartbeat.close();
        runtime.close();
        // Not all: on a busy machine a project may miss the second that it has to stop in.
        assertThat(kept).isGreaterThan((int) projects().count() / 2);
    }

    static Stream<HostileProgram> projects() {
        // The one that breaks what is used for the first time needs a fresh engine.
        return HostileProgram.all("hostile-projects")
                .sorted(Comparator.comparing(program -> !program.mustLoseEngine()));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void endsAsItShould(HostileProgram program, @TempDir Path folder) throws IOException, InterruptedException {
        losses = List.of();
        try {
            attempt(program, folder.resolve("first"));
        } catch (AssertionError failure) {
            List<String> all =
                    Stream.concat(losses.stream(), watcher.losses().stream()).toList();
            if (all.stream().noneMatch(loss -> loss.contains(LOCK_LEFT_TAKEN))) {
                throw failure;
            }
            // Where code runs out of stack is chance: within a lock it costs the engine, whatever the program is.
            attempt(program, folder.resolve("second"));
        }
    }

    private void attempt(HostileProgram program, Path folder) throws IOException, InterruptedException {
        heartbeat.restart();
        watcher.losses();
        boolean hasObjects = program.code().contains("class Thing");
        var attacking =
                start(folder.resolve("hostile"), BINDINGS.replace("OBJECTS", hasObjects ? OBJECTS : ""), program);
        var result = witness.answerOf(program.toString(), attacking.dispatch(event(program.setting("event", "fetch"))));
        long attacked =
                witness.answerOf("the engine of " + program, runtime.status()).pid();
        attacking.close();

        var honest = start(
                folder.resolve("honest"),
                "{ \"name\": \"honest\", \"main\": \"index.js\", \"compatibility_date\": \"2026-06-01\" }",
                new HostileProgram("honest", HONEST, Map.of()));
        var answer = witness.answerOf("the project after " + program, honest.dispatch(event("fetch")));
        honest.close();
        kept += attacked
                        == witness.answerOf("the engine after " + program, runtime.status())
                                .pid()
                ? 1
                : 0;

        program.log(() -> result.outcome().word() + " " + Answers.said(result));
        assertThat(program.outcomes())
                .as("outcome of %s; it was told: %s", program, Answers.said(result))
                .contains(result.outcome().word());
        assertThat(Answers.said(result))
                .containsAnyOf(program.setting("says", "").split("\\|", -1));
        assertThat(answer.outcome()).as("after it: %s", answer.error()).isEqualTo(EventOutcome.OK);
        assertThat(text(answer)).isEqualTo("1,20");
        losses = watcher.losses();
        boolean lost = !losses.isEmpty();
        assertThat(lost).as("engine was replaced, %s", losses).isIn(program.mustLoseEngine(), program.mayLoseEngine());
        assertThat(heartbeat.longestMillis())
                .as("this process was held up at %s", heartbeat.heldBy())
                .isLessThan(MOST_HELD_UP_MILLIS);
        assertThat(heartbeat.beats()).isPositive();
    }

    private RunningProject start(Path folder, String configuration, HostileProgram program) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("wrangler.jsonc"), configuration);
        Files.writeString(folder.resolve("index.js"), program.code());
        var limits = HostileProgram.LIMITS
                .with(Limit.CPU, Integer.parseInt(program.cpuMillis()))
                .with(Limit.OBJECT_STORAGE, Long.parseLong(program.setting("storageMb", "4096")))
                .with(Limit.SUBREQUESTS, Long.parseLong(program.setting("subRequests", "40")))
                .with(Limit.START_CPU, 2000)
                // What calls itself without end gets so deep.
                .with(Limit.OPERATIONS, 150);
        TailConsumer nobody = event -> {};
        return runtime.start(
                new ProjectReader().read(folder, Map.of()),
                RuntimeOptions.DEFAULT.limiting(limits).storing(folder.resolve("state")),
                nobody);
    }

    private static Invocation event(String kind) {
        return switch (kind) {
            case "scheduled" -> new Invocation.Scheduled("* * * * *", 0, null);
            case "email" ->
                new Invocation.Email(
                        "a@example.com",
                        "b@example.com",
                        ("subject: x\r\n".repeat(10_000) + "\r\n" + "x".repeat(1_000_000))
                                .getBytes(StandardCharsets.UTF_8),
                        null);
            default -> new Invocation.Fetch("GET", "http://hostile/", List.of(), new RequestBody.None(), null);
        };
    }

    private static String text(InvocationResult result) {
        return new String(Answers.response(result).body(), StandardCharsets.UTF_8);
    }
}
