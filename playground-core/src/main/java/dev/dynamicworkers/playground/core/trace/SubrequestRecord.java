package dev.dynamicworkers.playground.core.trace;

import dev.dynamicworkers.playground.core.worker.IsolateId;
import org.jspecify.annotations.Nullable;

/// One request that an isolate sent through its global outbound.
///
/// @param isolate the sender
/// @param decision what the playground did with it
/// @param status HTTP status of the answer, null when there was none
/// @param reason why it was refused or failed, null when it was answered
public record SubrequestRecord(
        IsolateId isolate,
        String url,
        String method,
        Decision decision,
        @Nullable Integer status,
        @Nullable String reason) {
    /// What was done with an outgoing request.
    public enum Decision {
        /// Sent to the network.
        ALLOWED,
        /// Refused: the isolate has no network.
        DENIED,
        /// Handed to the worker that stands in as global outbound.
        INTERCEPTED
    }
}
