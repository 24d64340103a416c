package dev.dynamicworkers.playground.core.io;

import org.jspecify.annotations.Nullable;

/// An event that is being delivered to a handler other than `fetch`. Its sender is an invocation or the outside.
///
/// Either [#deliveredTo] is called, and the invocation tells the rest, or [#fail]; on the event loop's thread.
public interface EventCall {
    /// The invocation that sent it, or null when it came from outside.
    @Nullable
    InvocationContext sender();

    /// Whether nobody waits for it any more. What was not yet delivered is not delivered then.
    default boolean isUnwanted() {
        InvocationContext sender = sender();
        return sender != null && sender.isEnded();
    }

    /// The invocation that handles it is there; its code has not run yet.
    void deliveredTo(InvocationContext callee);

    /// It was not delivered.
    void fail(Failure failure);
}
