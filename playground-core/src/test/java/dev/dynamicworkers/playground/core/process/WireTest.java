package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.NetworkRulesReader;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.runtime.EventResult;
import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.ExchangeRecord;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.LogLevel;
import dev.dynamicworkers.playground.core.trace.SecretLeak;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written is what is read.
final class WireTest {
    /// Rules that have something of everything.
    private static final NetworkRules EVERYTHING = NetworkRulesReader.read(Path.of("."), """
        {"ask": {"timeoutSeconds": 7}, "network": {"mode": "ask", "rules": [
           {"host": "a.test:1", "methods": ["GET"], "path": "/*", "action": "allow", "headers": {"a": "${B}"}},
           {"host": "b.test", "action": "answer", "answer": {"body": "x", "headers": {"c": "d"}, "delayMs": 3}}]},
         "parent": {"network": {"mode": "open"}}, "dynamicWorkers": {"*": {"network": {}}}}\
        """);

    private static final IsolateId ISOLATE = FakeRuntime.ISOLATE;
    private static final InvocationId INVOCATION = new InvocationId(7);
    private static final Instant TIME = FakeRuntime.TIME;

    static List<TailEvent> events() {
        var frame = new GuestError.Frame("f", "m.js", 1, 2);
        var request = new SubrequestRecord(ISOLATE, "u", "GET", SubrequestRecord.Decision.DENIED, null, "no");
        return List.of(
                new TailEvent.Onset(ISOLATE, TIME, INVOCATION, "fetch", "GET /", null, new InvocationId(1)),
                new TailEvent.LogLine(ISOLATE, TIME, null, LogLevel.WARN, "w", List.of("1"), frame),
                new TailEvent.GuestException(
                        ISOLATE,
                        TIME,
                        INVOCATION,
                        new GuestError("Error", "m", null, List.of(frame))
                                .causedBy(new GuestError.Causes(
                                        new GuestError("TypeError", "c", "at x", List.of(frame)),
                                        List.of(new GuestError("", "'e'", null, List.of())),
                                        3,
                                        new GuestError("Error", "later", null, List.of(frame)),
                                        new GuestError("Error", "hidden", null, List.of())))),
                new TailEvent.Subrequest(ISOLATE, TIME, INVOCATION, request),
                new TailEvent.Exchange(
                        ISOLATE,
                        TIME,
                        INVOCATION,
                        new ExchangeRecord(
                                1L << 52,
                                new ExchangeRecord.Message(
                                        List.of(new ExchangeRecord.Field("a", "b")),
                                        new byte[] {1, -1},
                                        3,
                                        /* isOver= */ true),
                                null)),
                new TailEvent.Call(
                        ISOLATE,
                        TIME,
                        INVOCATION,
                        new CallRecord(
                                TIME,
                                ISOLATE,
                                INVOCATION,
                                CallRecord.Kind.RPC,
                                "API",
                                "greet",
                                null,
                                "[]",
                                null,
                                "Error: no",
                                1.5,
                                CallRecord.Decision.DENIED,
                                "rule",
                                frame,
                                12L,
                                null)),
                new TailEvent.Outcome(ISOLATE, TIME, INVOCATION, EventOutcome.EXCEEDED_CPU, null, 1.25, 2.5),
                new TailEvent.IsolateStarted(ISOLATE, TIME, FakeRuntime.snapshot()),
                new TailEvent.IsolateEnded(ISOLATE, TIME, IsolateSnapshot.State.KILLED, "why"),
                new TailEvent.SecretLeaked(
                        ISOLATE, TIME, null, new SecretLeak("KEY", SecretLeak.Place.URL, "hex", "GET u")),
                new TailEvent.Note(ISOLATE, TIME, "note"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void tailEvents(TailEvent event) {
        assertThat(Wire.readList(Wire.writeList(List.of(event), TailEvent.class), TailEvent.class))
                .containsExactly(event);
    }

    @Test
    void projectAndOptions() {
        var options = RuntimeOptions.DEFAULT
                .storing(Path.of("state").toAbsolutePath())
                .limiting(Limits.Preset.STRICT.limits().with(Limit.CPU, 50))
                .reaching(EVERYTHING)
                .recording(RuntimeOptions.Calls.RECORDED)
                .overlaid(PlaygroundFile.of("""
                    { "version": 1, "parent": { "limits": { "cpuMs": 5 }, "grants": { "A": { "mode": "ask",
                      "methods": { "m": { "fixture": { "error": "no", "delayMs": 7 } }, "n": "deny" } } } },
                      "dynamicWorkers": { "*": { "grants": { "B": "read-only" } } } }
                    """).overlay());

        var read = Wire.readAll(Wire.writeAll(Projects.full(), options));

        assertThat(Wire.part(read, 0, Project.class)).isEqualTo(Projects.full());
        assertThat(Wire.part(read, 1, RuntimeOptions.class)).isEqualTo(options);
    }

    @Test
    void invocations() {
        var fetch = new Invocation.Fetch(
                "GET", "http://x/", List.of(new Header("a", "b")), new RequestBody.None(), "Named");

        var read = Wire.readAll(
                Wire.writeAll(1L, fetch, new Invocation.Test(null), new Invocation.Scheduled("c", 5, null)));

        assertThat(Wire.part(read, 1, Invocation.class)).isEqualTo(fetch);
        assertThat(Wire.part(read, 2, Invocation.class)).isEqualTo(new Invocation.Test(null));
        assertThat(Wire.part(read, 3, Invocation.class)).isEqualTo(new Invocation.Scheduled("c", 5, null));
    }

    @Test
    void invocationsOfOtherHandlers() {
        List<Invocation> sent = List.of(
                new Invocation.Queue(
                        "jobs",
                        List.of(new Invocation.QueueMessage(
                                "a", 5, 1, Invocation.QueueMessage.Content.JSON, "{\"a\":1}")),
                        null),
                new Invocation.Tail("[]", "Named"),
                new Invocation.Alarm("ROOM", "lobby"),
                new Invocation.WithProps(new Invocation.Rpc("m", "[]", "Named"), "{\"a\":1}"));

        var read = Wire.readAll(Wire.writeAll(sent.toArray()));

        for (int i = 0; i < sent.size(); i++) {
            assertThat(Wire.part(read, i, Invocation.class)).isEqualTo(sent.get(i));
        }
        var email = new Invocation.Email("a@x", "b@x", new byte[] {0, 1, -1}, null);
        assertThat(Wire.read(Wire.write(email), Invocation.Email.class).raw()).containsExactly(0, 1, -1);
    }

    @Test
    void resultsOfHandlers() {
        List<EventResult> events = List.of(
                new EventResult.Scheduled(/* noRetry= */ true),
                new EventResult.Queue(
                        /* ackAll= */ false,
                        new EventResult.RetryBatch(/* retry= */ true, 3),
                        List.of("a"),
                        List.of(new EventResult.RetryMessage("b", null))),
                new EventResult.Email(
                        "no",
                        List.of(new EventResult.Forward("c@x", List.of(List.of("x-a", "1")))),
                        List.of(new EventResult.Reply("a@x", "b@x", "raw"))),
                new EventResult.Alarm(/* retry= */ false));
        for (EventResult event : events) {
            var result = new InvocationResult(
                    INVOCATION,
                    null,
                    EventOutcome.OK,
                    event,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    new InvocationResult.Timing(1, 2, 3, 4),
                    List.of());
            assertThat(Wire.read(Wire.write(result), InvocationResult.class)).isEqualTo(result);
        }
    }

    @Test
    void whatComesBeforeTheGreetingIsSkipped() throws IOException {
        var greeting = new String(FrameReader.GREETING, StandardCharsets.ISO_8859_1);
        var text = "warning\n\0play" + greeting + "\0\0\0\11\0\0\0\0\0\0\0\0\5";
        var reader = new FrameReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), 100);

        reader.awaitGreeting();

        var frame = Objects.requireNonNull(reader.read());
        assertThat(frame.kind()).isEqualTo(FrameKind.HELLO);
        assertThat(frame.id()).isEqualTo(5);
        assertThat(reader.read()).isNull();
    }
}
