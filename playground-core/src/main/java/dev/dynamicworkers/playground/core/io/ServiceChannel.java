package dev.dynamicworkers.playground.core.io;

/// A capability that answers requests as well as calls: an entrypoint or a Durable Object.
public interface ServiceChannel extends Capability {
    /// Sends a request.
    void fetch(FetchMessage message, FetchCall call);

    /// Sends an event for a handler other than `fetch`.
    void deliver(HandlerEvent event, EventCall call);
}
