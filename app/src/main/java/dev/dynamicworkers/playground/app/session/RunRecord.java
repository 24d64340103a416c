package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.runtime.EventResult;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One run that is over. It never changes, whatever runs later.
///
/// @param number counts from 1 within the session
/// @param reply null when no response was sent
/// @param event what the handler of an event without a response decided, null when there was nothing to decide
/// @param error that ended the event, as the parent's isolate met it; null where none did
/// @param thrown the same error as it left other isolates before, the first one first
/// @param explanation one sentence for people when it did not end well, else empty
/// @param isolates as they were at its end
/// @param cold whether the parent's isolate was made for this run
/// @param spans what isolates did in it, in the order of their beginnings
/// @param phases changes of its life, the end as the last one; empty where that is not known
/// @param code equal for runs of equal code and configuration; empty where that is not known
public record RunRecord(
        long number,
        Instant startedAt,
        RequestDraft request,
        RunVerdict verdict,
        @Nullable Reply reply,
        @Nullable EventResult event,
        @Nullable GuestError error,
        List<Thrown> thrown,
        String explanation,
        List<IsolateSnapshot> isolates,
        List<NetworkEntry> subrequests,
        RunTiming timing,
        Start cold,
        List<String> notes,
        List<RunSpan> spans,
        List<RunPhase> phases,
        String code) {
    /// How the explanation of a run begins whose engine process ended; what follows says why and what was lost.
    public static final String ENGINE_LOST = "The engine process ended during this run";

    public RunRecord {
        thrown = List.copyOf(thrown);
        isolates = List.copyOf(isolates);
        subrequests = List.copyOf(subrequests);
        notes = List.copyOf(notes);
        spans = List.copyOf(spans);
        phases = List.copyOf(phases);
    }

    /// The same run with the phases that it came through.
    RunRecord withPhases(List<RunPhase> all) {
        return new RunRecord(
                number,
                startedAt,
                request,
                verdict,
                reply,
                event,
                error,
                thrown,
                explanation,
                isolates,
                subrequests,
                timing,
                cold,
                notes,
                spans,
                all,
                code);
    }

    /// The stacks of its error, innermost first, as lines: each under the name of its isolate where there are several,
    /// and under each stack what the error there comes from.
    public List<String> stacks() {
        List<String> lines = new ArrayList<>();
        for (Thrown each : thrown) {
            lines.add("in " + each.isolate().label());
            lines.add(Objects.requireNonNullElse(each.error().stack(), "    at an unknown place"));
            addCauses(lines, each.error());
        }
        String own = error == null ? null : error.stack();
        if (own != null) {
            if (!thrown.isEmpty()) {
                lines.add("in " + parent().label());
            }
            lines.add(own);
        }
        // An isolate that it left before told the same.
        if (error != null
                && thrown.stream().noneMatch(each -> each.error().causes().equals(error.causes()))) {
            addCauses(lines, error);
        }
        return lines;
    }

    private static void addCauses(List<String> lines, GuestError of) {
        for (GuestError.CauseStep step : of.steps()) {
            String indent = "    ".repeat(step.depth());
            lines.add(indent + step.line());
            String stack = step.error() == null ? null : step.error().stack();
            if (stack != null) {
                stack.lines().forEach(line -> lines.add(indent + line));
            }
        }
    }

    /// The isolate that got the event.
    public IsolateTag parent() {
        return isolates.stream()
                .filter(isolate -> isolate.role() == IsolateSnapshot.Role.PARENT)
                .map(isolate -> IsolateTag.of(isolate.label(), isolate.role()))
                .findFirst()
                .orElseGet(() -> IsolateTag.of("parent", IsolateSnapshot.Role.PARENT));
    }

    /// Time from delivery to the end, in milliseconds.
    public double totalMillis() {
        return timing.totalMillis();
    }

    /// CPU time of the parent's invocation, in milliseconds.
    public double cpuMillis() {
        return timing.cpuMillis();
    }

    /// How the parent's isolate came to the run.
    public enum Start {
        COLD,
        WARM
    }

    /// The response of a run.
    ///
    /// @param body its first part, up to the limit `responseMb`
    /// @param totalBytes how long the body was; [#UNKNOWN_LENGTH] where it was longer than what is kept
    /// @param chunks how the body came, at most 10,000 of them; empty when that is not known
    public record Reply(
            int status,
            String statusText,
            List<HeaderLine> headers,
            byte[] body,
            long totalBytes,
            List<StreamChunk> chunks) {
        /// Length of a body that was not read to its end.
        public static final long UNKNOWN_LENGTH = -1;

        /// Status of what is no response: what a method returned.
        public static final int NO_STATUS = 0;

        public Reply {
            headers = List.copyOf(headers);
            chunks = List.copyOf(chunks);
        }

        /// A response that came in one piece.
        public Reply(int status, String statusText, List<HeaderLine> headers, byte[] body) {
            this(status, statusText, headers, body, body.length, List.of());
        }

        /// Whether the body was longer than what is kept of it.
        public boolean isTruncated() {
            return totalBytes != body.length;
        }

        /// How long the body was, for people: `42 B`, `more than 10.0 MB`.
        public String size() {
            return totalBytes == UNKNOWN_LENGTH
                    ? "more than " + Amounts.bytes((long) body.length)
                    : Amounts.bytes(totalBytes);
        }

        /// The status in one word, `200`; `returned` for what a method returned.
        public String statusWord() {
            return status == NO_STATUS ? statusText : String.valueOf(status);
        }

        /// Status and reason phrase: `200 OK`.
        public String statusLine() {
            return status == NO_STATUS ? statusText : (status + " " + statusText).strip();
        }

        /// The value of the first such header, empty when there is none.
        public String header(String name) {
            for (HeaderLine header : headers) {
                if (header.name().equalsIgnoreCase(name)) {
                    return header.value();
                }
            }
            return "";
        }
    }
}
