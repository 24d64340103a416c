package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.Timing;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.WorkerResponse;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.LogLevel;
import dev.dynamicworkers.playground.core.trace.SecretLeak;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Results that use every field, for tests of reports.
final class Results {
    static final EngineStatus ENGINE =
            new EngineStatus("GraalJS 25.0.3 (GraalVM CE)", /* compiled= */ true, /* memoryMeasured= */ true, 42);
    static final Instant TIME = Instant.ofEpochMilli(1_767_225_600_000L);
    static final IsolateId PARENT = new IsolateId(1);
    static final IsolateId CHILD = new IsolateId(2);

    private Results() {}

    static TailEvent.LogLine line(String text) {
        return new TailEvent.LogLine(
                CHILD,
                TIME,
                new InvocationId(1),
                LogLevel.WARN,
                text,
                List.of("\"a\"", "{\"b\":[1,null]}", "not json"),
                new GuestError.Frame("f", "index.js", 1, 2));
    }

    static InvocationResult handled(byte[] body) {
        return new InvocationResult(
                new InvocationId(1),
                new WorkerResponse(
                        201,
                        "Created",
                        List.of(new Header("set-cookie", "a=1"), new Header("set-cookie", "b=2")),
                        body),
                EventOutcome.OK,
                null,
                null,
                List.of(line("a { b: [ 1, null ] }")),
                List.of(
                        new IsolateSnapshot(
                                PARENT,
                                IsolateSnapshot.Role.PARENT,
                                "hello",
                                "parent",
                                null,
                                IsolateSnapshot.State.IDLE,
                                81_920L,
                                860_160L,
                                1_048_576L,
                                12.5,
                                1,
                                TIME,
                                TIME,
                                null),
                        new IsolateSnapshot(
                                CHILD,
                                IsolateSnapshot.Role.DYNAMIC,
                                null,
                                "dynamic#1",
                                PARENT,
                                IsolateSnapshot.State.KILLED,
                                null,
                                null,
                                2048L,
                                null,
                                1,
                                TIME,
                                null,
                                "exceeded 50 ms of CPU time")),
                List.of(new SubrequestRecord(
                        CHILD,
                        "https://example.com/",
                        "GET",
                        SubrequestRecord.Decision.DENIED,
                        null,
                        "no network",
                        new SubrequestRecord.Rule("network.mode", "mode blocked"),
                        "allow it",
                        0.5,
                        null)),
                new Timing(21.5, 9, 20, 4.5),
                List.of("a note"),
                List.of(new TailEvent.SecretLeaked(
                        CHILD,
                        TIME,
                        null,
                        new SecretLeak("API_KEY", SecretLeak.Place.URL, "base64", "GET https://example.com/"))),
                new InvocationResult.Told(
                        List.of(new InvocationResult.Thrown(
                                CHILD,
                                new GuestError(
                                        "Error",
                                        "exceeded 50 ms of CPU time",
                                        "    at spin (loop.js:4:3)",
                                        List.of(new GuestError.Frame("spin", "loop.js", 4, 3))))),
                        List.of(
                                new InvocationResult.CpuShare(CHILD, 2, 50.5),
                                new InvocationResult.CpuShare(PARENT, 1, 4.5))));
    }

    static InvocationResult failed() {
        return new InvocationResult(
                new InvocationId(2),
                null,
                EventOutcome.EXCEPTION,
                new GuestError("TypeError", "boom", "TypeError: boom\n    at fetch (src/index.js:3:11)", List.of())
                        .causedBy(new GuestError.Causes(
                                new GuestError("Error", "no tea", "    at brew (src/tea.js:1:2)", List.of()),
                                List.of(new GuestError("", "'empty'", null, List.of())),
                                2)),
                List.of(),
                List.of(),
                List.of(),
                new Timing(1, 0, 0, 1),
                List.of());
    }

    /// What a parent met whose dynamic worker was ended.
    static InvocationResult ended() {
        var whole = handled(bytes("x"));
        var killed = whole.told().thrown().getFirst().error();
        return new InvocationResult(
                whole.id(),
                null,
                EventOutcome.EXCEPTION,
                null,
                new GuestError(killed.name(), killed.message(), "    at fetch (index.js:9:5)", List.of()),
                whole.logs(),
                whole.isolates(),
                List.of(),
                whole.timing(),
                List.of(),
                List.of(),
                whole.told());
    }

    static InvocationResult passed() {
        return new InvocationResult(
                new InvocationId(3),
                null,
                EventOutcome.OK,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                new Timing(1.5, 0, 0, 1),
                List.of());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
