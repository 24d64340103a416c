package dev.dynamicworkers.playground.core.io;

import org.jspecify.annotations.Nullable;

/// A capability that answers requests as well as calls: an entrypoint or a Durable Object.
public interface ServiceChannel extends Capability {
    /// Sends a request.
    void fetch(FetchMessage message, FetchCall call);

    /// Sends an event for a handler other than `fetch`.
    void deliver(HandlerEvent event, EventCall call);

    /// The entrypoint behind it, null when there is none or it may not be used.
    default @Nullable EntrypointChannel entrypointChannel() {
        return null;
    }
}
