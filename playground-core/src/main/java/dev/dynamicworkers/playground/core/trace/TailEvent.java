package dev.dynamicworkers.playground.core.trace;

import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happened in a running project, in the order in which it happened.
public sealed interface TailEvent {
    /// The isolate it happened in.
    IsolateId isolate();

    /// When it happened.
    Instant timestamp();

    /// An invocation was delivered to an isolate.
    ///
    /// @param kind `fetch`, `rpc`, `scheduled`, `queue`, `tail`, `alarm`, `email` or `test`
    /// @param summary one line for people: `GET https://example.com/` or the method's name
    /// @param entrypoint name of the entrypoint, null for the default one
    /// @param cause the invocation whose code made this one happen, null for one that came from outside
    record Onset(
            IsolateId isolate,
            Instant timestamp,
            InvocationId invocation,
            String kind,
            String summary,
            @Nullable String entrypoint,
            @Nullable InvocationId cause)
            implements TailEvent {}

    /// One console call.
    ///
    /// @param invocation null for module top-level code
    /// @param text the line as a terminal shows it (format specifiers expanded, objects inspected)
    /// @param message the arguments as JSON texts, as tail workers get them
    /// @param location where it was called, null when unknown
    /// @param deeper the line with what `text` leaves out because it is too deep; null for nothing, and where
    ///     there would be too much of it
    record LogLine(
            IsolateId isolate,
            Instant timestamp,
            @Nullable InvocationId invocation,
            LogLevel level,
            String text,
            List<String> message,
            GuestError.@Nullable Frame location,
            @Nullable String deeper)
            implements TailEvent {
        /// A line that leaves nothing out.
        public LogLine(
                IsolateId isolate,
                Instant timestamp,
                @Nullable InvocationId invocation,
                LogLevel level,
                String text,
                List<String> message,
                GuestError.@Nullable Frame location) {
            this(isolate, timestamp, invocation, level, text, message, location, null);
        }

        public LogLine {
            message = List.copyOf(message);
        }
    }

    /// An uncaught error.
    record GuestException(
            IsolateId isolate, Instant timestamp, @Nullable InvocationId invocation, GuestError error)
            implements TailEvent {}

    /// A request that left an isolate through its global outbound was decided or answered.
    record Subrequest(IsolateId isolate, Instant timestamp, InvocationId invocation, SubrequestRecord request)
            implements TailEvent {}

    /// What such a request and its answer consist of, once the answer's head is there and again when its body is over.
    /// Told only where contents are recorded.
    record Exchange(IsolateId isolate, Instant timestamp, InvocationId invocation, ExchangeRecord exchange)
            implements TailEvent {}

    /// The value of a secret was seen on its way out.
    ///
    /// @param invocation null for module top-level code
    record SecretLeaked(
            IsolateId isolate, Instant timestamp, @Nullable InvocationId invocation, SecretLeak leak)
            implements TailEvent {}

    /// A call that left an isolate was answered, or failed. Told only where calls are recorded.
    record Call(IsolateId isolate, Instant timestamp, InvocationId invocation, CallRecord call) implements TailEvent {}

    /// An invocation is over, its waitUntil work included.
    ///
    /// @param responseStatus HTTP status of a fetch invocation, null for others and where none was sent
    /// @param cpuMillis CPU time of its turns in milliseconds
    /// @param wallMillis time from delivery to the end in milliseconds
    record Outcome(
            IsolateId isolate,
            Instant timestamp,
            InvocationId invocation,
            EventOutcome outcome,
            @Nullable Integer responseStatus,
            double cpuMillis,
            double wallMillis)
            implements TailEvent {}

    /// An isolate was made.
    record IsolateStarted(IsolateId isolate, Instant timestamp, IsolateSnapshot snapshot) implements TailEvent {}

    /// An isolate is gone.
    ///
    /// @param reason one line for people, for example `exceeded 50 ms of CPU time`
    record IsolateEnded(IsolateId isolate, Instant timestamp, IsolateSnapshot.State state, String reason)
            implements TailEvent {}

    /// Something the author should know about the project, for example a form that Cloudflare does not accept.
    record Note(IsolateId isolate, Instant timestamp, String text) implements TailEvent {}
}
