package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run that is over. It never changes, whatever runs later.
///
/// @param number counts from 1 within the session
/// @param reply null when no response was sent
/// @param explanation one sentence for people when it did not end well, else empty
/// @param isolates as they were at its end
/// @param totalMillis from delivery to the end
/// @param cpuMillis CPU time of the parent's invocation
/// @param cold whether the parent's isolate was made for this run
public record RunRecord(
        long number,
        Instant startedAt,
        RequestDraft request,
        RunVerdict verdict,
        @Nullable Reply reply,
        @Nullable GuestError error,
        String explanation,
        List<IsolateSnapshot> isolates,
        List<NetworkEntry> subrequests,
        double totalMillis,
        double cpuMillis,
        Start cold,
        List<String> notes) {
    public RunRecord {
        isolates = List.copyOf(isolates);
        subrequests = List.copyOf(subrequests);
        notes = List.copyOf(notes);
    }

    /// How the parent's isolate came to the run.
    public enum Start {
        COLD,
        WARM
    }

    /// The response of a run.
    public record Reply(int status, String statusText, List<HeaderLine> headers, byte[] body) {
        public Reply {
            headers = List.copyOf(headers);
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
