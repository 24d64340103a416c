package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.EventResult;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.util.TurnBoard;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Runs guest code in a real engine process, well-behaved and not.
@Order(Order.DEFAULT + 1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EngineProcessTest {
    private static final String WORKER = """
        let count = 0;
        const work = {
          '/mode': (env) => new Response(env.MODE ?? 'gone'),
          '/count': () => new Response(String(++count)),
          '/log': () => { console.log('about to answer'); return new Response('logged'); },
          '/loop': () => { console.log('looping'); for (;;) {} },
          '/big': () => { console.log('looping'); return new Response(String(2n ** (1n << 30n)).slice(0, 1)); },
          '/files': async () => Response.json(await Promise.all([
            () => import('/etc/passwd'), () => import('file:///etc/passwd'), () => import('../../../../etc/passwd'),
            () => import('wrangler.jsonc'), () => import('.dev.vars'), () => import('http://127.0.0.1/x.js'),
            () => import('node:fs'), () => fetch('file:///etc/passwd'), () => fetch('/etc/passwd'),
          ].map((way) => way().then(() => 'open', (e) => e.name)))),
          '/later': async (env) => { await env.LATER.send('mine'); return new Response('sent'); },
          '/throw': () => { throw new TypeError('boom'); },
        };
        export default {
          fetch(request, env) { return work[new URL(request.url).pathname](env); },
          queue(batch) {
            if (batch.queue === 'later') return console.log('later', ...batch.messages.map(({ body }) => body));
            batch.messages[0].ack(); batch.messages[1].retry({ delaySeconds: 9 });
          },
        };
        """;

    private final RecordingWatcher watcher = new RecordingWatcher();
    private final LinkedBlockingQueue<TailEvent> heard = new LinkedBlockingQueue<>();
    private RuntimeProcess runtime;
    private RunningProject project;

    @BeforeAll
    void startEngine(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("wrangler.jsonc"),
                "{ \"name\": \"wild\", \"main\": \"index.js\", \"compatibility_date\": \"2026-06-01\","
                        + " \"vars\": { \"MODE\": \"demo\" }, \"assets\": { \"directory\": \"public\" },"
                        + " \"queues\": { \"producers\": [{ \"binding\": \"LATER\", \"queue\": \"later\" }],"
                        + " \"consumers\": [{ \"queue\": \"later\", \"max_batch_timeout\": 0 }] } }");
        Files.writeString(Files.createDirectory(folder.resolve("public")).resolve("page.txt"), "a page");
        Files.writeString(folder.resolve("index.js"), WORKER);
        runtime = RuntimeProcess.start(EngineLaunch.ofThisProcess().compiling(), watcher);
        project = runtime.start(
                new ProjectReader().read(folder, Map.of()),
                RuntimeOptions.DEFAULT.measuring(RuntimeOptions.Memory.AFTER_EACH_INVOCATION),
                heard::add);
        assertThat(watcher.next()).isEqualTo("started");
    }

    @AfterAll
    void closeEngine() {
        runtime.close();
    }

    @Test
    void guestCodeIsCompiledAndMeasuredInTheChild() throws InterruptedException {
        var status = Answers.of(runtime.status());

        assertThat(status.compiled()).isTrue();
        assertThat(status.memoryMeasured()).isTrue();
        assertThat(status.pid()).isNotEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void workerAnswersWithLogsAndMemory() throws InterruptedException {
        var result = Answers.of(send("/log"));

        assertThat(Answers.response(result).body()).isEqualTo("logged".getBytes(StandardCharsets.UTF_8));
        assertThat(result.logs()).extracting(TailEvent.LogLine::text).containsExactly("about to answer");
        assertThat(result.isolates())
                .filteredOn(isolate -> isolate.role() == IsolateSnapshot.Role.PARENT && isolate.endReason() == null)
                .isNotEmpty()
                .allSatisfy(isolate -> assertThat(isolate.retainedBytes()).isPositive());
        assertThat(Answers.of(project.isolates())).isNotEmpty();
    }

    @Test
    void assetsAndQueuesWorkInTheChild() throws InterruptedException {
        var page = Answers.response(Answers.of(send("/page.txt")));
        assertThat(page.body()).isEqualTo("a page".getBytes(StandardCharsets.UTF_8));

        var mine = "\"from outside\"".getBytes(StandardCharsets.UTF_8);
        Answers.of(project.state(new StateQuery.Send("later", "json", mine, 0)));
        var logs = Answers.of(send("/later")).logs().stream()
                .map(TailEvent.LogLine::text)
                .collect(Collectors.joining());
        assertThat(logs).contains("mine");
        assertThat(Answers.of(project.state(new StateQuery.Purge("later")))).isEqualTo(new StateAnswer.Done(0));
    }

    @Test
    void filesAreOutOfReachOfGuestCode() throws InterruptedException {
        var body = new String(Answers.response(Answers.of(send("/files"))).body(), StandardCharsets.UTF_8);

        assertThat(body).doesNotContain("open").contains("Error");
    }

    /// Sockets that listen, of the network or of this machine, would be a way in; so would attaching to the virtual
    /// machine, and its file of counters a way to look at it.
    @Test
    @EnabledOnOs(OS.LINUX)
    void theProcessIsClosedToTheOutside() throws IOException, InterruptedException {
        Answers.of(send("/count"));
        long pid = Answers.of(runtime.status()).pid();
        var home = Path.of("/proc", String.valueOf(pid));
        Set<String> sockets = new HashSet<>();
        try (var descriptors = Files.newDirectoryStream(home.resolve("fd"))) {
            for (var descriptor : descriptors) {
                var target = link(descriptor);
                if (target.startsWith("socket:[")) {
                    sockets.add(target.substring(8, target.length() - 1));
                }
            }
        }
        for (var table : List.of("tcp", "tcp6", "udp", "udp6")) {
            for (var line : Files.readAllLines(home.resolve("net").resolve(table))) {
                var columns = line.strip().split("\\s+");
                assertThat(sockets).as(line).doesNotContain(columns.length > 9 ? columns[9] : "");
            }
        }
        for (var line : Files.readAllLines(home.resolve("net/unix"))) {
            var columns = line.strip().split("\\s+");
            boolean listens = columns.length > 6 && columns[3].equals("00010000");
            assertThat(listens && sockets.contains(columns[6])).as(line).isFalse();
        }
        assertThat(Files.readString(home.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                        .split("\0"))
                .containsAll(EngineLaunch.CLOSED);
        assertThat(Files.readString(home.resolve("environ"), StandardCharsets.ISO_8859_1))
                .isEqualTo("LC_ALL=C.UTF-8\0");
        try (var counters = Files.newDirectoryStream(Path.of("/tmp"), "hsperfdata_*")) {
            for (var user : counters) {
                assertThat(user.resolve(String.valueOf(pid))).doesNotExist();
            }
        }
        assertThat(link(home.resolve("cwd"))).contains("playground-engine-");
    }

    private static String link(Path path) throws IOException {
        try {
            return Files.readSymbolicLink(path).toString();
        } catch (NoSuchFileException gone) {
            // A descriptor that was open while the folder was listed.
            return "";
        }
    }

    @Test
    void anOverlayGoesIntoTheChildAndAViewComesOut() throws InterruptedException {
        var off = PlaygroundFile.of("{ \"parent\": { \"grants\": { \"MODE\": \"off\" } } }");
        Answers.of(project.overlay(off.overlay()));
        Answers.of(project.reset());
        assertThat(Answers.response(Answers.of(send("/mode"))).body())
                .asString()
                .isEqualTo("gone");
        var parent = Answers.of(project.isolates()).stream()
                .filter(isolate -> isolate.endReason() == null)
                .findFirst()
                .orElseThrow();
        var view = Answers.of(project.view(parent.id())).orElseThrow();
        assertThat(view.code().mainModule()).isEqualTo("index.js");
        assertThat(view.env())
                .contains(new WorkerView.EnvEntry(
                        "MODE", "text", "\"demo\"", "off", "parent.grants.MODE = \"off\"", null));
        Answers.of(project.overlay(Overlay.NONE));
        Answers.of(project.reset());
        assertThat(Answers.response(Answers.of(send("/mode"))).body())
                .asString()
                .isEqualTo("demo");
    }

    @Test
    void guestErrorIsAResult() throws InterruptedException {
        var result = Answers.of(send("/throw"));

        assertThat(result.outcome()).isEqualTo(EventOutcome.EXCEPTION);
        assertThat(Answers.error(result).message()).isEqualTo("boom");
    }

    @Test
    void handlersTellWhatTheyDecidedAboutTheirEvent() throws InterruptedException {
        var first = new Invocation.QueueMessage("a", 1, 1, Invocation.QueueMessage.Content.JSON, "1");
        var second = new Invocation.QueueMessage("b", 1, 1, Invocation.QueueMessage.Content.TEXT, "x");

        var result = Answers.of(project.dispatch(new Invocation.Queue("jobs", List.of(first, second), null)));

        assertThat(result.outcome()).isEqualTo(EventOutcome.OK);
        assertThat(result.event())
                .isEqualTo(new EventResult.Queue(
                        /* ackAll= */ false,
                        new EventResult.RetryBatch(/* retry= */ false, null),
                        List.of("a"),
                        List.of(new EventResult.RetryMessage("b", 9))));
    }

    @Test
    void endlessLoopEndsWithinTheGrace() throws InterruptedException {
        stopEnds("/loop");
    }

    @Test
    void arithmeticThatCanNotBeInterruptedEndsWithItsProcess() throws InterruptedException {
        long before = Answers.of(runtime.status()).pid();

        stopEnds("/big");

        assertThat(Answers.of(runtime.status()).pid()).isNotEqualTo(before);
    }

    /// Where the application looks when no thread of the process can run.
    @Test
    @EnabledOnOs(OS.LINUX)
    void turnsOfTheProcessAreSeenFromOutside() throws IOException, InterruptedException {
        var outstanding = send("/loop");
        awaitLog("looping");

        var home = Path.of("/proc", String.valueOf(Answers.of(runtime.status()).pid()));
        // A new engine may still warm itself up.
        assertThat(TurnBoard.read(home.resolve("cwd").resolve(TurnWatch.FILE))).anySatisfy(turn -> {
            assertThat(turn.name()).isEqualTo("parent");
            assertThat(turn.limitNanos()).isEqualTo(Duration.ofSeconds(30).toNanos());
            assertThat(home.resolve("task").resolve(String.valueOf(turn.thread())))
                    .exists();
        });

        Answers.of(project.stop());
        assertThat(Answers.of(outstanding).outcome()).isEqualTo(EventOutcome.CANCELED);
    }

    @Test
    void killedEngineIsReplaced() throws InterruptedException {
        var outstanding = send("/loop");
        awaitLog("looping");

        assertThat(ProcessHandle.of(Answers.of(runtime.status()).pid())
                        .orElseThrow()
                        .destroyForcibly())
                .isTrue();

        assertThat(Answers.of(outstanding).outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
        assertThat(Answers.of(send("/count")).outcome()).isEqualTo(EventOutcome.OK);
    }

    /// Ctrl+C in a terminal goes to the application and to its engine.
    @Test
    void aSignalLeavesNoFolder(@TempDir Path folder) throws IOException, InterruptedException {
        var own = Files.createDirectory(folder.resolve("engine"));
        Files.writeString(own.resolve("file"), "left");
        var process = new ProcessBuilder(EngineLaunch.ofThisProcess().command(own)).start();
        assertThat(process.getInputStream().read()).isNotNegative();

        process.destroy();

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(own).doesNotExist();
    }

    private void stopEnds(String path) throws InterruptedException {
        var outstanding = send(path);
        awaitLog("looping");

        // How long it takes is what docs/benchmarks/run measures; a busy machine would fail a test of it.
        Answers.of(project.stop());
        assertThat(Answers.of(outstanding).outcome()).isEqualTo(EventOutcome.CANCELED);
        assertThat(Answers.of(send("/count")).outcome()).isEqualTo(EventOutcome.OK);
    }

    private void awaitLog(String text) throws InterruptedException {
        for (var event = next(); event != null; event = next()) {
            if (event instanceof TailEvent.LogLine line && line.text().equals(text)) {
                return;
            }
        }
        throw new AssertionError("no console line " + text);
    }

    private @Nullable TailEvent next() throws InterruptedException {
        return heard.poll(60, TimeUnit.SECONDS);
    }

    private CompletableFuture<InvocationResult> send(String path) {
        return project.dispatch(
                new Invocation.Fetch("GET", "http://wild" + path, List.of(), new RequestBody.None(), null));
    }
}
