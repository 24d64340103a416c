package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of panels with one of each kind that there is, for looking at them.
final class FixedRows {
    /// Run that all of them belong to.
    static final long RUN = 9_000;

    private static final IsolateTag PARENT = IsolateTag.of("parent", IsolateSnapshot.Role.PARENT);
    private static final IsolateTag GREETER = IsolateTag.of("greeter", IsolateSnapshot.Role.DYNAMIC);
    static final IsolateId PARENT_ID = new IsolateId(9_101);
    static final IsolateId GREETER_ID = new IsolateId(9_102);
    private static final String API = "https://api.example.com/v1/";

    private FixedRows() {}

    /// Isolates in each state of their lives.
    static List<IsolateSnapshot> isolates(Instant now) {
        return List.of(
                isolate(9_101, null, "parent", IsolateSnapshot.State.IDLE, now, null),
                isolate(9_102, 9_101L, "greeter", IsolateSnapshot.State.BUSY, now, null),
                isolate(9_103, 9_101L, "summarizer", IsolateSnapshot.State.LOADING, now, null),
                isolate(9_104, 9_102L, "notes", IsolateSnapshot.State.IDLE, now, null),
                isolate(
                        9_105,
                        9_101L,
                        "spinner",
                        IsolateSnapshot.State.KILLED,
                        now,
                        "exceeded 50 ms of CPU time at spinner.js:4"),
                isolate(9_106, 9_101L, "dynamic#6", IsolateSnapshot.State.EVICTED, now, "idle for 60 s"),
                isolate(
                        9_107,
                        9_101L,
                        "typo",
                        IsolateSnapshot.State.FAILED,
                        now,
                        "SyntaxError: Unexpected token } at typo.js:2"));
    }

    private static IsolateSnapshot isolate(
            long id,
            @Nullable Long parent,
            String label,
            IsolateSnapshot.State state,
            Instant now,
            @Nullable String end) {
        boolean isParent = parent == null;
        boolean isKnown = state != IsolateSnapshot.State.LOADING && state != IsolateSnapshot.State.FAILED;
        long size = id - 9_100;
        return new IsolateSnapshot(
                new IsolateId(id),
                isParent ? IsolateSnapshot.Role.PARENT : IsolateSnapshot.Role.DYNAMIC,
                isParent || label.contains("#") ? null : label,
                label,
                parent == null ? null : new IsolateId(parent),
                state,
                isKnown ? 213_000L * size : null,
                864_256L,
                isKnown ? 1_204_224L * size : null,
                isKnown ? 3.9 * size : null,
                isKnown ? 4 * size : 0,
                now.minusSeconds(40 * size),
                isKnown ? now.minusSeconds(2 * size) : null,
                end);
    }

    /// Requests with each decision, and one that failed.
    static List<NetworkEntry> network(Instant now) {
        var allow = new SubrequestRecord.Rule("network.rules[0]", "allow GET api.example.com/v1/*");
        var answer = new SubrequestRecord.Rule("network.rules[1]", "answer GET api.example.com/v1/weather");
        var mode = new SubrequestRecord.Rule("network.mode", "blocked");
        return List.of(
                request(now, "GET", API + "notes?tag=first", SubrequestRecord.Decision.ALLOWED, 200, null, allow, 41.2),
                request(
                        now,
                        "POST",
                        "https://collect.example.net/beacon?session=5f0c2a7de1b94b0fb1a9&page=%2Fnotes%2F2026%2Fnovember",
                        SubrequestRecord.Decision.DENIED,
                        null,
                        "no rule lets it through",
                        mode,
                        0.1),
                request(now, "GET", API + "weather", SubrequestRecord.Decision.ANSWERED, 200, null, answer, 0.3),
                request(
                        now,
                        "GET",
                        "https://cdn.example.org/logo.svg",
                        SubrequestRecord.Decision.INTERCEPTED,
                        204,
                        null,
                        null,
                        2.7),
                request(
                        now,
                        "GET",
                        API + "slow",
                        SubrequestRecord.Decision.ALLOWED,
                        null,
                        "the connection was refused",
                        allow,
                        1_204.0),
                request(now, "DELETE", API + "notes/7", SubrequestRecord.Decision.ALLOWED, 503, null, allow, 88.0));
    }

    private static NetworkEntry request(
            Instant now,
            String method,
            String url,
            SubrequestRecord.Decision decision,
            @Nullable Integer status,
            @Nullable String reason,
            SubrequestRecord.@Nullable Rule rule,
            double millis) {
        String hint =
                decision == SubrequestRecord.Decision.DENIED ? "Add the rule: allow POST collect.example.net" : null;
        String type = status != null && status == 200 ? "application/json" : null;
        return new NetworkEntry(
                RUN,
                GREETER,
                new SubrequestRecord(GREETER_ID, url, method, decision, status, reason, rule, hint, millis, type),
                now);
    }

    /// Calls with each decision, of each kind.
    static List<CallEntry> calls(Instant now) {
        return List.of(
                call(
                        now,
                        CallRecord.Kind.BINDING,
                        "NOTES",
                        "get",
                        "\"first\"",
                        "{\"text\":\"hello\"}",
                        null,
                        Call.ALLOWED),
                call(
                        now,
                        CallRecord.Kind.BINDING,
                        "NOTES",
                        "put",
                        "\"first\", \"hello\"",
                        null,
                        "NOTES is read only here",
                        Call.DENIED),
                call(now, CallRecord.Kind.RPC, "GREETER", "greet", "\"Ada\"", "\"Hello, Ada!\"", null, Call.ALLOWED),
                call(
                        now,
                        CallRecord.Kind.BINDING,
                        "MAIL",
                        "send",
                        "{\"to\":\"ada@example.com\"}",
                        "true",
                        null,
                        Call.ASKED),
                call(
                        now,
                        CallRecord.Kind.BINDING,
                        "MAIL",
                        "send",
                        "{\"to\":\"all@example.com\"}",
                        null,
                        "nobody answered in time",
                        Call.REFUSED),
                call(
                        now,
                        CallRecord.Kind.BINDING,
                        "WEATHER",
                        "today",
                        "\"Lund\"",
                        "{\"sky\":\"grey\"}",
                        null,
                        Call.FIXTURE),
                call(now, CallRecord.Kind.SUBREQUEST, null, "GET", API + "notes?tag=first", "200", null, Call.ALLOWED));
    }

    private enum Call {
        ALLOWED(CallRecord.Decision.ALLOWED, null, 0.4),
        DENIED(CallRecord.Decision.DENIED, "dynamicWorkers.greeter.grants.NOTES", 0.0),
        ASKED(CallRecord.Decision.ASKED_ALLOWED, "dynamicWorkers.*.grants.MAIL", 2_310.0),
        REFUSED(CallRecord.Decision.ASKED_DENIED, "dynamicWorkers.*.grants.MAIL", 60_000.0),
        FIXTURE(CallRecord.Decision.FIXTURE, "dynamicWorkers.greeter.grants.WEATHER", 0.1);

        private final CallRecord.Decision decision;
        private final @Nullable String rule;
        private final double millis;

        Call(CallRecord.Decision decision, @Nullable String rule, double millis) {
            this.decision = decision;
            this.rule = rule;
            this.millis = millis;
        }
    }

    private static CallEntry call(
            Instant now,
            CallRecord.Kind kind,
            @Nullable String binding,
            String method,
            String arguments,
            @Nullable String result,
            @Nullable String error,
            Call of) {
        CallRecord record = new CallRecord(
                now,
                GREETER_ID,
                new InvocationId(2),
                kind,
                binding,
                method,
                null,
                arguments,
                result,
                error,
                of.millis,
                of.decision,
                of.rule,
                null,
                (long) arguments.length(),
                result == null ? null : (long) result.length());
        return new CallEntry(RUN, GREETER, kind == CallRecord.Kind.RPC ? PARENT : null, record, null);
    }

    /// A run with each outcome, newest first.
    static List<RunRecord> runs(Instant now) {
        List<RunRecord> runs = new ArrayList<>();
        for (FixedState state : FixedState.values()) {
            // Others are large.
            if (state != FixedState.LARGE_JSON && state != FixedState.FLOOD) {
                runs.add(state.run(now.minusSeconds(97L * runs.size())));
            }
        }
        return runs;
    }

    /// A problem of each severity, in a file and without one.
    ///
    /// @param file of the project
    static List<Problem> problems(Problem.Source source, String file) {
        return switch (source) {
            case PROJECT ->
                List.of(new Problem(
                        Problem.Severity.WARNING,
                        "placement is not followed here.",
                        "It has no effect on one machine.",
                        new Place("wrangler.jsonc", 4, 3),
                        source));
            case SYNTAX ->
                List.of(new Problem(
                        Problem.Severity.ERROR,
                        "Property 'greet' does not exist on type 'Greeter'.",
                        "",
                        new Place(file, 4, 30),
                        source));
            case LINT ->
                List.of(new Problem(
                        Problem.Severity.WARNING,
                        "env.NOTES is not granted.",
                        "The code gets undefined.",
                        new Place(file, 3, 5),
                        source,
                        List.of(new Problem.Fix("Take env.NOTES out", file, 3, "env.NOTES", "undefined"))));
            case RUN ->
                List.of(
                        new Problem(
                                Problem.Severity.ERROR,
                                "TypeError: env.GREETER.greet is not a function",
                                "run #" + RUN + " in greeter",
                                new Place(file, 4, 24),
                                source),
                        new Problem(
                                Problem.Severity.NOTE,
                                "The response was read after the event had ended.",
                                "",
                                null,
                                source));
        };
    }

    /// A console line of each level, and one that came often.
    static List<LogEntry> lines(Instant now) {
        List<LogEntry> lines = new ArrayList<>();
        for (LogEntry.Level level : LogEntry.Level.values()) {
            lines.add(new LogEntry(
                    now,
                    RUN,
                    level == LogEntry.Level.INFO ? PARENT : GREETER,
                    level,
                    "a line of level " + level.word() + ", as greeter.js writes it",
                    null,
                    "greeter.js:4"));
        }
        LogEntry last = lines.getLast();
        lines.add(last);
        lines.add(last);
        return lines;
    }
}
