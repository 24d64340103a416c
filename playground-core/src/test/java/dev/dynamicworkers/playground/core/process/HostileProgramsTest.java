package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Programs that mean harm, as dynamic workers of one project in a real engine process: each ends as it should, the
/// parent goes on, and this process is never held up.
@Order(Order.DEFAULT + 5)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileProgramsTest {
    private static final long MOST_HELD_UP_MILLIS = 100;

    private static final String PARENT = """
        import { WorkerEntrypoint } from 'cloudflare:workers';
        let alive = 0;
        const held = [];
        const code = (source, env) => ({
          compatibilityDate: '2026-06-01', compatibilityFlags: ['nodejs_compat'], allowExperimental: true,
          mainModule: 'program.js', modules: { 'program.js': source }, globalOutbound: null, env,
        });
        export class Api extends WorkerEntrypoint {
          echo(value) { return value; }
          call(fn) { return fn(); }
          hold(functions) { held.push(...functions.map((fn) => fn.dup())); }
          ignore(stream) { return 'ignored'; }
          async run(source) {
            const worker = this.env.LOADER.load(code(source, { API: this.ctx.exports.Api({ props: {} }), CODE: source }));
            held.push(worker);
            return (await worker.getEntrypoint().fetch('http://x/')).text();
          }
          get(id) {
            this.env.LOADER.get(id, () => code('export default {}', {})).getEntrypoint();
          }
          async busy(count) {
            const source = 'export default { async fetch() { await scheduler.wait(100); return new Response("done"); } }';
            const workers = Array.from({ length: count }, () => this.env.LOADER.load(code(source, {})).getEntrypoint());
            const answers = await Promise.all(workers.map((worker) => worker.fetch('http://x/')));
            return answers.length;
          }
        }
        export default {
          async fetch(request, env, ctx) {
            const url = new URL(request.url);
            if (url.pathname === '/alive') {
              // What programs gave it would come to its own limit of memory after some dozens of them.
              held.length = 0;
              return new Response(String(++alive));
            }
            const source = await request.text();
            const child = env.LOADER.get(
              'program ' + url.searchParams.get('id'),
              () => ({
                ...code(source, { API: ctx.exports.Api({ props: {} }), SECRET: 'open-sesame', CODE: source }),
                limits: { cpuMs: Number(url.searchParams.get('cpu')) },
              }),
            );
            try {
              const response = await child.getEntrypoint().fetch('http://program/');
              return url.searchParams.has('pass') ? response : new Response(await response.text());
            } catch (error) {
              return new Response('threw ' + error);
            }
          },
        };
        """;

    private final RecordingWatcher watcher = new RecordingWatcher();
    private final LinkedBlockingQueue<TailEvent> heard = new LinkedBlockingQueue<>();
    private EngineWitness witness;
    private RuntimeProcess runtime;
    private RunningProject project;
    private Heartbeat heartbeat;
    private int alive;
    private int touched;
    private int attempts;

    @BeforeAll
    void startEngine(@TempDir Path folder, @TempDir Path said) throws IOException, InterruptedException {
        witness = new EngineWitness(said);
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            {
              "name": "attacked", "main": "index.js", "compatibility_date": "2026-06-01",
              "compatibility_flags": ["enable_ctx_exports", "experimental"],
              "worker_loaders": [{ "binding": "LOADER" }],
            }
            """);
        Files.writeString(folder.resolve("index.js"), PARENT);
        // Engines that warm up nothing: half a dozen are lost here, and no program needs its first turn to be fast.
        var launch = EngineLaunch.ofThisProcess().forOneCommand().withReserve(Duration.ofMillis(500));
        runtime = RuntimeProcess.start(witness.watching(launch), watcher);
        project = runtime.start(
                new ProjectReader().read(folder, Map.of()),
                RuntimeOptions.DEFAULT.limiting(HostileProgram.LIMITS),
                heard::add);
        assertThat(watcher.next()).isEqualTo("started");
        heartbeat = new Heartbeat(() -> {
            touched += runtime.status().isDone() ? 1 : 0;
            if (touched % 64 == 0) {
                // What the window asks twice in a second.
                var unused = project.isolates();
            }
        });
        isAlive();
    }

    @AfterAll
    void closeEngine() {
        heartbeat.close();
        runtime.close();
    }

    static List<HostileProgram> programs() {
        var programs = HostileProgram.all("hostile").toList();
        if (System.getProperty(HostileProgram.ONLY) != null) {
            return programs;
        }
        Long seed = Long.getLong(HostileProgram.SEED);
        if (seed != null) {
            var shuffled = new ArrayList<>(programs);
            Collections.shuffle(shuffled, new Random(seed));
            return shuffled;
        }
        // Those that cost an engine stand apart, so that its reserve is warm when the next one comes.
        var costly = new ArrayList<>(
                programs.stream().filter(HostileProgram::isCostly).toList());
        var cheap = programs.stream().filter(program -> !program.isCostly()).toList();
        var all = new ArrayList<HostileProgram>();
        int between = cheap.size() / costly.size();
        for (int i = 0; i < cheap.size(); i++) {
            if (i % between == between - 1 && !costly.isEmpty()) {
                all.add(costly.removeFirst());
            }
            all.add(cheap.get(i));
        }
        all.addAll(costly);
        return all;
    }

    @ParameterizedTest
    @MethodSource("programs")
    void endsAsItShould(HostileProgram program) throws InterruptedException {
        try {
            attempt(program);
        } catch (AssertionError busy) {
            System.getLogger(HostileProgramsTest.class.getName())
                    .log(System.Logger.Level.WARNING, program + " once more: " + busy.getMessage());
            // Limits and the grace of a stop are milliseconds: a machine that has other work may miss them once.
            attempt(program);
        }
    }

    private void attempt(HostileProgram program) throws InterruptedException {
        heard.clear();
        heartbeat.restart();
        // A parent that had to begin anew must not find the workers of the one before.
        String query = "?id=" + ++attempts + "&cpu=" + program.cpuMillis() + (program.isPassedOn() ? "&pass" : "");
        var result = witness.answerOf(
                program + " and its parent",
                send("POST", "/" + query, new RequestBody.Bytes(program.code().getBytes(StandardCharsets.UTF_8))));
        var losses = watcher.losses();
        boolean lost = !losses.isEmpty();
        int before = alive;
        isAlive();

        var seen = new Seen(new ArrayList<>(heard));
        program.log(() -> seen.outcomes(result) + " " + losses + " " + Answers.said(result));
        assertThat(seen.outcomes(result))
                .as("outcome of %s; it was told: %s", program, Answers.said(result))
                .containsAnyElementsOf(program.outcomes());
        assertThat(Answers.said(result))
                .containsAnyOf(program.setting("says", "").split("\\|", -1));
        assertThat(seen.childLogs()).isLessThanOrEqualTo(Integer.parseInt(program.setting("logs", "100")));
        assertThat(lost).as("engine was replaced, %s", losses).isIn(program.mustLoseEngine(), program.mayLoseEngine());
        boolean parentMayEnd = lost || program.setting("parent", "").equals("any");
        if (!parentMayEnd) {
            assertThat(alive)
                    .as("the parent's memory; isolates that ended: %s", seen.endings())
                    .isEqualTo(before + 1);
        }
        assertThat(heartbeat.longestMillis())
                .as("this process was held up at %s", heartbeat.heldBy())
                .isLessThan(MOST_HELD_UP_MILLIS);
        assertThat(heartbeat.beats()).isPositive();
    }

    /// What a run told of itself.
    private record Seen(List<TailEvent> events) {
        /// How the program ended, in the words of its own invocation, of the parent's, and of its start.
        Set<String> outcomes(InvocationResult result) {
            var words = new HashSet<String>();
            words.add(result.outcome().word());
            IsolateId child = child();
            boolean ran = false;
            for (var event : events) {
                if (event instanceof TailEvent.Outcome ended && ended.isolate().equals(child)) {
                    ran = true;
                    words.add(ended.outcome().word());
                }
            }
            if (!ran) {
                words.add("notStarted");
            }
            if (result.outcome() == EventOutcome.OK && ran && words.size() > 1) {
                words.remove(EventOutcome.OK.word());
            }
            return words;
        }

        private IsolateId child() {
            for (var event : events) {
                if (event instanceof TailEvent.IsolateStarted started
                        && started.snapshot().label().startsWith("program ")) {
                    return started.isolate();
                }
            }
            return new IsolateId(0);
        }

        /// Why isolates ended.
        List<String> endings() {
            return events.stream()
                    .filter(TailEvent.IsolateEnded.class::isInstance)
                    .map(Object::toString)
                    .toList();
        }

        int childLogs() {
            IsolateId child = child();
            return (int) events.stream()
                    .filter(event -> event instanceof TailEvent.LogLine line
                            && line.isolate().equals(child))
                    .count();
        }
    }

    private void isAlive() throws InterruptedException {
        var result = witness.answerOf("the parent after it", send("GET", "/alive", new RequestBody.None()));
        assertThat(result.outcome()).as("after it: %s", result.error()).isEqualTo(EventOutcome.OK);
        alive = Integer.parseInt(new String(Answers.response(result).body(), StandardCharsets.UTF_8));
    }

    private CompletableFuture<InvocationResult> send(String method, String path, RequestBody body) {
        return project.dispatch(new Invocation.Fetch(method, "http://attacked" + path, List.of(), body, null));
    }
}
