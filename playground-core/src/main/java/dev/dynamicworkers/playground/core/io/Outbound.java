package dev.dynamicworkers.playground.core.io;

/// Where a worker's requests to the outside go. Runs on the event loop's thread.
public interface Outbound {
    /// Sends a request or refuses it; the decision is recorded in the sender's trace.
    void fetch(FetchMessage message, FetchCall call);
}
