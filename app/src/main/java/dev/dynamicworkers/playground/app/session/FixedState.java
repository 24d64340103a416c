package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A state of the panels with fixed data, to be looked at in each theme and size. Nothing runs for it.
public enum FixedState {
    OK("An answer of JSON", RunVerdict.OK, ""),
    LARGE_JSON("Five megabytes of JSON", RunVerdict.OK, ""),
    REDIRECT("A redirect", RunVerdict.OK, ""),
    NO_CONTENT("An answer without a body", RunVerdict.OK, ""),
    PICTURE("A picture", RunVerdict.OK, ""),
    EXCEPTION("An exception", RunVerdict.EXCEPTION, "The worker threw an error and nobody caught it."),
    SUBREQUESTS(
            "Too many requests", RunVerdict.EXCEPTION_SUBREQUESTS, "The worker threw an error and nobody caught it."),
    KILLED_CPU(
            "Killed by its CPU limit",
            RunVerdict.KILLED_CPU,
            "greeter: exceeded 30000 ms of CPU time at greeter.js:4. The CPU limit ended the isolate. Other isolates"
                    + " keep running."),
    KILLED_MEMORY(
            "Killed by its memory limit",
            RunVerdict.KILLED_MEMORY,
            "greeter: retained more than 128 MB. The memory limit ended the isolate. Other isolates keep running."),
    KILLED_TIME("Killed by the clock", RunVerdict.KILLED_TIME, "The time limit ended the run."),
    STOPPED("Stopped", RunVerdict.STOPPED, "Stopped by you after 1.40 s."),
    TRUNCATED(
            "A response that is too long",
            RunVerdict.TRUNCATED,
            "The response passed 10 MB; its first part is kept of 24 MB."),
    BROKEN("A response that broke off", RunVerdict.BROKEN_STREAM, "The response broke off in the middle of its body."),
    ENGINE_LOST(
            "A lost engine",
            RunVerdict.ENGINE_LOST,
            RunRecord.ENGINE_LOST
                    + ": Worker exceeded its memory limit of 128 MiB (worker 'dynamic#1') and did not yield within 500"
                    + " ms, so the engine was restarted. What its workers had in memory is lost; what they stored is"
                    + " kept. A new one takes the next run."),
    NO_ENGINE(
            "An engine that does not start",
            RunVerdict.NO_ENGINE,
            "There is no engine: the Java runtime beside the application is missing."),
    REFUSED("A project with problems", RunVerdict.REFUSED, "The project has 2 problems; see Problems."),
    FAILED("A fault of the engine", RunVerdict.FAILED, "The engine could not run this request."),
    FLOOD("A flood of lines", RunVerdict.OK, "");

    /// Far from the numbers of runs that were sent.
    private static final long FIRST_NUMBER = 9_001;

    private static final int LINES = 25_000;

    private static final String SMALL_PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAABlUlEQVR42g3L0QBAIQxA0QxCGEIIIQxhCEMIIYSuwR"
                    + "BCCGEIU3jv/J/WGr0hjdGYDW1YwxursRunEY3beI1sVKO1Tu9IZ3RmRzvW8c7q7M7pROd2Xic71f8gdEGEIUxBBRNc"
                    + "WMIWjhDCFZ6QQskfBn0ggzGYAx3YwAdrsAdnEIM7eIMc1PjDpE9kMiZzohOb+GRN9uRMYnInb5KTmn9QuiLKUKaiii"
                    + "muLGUrRwnlKk9JpfQPRjfEGMY01DDDjWVs4xhhXOMZaZT9wemOOMOZjjrmuLOc7RwnnOs8J53yPyz6QhZjMRe6sIUv"
                    + "1mIvziIWd/EWuaj1h03fyGZs5kY3tvHN2uzN2cTmbt4mN7X/cOgHOYzDPOjBDn5Yh304hzjcwzvkoc4fgh5IMIIZaG"
                    + "CBByvYwQkiuMELMqj4w6Vf5DIu86IXu/hlXfblXOJyL++Sl7p/ePSHPMZjPvRhD3+sx36cRzzu4z3yUe8PSU8kGclM"
                    + "NLHEk5Xs5CSR3OQlmVT+oeiFFKOYhRZWeLGKXZwiilu8IosqPqMkjjDZ8VXOAAAAAElFTkSuQmCC";

    private final String title;
    private final RunVerdict verdict;
    private final String explanation;

    FixedState(String title, RunVerdict verdict, String explanation) {
        this.title = title;
        this.verdict = verdict;
        this.explanation = explanation;
    }

    /// What is shown, in a few words.
    public String title() {
        return title;
    }

    /// The run that panels show in this state.
    RunRecord run(Instant now) {
        return new RunRecord(
                FIRST_NUMBER + ordinal(),
                now,
                new RequestDraft("GET", "http://localhost/" + name().toLowerCase(java.util.Locale.ROOT), List.of(), ""),
                verdict,
                reply(),
                null,
                error(),
                List.of(),
                explanation,
                isolates(now),
                List.of(),
                new RunTiming(4, 1.4, 2.9, 3, totalMillis(), 1.2),
                RunRecord.Start.COLD,
                List.of(),
                spans(),
                List.of(),
                "");
    }

    /// What isolates did, and of a run that the clock ended what was still waited for.
    private List<RunSpan> spans() {
        IsolateTag parent = IsolateTag.of("parent", IsolateSnapshot.Role.PARENT);
        IsolateTag greeter = IsolateTag.of("greeter", IsolateSnapshot.Role.DYNAMIC);
        return switch (this) {
            case KILLED_TIME ->
                List.of(new RunSpan(greeter, 2, 1, "fetch", "https://api.example.com/slow", 12, null, null, ""));
            case OK ->
                List.of(
                        new RunSpan(parent, 0, 0, "load", "", 4, 5.4, null, ""),
                        new RunSpan(parent, 1, 0, "fetch", "GET /ok", 5.4, 7.1, 1.2, "ok"),
                        new RunSpan(greeter, 0, 1, "load", "", 5.5, 6.2, null, ""),
                        new RunSpan(greeter, 2, 1, "fetch", "GET /ok", 6.2, 7.0, 0.4, "ok"),
                        new RunSpan(parent, 3, 2, "rpc", "Greeter.greet", 6.4, 6.6, 0.1, "ok"));
            default -> List.of();
        };
    }

    private double totalMillis() {
        return switch (this) {
            case STOPPED -> 1_400;
            case KILLED_TIME -> 900_004;
            default -> 3.1;
        };
    }

    private RunRecord.@Nullable Reply reply() {
        return switch (this) {
            case OK, FLOOD ->
                reply(200, "OK", "application/json", bytes("{\"greeting\":\"Hello, Ada!\",\"visits\":3}"), 0);
            case LARGE_JSON -> reply(200, "OK", "application/json", large(), 0);
            case REDIRECT -> reply(302, "Found", "", new byte[0], 0);
            case NO_CONTENT -> reply(204, "No Content", "", new byte[0], 0);
            case PICTURE -> reply(200, "OK", "image/png", Base64.getDecoder().decode(SMALL_PICTURE), 0);
            case TRUNCATED -> reply(200, "OK", "text/plain", bytes("line\n".repeat(2_000)), 24L << 20);
            case BROKEN -> reply(200, "OK", "text/plain", bytes("the first half of a sen"), 0);
            default -> null;
        };
    }

    private RunRecord.Reply reply(int status, String word, String type, byte[] body, long total) {
        List<HeaderLine> headers = new ArrayList<>();
        if (!type.isEmpty()) {
            headers.add(new HeaderLine("content-type", type));
        }
        if (this == REDIRECT) {
            headers.add(new HeaderLine("location", "http://localhost/elsewhere"));
        }
        return new RunRecord.Reply(status, word, headers, body, total == 0 ? body.length : total, List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] large() {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; json.length() < 5_000_000; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"id\":")
                    .append(i)
                    .append(",\"name\":\"note ")
                    .append(i)
                    .append("\",\"tags\":[\"first\",\"second\"],\"done\":false}");
        }
        return bytes(json.append(']').toString());
    }

    private @Nullable GuestError error() {
        return switch (this) {
            case EXCEPTION ->
                thrown("TypeError", "env.GREETER.greet is not a function", 4)
                        .causedBy(new GuestError.Causes(thrown("Error", "no such greeting: aloha", 9), List.of(), 0));
            case SUBREQUESTS -> thrown("Error", "Too many subrequests.", 12);
            case KILLED_CPU -> thrown("Error", "Worker exceeded its CPU time limit of 30000 ms.", 4);
            case KILLED_MEMORY -> thrown("Error", "Worker exceeded its memory limit of 128 MiB.", 9);
            case KILLED_TIME -> thrown("Error", "Worker exceeded its wall time limit of 900000 ms.", 7);
            default -> null;
        };
    }

    private static GuestError thrown(String name, String message, int line) {
        return new GuestError(
                name,
                message,
                name + ": " + message + "\n    at fetch (greeter.js:" + line + ":24)",
                List.of(
                        new GuestError.Frame("fetch", "greeter.js", line, 24),
                        new GuestError.Frame("dispatch", "cloudflare:internal", 88, 3)),
                null);
    }

    /// The isolates as they are in this state.
    List<IsolateSnapshot> isolates(Instant now) {
        boolean killed = this == KILLED_CPU || this == KILLED_MEMORY;
        return List.of(
                snapshot(1, IsolateSnapshot.Role.PARENT, "parent", IsolateSnapshot.State.IDLE, now, null),
                snapshot(
                        2,
                        IsolateSnapshot.Role.DYNAMIC,
                        "greeter",
                        killed ? IsolateSnapshot.State.KILLED : IsolateSnapshot.State.IDLE,
                        now,
                        killed
                                ? explanation
                                        .substring(0, explanation.indexOf(". "))
                                        .replace("greeter: ", "")
                                : null));
    }

    private static IsolateSnapshot snapshot(
            long id,
            IsolateSnapshot.Role role,
            String label,
            IsolateSnapshot.State state,
            Instant now,
            @Nullable String reason) {
        return new IsolateSnapshot(
                new IsolateId(FIRST_NUMBER + id),
                role,
                role == IsolateSnapshot.Role.PARENT ? null : label,
                label,
                null,
                state,
                213_000L * id,
                864_256L,
                1_204_224L * id,
                3.9 * id,
                id,
                now.minusSeconds(40),
                now,
                reason);
    }

    /// The console's lines in this state.
    List<LogEntry> lines(Instant now) {
        List<LogEntry> lines = new ArrayList<>();
        int count = this == FLOOD ? LINES : 1;
        for (int i = 0; i < count; i++) {
            lines.add(new LogEntry(
                    now,
                    FIRST_NUMBER + ordinal(),
                    IsolateTag.of("greeter", IsolateSnapshot.Role.DYNAMIC),
                    this == EXCEPTION ? LogEntry.Level.ERROR : LogEntry.Level.LOG,
                    this == FLOOD ? "line " + i : title,
                    null,
                    "greeter.js:4"));
        }
        return lines;
    }
}
