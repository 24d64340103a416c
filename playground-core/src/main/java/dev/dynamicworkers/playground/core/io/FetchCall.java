package dev.dynamicworkers.playground.core.io;

import org.jspecify.annotations.Nullable;

/// A request that waits for its answer. Its sender is an invocation or the outside.
///
/// Exactly one of [#respond] and [#fail] is called, on the event loop's thread.
public interface FetchCall {
    /// The invocation that sent it, or null when it came from outside.
    @Nullable
    InvocationContext sender();

    /// Whether nobody waits for it any more. What was not yet delivered is not delivered then.
    default boolean isUnwanted() {
        InvocationContext sender = sender();
        return sender != null && sender.isEnded();
    }

    /// The worker answered.
    void respond(Answer answer);

    /// The worker failed before it answered.
    void fail(Failure failure);

    /// The invocation that handles it is known. The sender keeps it to cancel it.
    void deliveredTo(InvocationContext callee);

    /// The record that is kept of it, or null.
    default @Nullable CallTrace trace() {
        return null;
    }

    /// Status, headers and body of a response.
    ///
    /// @param headers names and values in turn, separated by line feeds
    /// @param webSocket the end of a web socket that the sender gets, or null
    record Answer(
            int status,
            String statusText,
            String headers,
            Body body,
            @Nullable SocketEnd webSocket) {}
}
