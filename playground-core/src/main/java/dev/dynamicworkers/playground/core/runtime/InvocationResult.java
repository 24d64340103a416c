package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of one invocation. Guest failures are told here, never thrown.
///
/// @param response null where the event has none, or guest code failed before it answered
/// @param event what the handler of any other event decided about it, null where there is nothing to decide
/// @param error the uncaught error, null when there was none
/// @param logs console lines of all isolates from delivery to the end, in order
/// @param isolates all isolates at the end, measured
/// @param notes what the author should know, for example portability
/// @param secretLeaks values of secrets that were seen on their way out, in order; nothing was held back
/// @param told what single isolates had to do with it
public record InvocationResult(
        InvocationId id,
        @Nullable WorkerResponse response,
        EventOutcome outcome,
        @Nullable EventResult event,
        @Nullable GuestError error,
        List<TailEvent.LogLine> logs,
        List<IsolateSnapshot> isolates,
        List<SubrequestRecord> subrequests,
        Timing timing,
        List<String> notes,
        List<TailEvent.SecretLeaked> secretLeaks,
        Told told) {
    public InvocationResult {
        logs = List.copyOf(logs);
        isolates = List.copyOf(isolates);
        subrequests = List.copyOf(subrequests);
        notes = List.copyOf(notes);
        secretLeaks = List.copyOf(secretLeaks);
    }

    /// The result of an event of whose single isolates nothing is told.
    public InvocationResult(
            InvocationId id,
            @Nullable WorkerResponse response,
            EventOutcome outcome,
            @Nullable EventResult event,
            @Nullable GuestError error,
            List<TailEvent.LogLine> logs,
            List<IsolateSnapshot> isolates,
            List<SubrequestRecord> subrequests,
            Timing timing,
            List<String> notes,
            List<TailEvent.SecretLeaked> secretLeaks) {
        this(
                id,
                response,
                outcome,
                event,
                error,
                logs,
                isolates,
                subrequests,
                timing,
                notes,
                secretLeaks,
                Told.NOTHING);
    }

    /// The result of an event in which no secret was seen.
    public InvocationResult(
            InvocationId id,
            @Nullable WorkerResponse response,
            EventOutcome outcome,
            @Nullable EventResult event,
            @Nullable GuestError error,
            List<TailEvent.LogLine> logs,
            List<IsolateSnapshot> isolates,
            List<SubrequestRecord> subrequests,
            Timing timing,
            List<String> notes) {
        this(id, response, outcome, event, error, logs, isolates, subrequests, timing, notes, List.of());
    }

    /// The result of an event about which there is nothing to decide, such as a request.
    public InvocationResult(
            InvocationId id,
            @Nullable WorkerResponse response,
            EventOutcome outcome,
            @Nullable GuestError error,
            List<TailEvent.LogLine> logs,
            List<IsolateSnapshot> isolates,
            List<SubrequestRecord> subrequests,
            Timing timing,
            List<String> notes) {
        this(id, response, outcome, null, error, logs, isolates, subrequests, timing, notes, List.of());
    }

    /// The same with another response.
    public InvocationResult withResponse(WorkerResponse other) {
        return new InvocationResult(
                id, other, outcome, event, error, logs, isolates, subrequests, timing, notes, secretLeaks, told);
    }

    /// The same with other console lines.
    public InvocationResult withLogs(List<TailEvent.LogLine> others) {
        return new InvocationResult(
                id, response, outcome, event, error, others, isolates, subrequests, timing, notes, secretLeaks, told);
    }

    /// The same with other isolates.
    public InvocationResult withIsolates(List<IsolateSnapshot> others) {
        return new InvocationResult(
                id, response, outcome, event, error, logs, others, subrequests, timing, notes, secretLeaks, told);
    }

    /// What single isolates had to do with an event.
    ///
    /// @param thrown errors that they did not catch, in order, without the one that ended the event; an error that
    /// passed several is there once for each
    /// @param cpu who used CPU time, in the order in which their events ended; at most [#MOST_ISOLATES]
    public record Told(List<Thrown> thrown, List<CpuShare> cpu) {
        /// Nothing is known.
        public static final Told NOTHING = new Told(List.of(), List.of());

        /// How many errors are told.
        public static final int MOST_THROWN = 50;

        /// Of how many isolates the CPU time is told apart.
        public static final int MOST_ISOLATES = 1_000;

        public Told {
            thrown = List.copyOf(thrown);
            cpu = List.copyOf(cpu);
        }

        /// CPU time of them all, in milliseconds.
        public double cpuMillis() {
            return cpu.stream().mapToDouble(CpuShare::cpuMillis).sum();
        }
    }

    /// An error that an isolate did not catch.
    ///
    /// @param error with the frames of that isolate alone; where the isolate was ended, its code was there
    public record Thrown(IsolateId isolate, GuestError error) {}

    /// CPU time that one isolate used for an event.
    ///
    /// @param events how many were delivered to it
    /// @param cpuMillis of all of them, in milliseconds
    public record CpuShare(IsolateId isolate, long events, double cpuMillis) {}

    /// A response with its whole body.
    ///
    /// @param statusText reason phrase, may be empty
    /// @param body all bytes; empty when a listener took them
    /// @param truncated whether it had more than the limit of the response
    public record WorkerResponse(int status, String statusText, List<Header> headers, byte[] body, boolean truncated) {
        public WorkerResponse {
            headers = List.copyOf(headers);
        }

        /// A response that is whole.
        public WorkerResponse(int status, String statusText, List<Header> headers, byte[] body) {
            this(status, statusText, headers, body, /* truncated= */ false);
        }
    }

    /// Where the time went, in milliseconds.
    ///
    /// @param startMillis making the parent's isolate, 0 when it was there already
    /// @param firstByteMillis from delivery to status and headers
    /// @param cpuMillis CPU time of the parent's invocation
    public record Timing(double totalMillis, double startMillis, double firstByteMillis, double cpuMillis) {}
}
