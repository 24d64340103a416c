package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One outgoing request of one run.
///
/// @param endedAt when it was answered or refused, null when that is not known
public record NetworkEntry(
        long run,
        IsolateTag isolate,
        SubrequestRecord request,
        @Nullable Instant endedAt) {
    /// When it was sent; null when that is not known.
    public @Nullable Instant startedAt() {
        Double millis = request.millis();
        Instant end = endedAt;
        return end == null || millis == null ? end : end.minusNanos((long) (millis * 1e6));
    }
}
