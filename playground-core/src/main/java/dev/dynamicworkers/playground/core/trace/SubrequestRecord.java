package dev.dynamicworkers.playground.core.trace;

import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import org.jspecify.annotations.Nullable;

/// One request that an isolate sent through its global outbound. Values of the project's secrets are masked in it.
///
/// @param isolate the sender
/// @param method `CONNECT` for a TCP connection
/// @param decision what the playground did with it
/// @param status HTTP status of the answer, null when there was none
/// @param reason why it was refused or failed, null when it was answered
/// @param rule what decided, null where that is not known
/// @param hint how a person lets through what was denied, null where there is nothing to do
/// @param millis from the attempt to the head of the answer, or to the refusal; null where it was not measured
/// @param contentType of the answer, null when it has none
/// @param exchange number of what is recorded of its contents, null where nothing is
/// @param location where guest code sent it, null where that is not recorded
public record SubrequestRecord(
        IsolateId isolate,
        String url,
        String method,
        Decision decision,
        @Nullable Integer status,
        @Nullable String reason,
        @Nullable Rule rule,
        @Nullable String hint,
        @Nullable Double millis,
        @Nullable String contentType,
        @Nullable Long exchange,
        GuestError.@Nullable Frame location) {
    /// A request of whose contents nothing is recorded.
    public SubrequestRecord(
            IsolateId isolate,
            String url,
            String method,
            Decision decision,
            @Nullable Integer status,
            @Nullable String reason,
            @Nullable Rule rule,
            @Nullable String hint,
            @Nullable Double millis,
            @Nullable String contentType) {
        this(isolate, url, method, decision, status, reason, rule, hint, millis, contentType, null, null);
    }

    /// A request of which nothing more is known.
    public SubrequestRecord(
            IsolateId isolate,
            String url,
            String method,
            Decision decision,
            @Nullable Integer status,
            @Nullable String reason) {
        this(isolate, url, method, decision, status, reason, null, null, null, null);
    }

    /// What decided about a request.
    ///
    /// @param id where it stands: `network.rules[2]`, `network.mode`, `dynamicWorkers.greeter.network.rules[0]`,
    ///     `--allow HOST`, or `globalOutbound`
    /// @param text in words, for example `allow GET api.example.com/v1/*`
    public record Rule(String id, String text) {}

    /// What was done with an outgoing request.
    public enum Decision {
        /// Sent to the network.
        ALLOWED,
        /// Refused.
        DENIED,
        /// Handed to the worker that stands in as global outbound.
        INTERCEPTED,
        /// Answered by a rule in place of the network.
        ANSWERED
    }
}
