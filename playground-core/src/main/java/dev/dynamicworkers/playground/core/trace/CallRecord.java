package dev.dynamicworkers.playground.core.trace;

import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One call of guest code to something outside of its isolate, told when it is over.
///
/// @param at when it began
/// @param isolate the caller
/// @param invocation that made it
/// @param kind what was called
/// @param binding the key of `env` that it went through, null for none: a stub that came otherwise, or `fetch()`
/// @param method name, or dotted path, of what was called; the HTTP method of a request
/// @param target the isolate that got it, null when none did
/// @param arguments as text for people, close to JSON, clipped and with secrets masked; the URL of a request
/// @param result as text in the same way, null when there is none
/// @param error why it failed, null when it did not
/// @param durationMillis from the call to its answer
/// @param rule of the overlay or the network rules that decided, null when none did
/// @param location where it was called, null when unknown
/// @param sentBytes what crossed with the call: of a clone its text as UTF-8 and the buffers beside it; of a store its
/// arguments; of a request its body, where that is a stream by its `content-length`. Null where it is not measured
/// @param receivedBytes what crossed with the answer, in the same way
public record CallRecord(
        Instant at,
        IsolateId isolate,
        InvocationId invocation,
        Kind kind,
        @Nullable String binding,
        String method,
        @Nullable IsolateId target,
        String arguments,
        @Nullable String result,
        @Nullable String error,
        double durationMillis,
        Decision decision,
        @Nullable String rule,
        GuestError.@Nullable Frame location,
        @Nullable Long sentBytes,
        @Nullable Long receivedBytes) {
    /// What a call is made to.
    public enum Kind {
        /// Something of the host: a store, a loader.
        BINDING,
        /// A method or property of another isolate's object, or of a Durable Object.
        RPC,
        /// A request to an entrypoint, or to a Durable Object.
        FETCH,
        /// A request through the global outbound.
        SUBREQUEST
    }

    /// What became of it.
    public enum Decision {
        /// It went on without a question.
        ALLOWED,
        /// A rule refused it.
        DENIED,
        /// A person allowed it.
        ASKED_ALLOWED,
        /// A person refused it, or nobody answered.
        ASKED_DENIED,
        /// A fixture answered it.
        FIXTURE
    }
}
