package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.session.body.InspectedValue;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.app.session.request.RequestBytes;
import dev.dynamicworkers.playground.app.session.request.RequestBytes.UnsendableBody;
import dev.dynamicworkers.playground.core.runtime.EventResult;
import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Translates between what the engine says and what the window shows.
final class Runs {
    // Nothing is in `{}` and `[]`.
    private static final int SHORTEST_OBJECT = 2;
    // What the engine says of code that it ends for a person.
    private static final String STOPPED = "Stopped by the user.";
    // How the platform's error begins.
    private static final String SUBREQUESTS = "Too many subrequests";

    private Runs() {}

    /// Finds the project's file that a module name of an isolate means.
    interface PlaceFinder {
        /// @param isolate label of the isolate, empty when it is not known
        @Nullable
        Place place(String isolate, String module, int line, int column);
    }

    /// The event that a request stands for. Reads the files that its body names, so not for the FX thread.
    ///
    /// @param root of the project
    static Invocation invocation(RequestDraft draft, Path root) throws UnsendableBody {
        String props = draft.notes().props().strip();
        Invocation event = event(draft, root);
        return props.isEmpty() || draft.kind() == EventKind.ALARM ? event : new Invocation.WithProps(event, props);
    }

    private static Invocation event(RequestDraft draft, Path root) throws UnsendableBody {
        String entrypoint =
                draft.entrypoint().isBlank() ? null : draft.entrypoint().strip();
        return switch (draft.kind()) {
            case FETCH -> request(draft, RequestBytes.of(draft, root), entrypoint);
            case RPC -> new Invocation.Rpc(draft.url().strip(), arguments(draft.body()), entrypoint);
            case ALARM -> {
                String[] object = draft.url().strip().split(":", 2);
                yield new Invocation.Alarm(object[0], object.length > 1 && !object[1].isBlank() ? object[1] : null);
            }
            case SCHEDULED -> new Invocation.Scheduled(draft.url().strip(), System.currentTimeMillis(), entrypoint);
            case QUEUE -> new Invocation.Queue(draft.url().strip(), messages(draft.body()), entrypoint);
            case EMAIL -> {
                String[] ends = draft.url().split("->|,", 2);
                yield new Invocation.Email(
                        ends[0].strip(),
                        ends.length > 1 ? ends[1].strip() : "",
                        draft.body().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                        entrypoint);
            }
            case TAIL -> new Invocation.Tail(draft.body().isBlank() ? "[]" : draft.body(), entrypoint);
        };
    }

    /// JSON of the arguments of a call. What is no array is the only argument, what is no JSON is a string.
    private static String arguments(String body) {
        if (body.isBlank()) {
            return "[]";
        }
        JsonSpan json = JsonSpan.of(body).orElse(null);
        if (json == null) {
            return "[" + JsonSpan.quote(body) + "]";
        }
        return json.kind() == JsonSpan.Kind.ARRAY ? body : "[" + body + "]";
    }

    /// A text that is no array is one message.
    private static List<Invocation.QueueMessage> messages(String body) {
        JsonSpan json = JsonSpan.of(body).orElse(null);
        if (json == null || json.kind() != JsonSpan.Kind.ARRAY) {
            return List.of(message(
                    1,
                    json == null ? Invocation.QueueMessage.Content.TEXT : Invocation.QueueMessage.Content.JSON,
                    body));
        }
        List<Invocation.QueueMessage> messages = new ArrayList<>();
        for (JsonSpan each : json.children()) {
            messages.add(message(messages.size() + 1, Invocation.QueueMessage.Content.JSON, each.raw()));
        }
        return messages;
    }

    private static Invocation.QueueMessage message(int number, Invocation.QueueMessage.Content content, String body) {
        return new Invocation.QueueMessage(
                "message-" + number, System.currentTimeMillis(), /* attempts= */ 1, content, body);
    }

    private static Invocation request(RequestDraft draft, RequestBytes body, @Nullable String entrypoint) {
        List<Header> headers = new ArrayList<>();
        draft.headers().forEach(line -> headers.add(new Header(line.name(), line.value())));
        boolean typed = headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("content-type"));
        if (!typed && !body.contentType().isEmpty()) {
            headers.add(new Header("content-type", body.contentType()));
        }
        RequestBody content = body.bytes().length == 0 ? new RequestBody.None() : new RequestBody.Bytes(body.bytes());
        return new Invocation.Fetch(draft.method(), draft.absoluteUrl(), headers, content, entrypoint);
    }

    /// What a run leaves behind besides its result.
    ///
    /// @param thrown what isolates did not catch
    /// @param prepareMillis from the key press to the delivery
    /// @param bodyMillis from delivery to the last byte of the response, 0 where none came
    /// @param code which code and configuration it ran
    /// @param stoppedAfter why the person's Stop ended it, empty when it was not stopped
    record Ending(
            List<NetworkEntry> subrequests,
            List<RunSpan> spans,
            List<Thrown> thrown,
            double prepareMillis,
            double bodyMillis,
            String code,
            String stoppedAfter) {}

    static RunRecord record(
            long number,
            Instant startedAt,
            RequestDraft draft,
            InvocationResult result,
            RunRecord.@Nullable Reply reply,
            Ending ending) {
        RunRecord.Reply shown = reply == null ? returned(result) : reply;
        boolean stopped = !ending.stoppedAfter().isEmpty() && result.outcome() != EventOutcome.OK;
        RunVerdict verdict = stopped ? RunVerdict.STOPPED : RunVerdict.of(result.outcome());
        if (verdict == RunVerdict.OK && shown != null && shown.isTruncated()) {
            verdict = RunVerdict.TRUNCATED;
        }
        GuestError error = result.error();
        if (verdict == RunVerdict.EXCEPTION && error != null && error.message().startsWith(SUBREQUESTS)) {
            verdict = RunVerdict.EXCEPTION_SUBREQUESTS;
        }
        InvocationResult.Timing timing = result.timing();
        return new RunRecord(
                number,
                startedAt,
                draft,
                verdict,
                shown,
                result.event(),
                stopped ? null : result.error(),
                stopped ? whereStopped(ending.thrown()) : error == null ? List.of() : elsewhere(error, ending.thrown()),
                stopped ? ending.stoppedAfter() : explanation(verdict, result, shown),
                result.isolates(),
                ending.subrequests(),
                new RunTiming(
                        ending.prepareMillis(),
                        timing.startMillis(),
                        timing.firstByteMillis(),
                        Math.min(ending.bodyMillis(), timing.totalMillis()),
                        timing.totalMillis(),
                        timing.cpuMillis()),
                timing.startMillis() > 0 ? RunRecord.Start.COLD : RunRecord.Start.WARM,
                result.notes(),
                ending.spans(),
                List.of(),
                ending.code());
    }

    /// Where an error was before it came to the parent, which has it once more as what ended the event.
    private static List<Thrown> elsewhere(GuestError error, List<Thrown> thrown) {
        return thrown.stream()
                .filter(each -> each.error().name().equals(error.name())
                        && each.error().message().equals(error.message())
                        && !(each.isolate().role() == IsolateSnapshot.Role.PARENT
                                && each.error().frames().equals(error.frames())))
                .toList();
    }

    /// Where code was that a person's Stop ended.
    private static List<Thrown> whereStopped(List<Thrown> thrown) {
        return thrown.stream()
                .filter(each -> each.error().message().equals(STOPPED)
                        && !each.error().frames().isEmpty())
                .toList();
    }

    /// What a call returned, shown as a body of JSON; null where it is none.
    private static RunRecord.@Nullable Reply returned(InvocationResult result) {
        if (!(result.event() instanceof EventResult.Rpc call)) {
            return null;
        }
        String json = call.json();
        if (json == null) {
            return null;
        }
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return new RunRecord.Reply(
                RunRecord.Reply.NO_STATUS,
                "returned",
                List.of(new HeaderLine("content-type", "application/json")),
                body,
                body.length,
                List.of());
    }

    private static String explanation(RunVerdict verdict, InvocationResult result, RunRecord.@Nullable Reply reply) {
        String ended = result.isolates().stream()
                .filter(isolate -> isolate.state() == IsolateSnapshot.State.KILLED)
                .map(isolate -> isolate.label() + ": " + isolate.endReason() + ". ")
                .findFirst()
                .orElse("");
        return switch (verdict) {
            case OK -> "";
            case TRUNCATED ->
                reply == null
                        ? ""
                        : "The response passed " + Amounts.bytes((long) reply.body().length)
                                + "; its first part is kept"
                                + (reply.totalBytes() == RunRecord.Reply.UNKNOWN_LENGTH
                                        ? ", the rest was not read."
                                        : " of " + reply.size() + ".");
            case EXCEPTION, EXCEPTION_SUBREQUESTS -> "The worker threw an error and nobody caught it.";
            case KILLED_CPU -> ended + "The CPU limit ended the isolate. Other isolates keep running.";
            case KILLED_MEMORY -> ended + "The memory limit ended the isolate. Other isolates keep running.";
            case KILLED_TIME -> ended + "The time limit ended the run.";
            case STOPPED -> ended + "The run was canceled.";
            case BROKEN_STREAM -> "The response broke off in the middle of its body.";
            case REFUSED -> "The project can't be run.";
            case NO_ENGINE -> "There is no engine.";
            case ENGINE_LOST -> RunRecord.ENGINE_LOST + ".";
            case FAILED -> "The engine could not run this request.";
        };
    }

    static RunRecord withoutResult(
            long number, Instant startedAt, RequestDraft draft, RunVerdict verdict, String explanation, double millis) {
        return new RunRecord(
                number,
                startedAt,
                draft,
                verdict,
                null,
                null,
                null,
                List.of(),
                explanation,
                List.of(),
                List.of(),
                RunTiming.lasting(millis),
                RunRecord.Start.COLD,
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    static List<Problem> problems(RunRecord record, PlaceFinder finder) {
        List<Problem> problems = new ArrayList<>();
        GuestError error = record.error();
        if (error != null) {
            problems.add(problem(record, error, "", firstPlace("", error, finder)));
        }
        // What a person stopped is no problem of the code.
        for (Thrown each : record.verdict() == RunVerdict.STOPPED ? List.<Thrown>of() : record.thrown()) {
            String isolate = each.isolate().label();
            Place place = firstPlace(isolate, each.error(), finder);
            if (place != null) {
                problems.add(problem(record, each.error(), isolate, place));
            }
        }
        for (String note : record.notes()) {
            problems.add(new Problem(Problem.Severity.NOTE, note, "", null, Problem.Source.RUN));
        }
        return problems;
    }

    private static Problem problem(RunRecord record, GuestError error, String isolate, @Nullable Place place) {
        return new Problem(
                Problem.Severity.ERROR,
                error.name() + ": " + error.message(),
                "run #" + record.number() + (isolate.isEmpty() ? "" : " in " + isolate),
                place,
                Problem.Source.RUN);
    }

    private static @Nullable Place firstPlace(String isolate, GuestError error, PlaceFinder finder) {
        for (GuestError.Frame frame : error.frames()) {
            Place place = finder.place(isolate, frame.file(), frame.line(), frame.column());
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    static LogEntry entry(TailEvent.LogLine line, long run, IsolateModel isolates, PlaceFinder finder) {
        GuestError.Frame frame = line.location();
        IsolateTag tag = isolates.tag(line.isolate());
        LogEntry.Level level = switch (line.level()) {
            case DEBUG -> LogEntry.Level.DEBUG;
            case LOG -> LogEntry.Level.LOG;
            case INFO -> LogEntry.Level.INFO;
            case WARN -> LogEntry.Level.WARN;
            case ERROR -> LogEntry.Level.ERROR;
        };
        return new LogEntry(
                line.timestamp(),
                run,
                tag,
                level,
                line.text(),
                frame == null ? null : finder.place(tag.label(), frame.file(), frame.line(), frame.column()),
                frame == null ? "" : frame.file() + ":" + frame.line(),
                1,
                line.message().stream().anyMatch(Runs::isContainer) || InspectedValue.mayOpen(line.text())
                        ? line.message()
                        : List.of(),
                line.deeper(),
                null);
    }

    private static boolean isContainer(String json) {
        return json.length() > SHORTEST_OBJECT && (json.charAt(0) == '{' || json.charAt(0) == '[');
    }

    static LogEntry entry(TailEvent.GuestException thrown, long run, IsolateModel isolates, PlaceFinder finder) {
        GuestError error = thrown.error();
        GuestError.Frame frame =
                error.frames().isEmpty() ? null : error.frames().getFirst();
        return new LogEntry(
                thrown.timestamp(),
                run,
                isolates.tag(thrown.isolate()),
                LogEntry.Level.ERROR,
                "Uncaught " + error.headline(),
                firstPlace(isolates.tag(thrown.isolate()).label(), error, finder),
                frame == null ? "" : frame.file() + ":" + frame.line(),
                1,
                List.of(),
                null,
                error);
    }

    static CallEntry call(CallRecord call, long run, IsolateModel isolates, PlaceFinder finder) {
        IsolateTag caller = isolates.tag(call.isolate());
        GuestError.Frame frame = call.location();
        return new CallEntry(
                run,
                caller,
                call.target() == null ? null : isolates.tag(call.target()),
                call,
                frame == null ? null : finder.place(caller.label(), frame.file(), frame.line(), frame.column()));
    }

    static LogEntry note(TailEvent event, String text, long run, IsolateModel isolates) {
        return new LogEntry(event.timestamp(), run, isolates.tag(event.isolate()), LogEntry.Level.NOTE, text, null, "");
    }
}
