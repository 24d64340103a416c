package dev.dynamicworkers.playground.core.io;

/// Where a worker's requests to the outside go. Runs on the event loop's thread.
public interface Outbound {
    /// Sends a request or refuses it; the decision is recorded in the sender's trace.
    void fetch(FetchMessage message, FetchCall call);

    /// Opens a TCP connection, which no way out of the playground can do; one that refuses everything says so first.
    ///
    /// @param address host and port
    default void connect(String address, FetchCall call) {
        call.fail(Failure.of(
                "Error",
                "connect() of cloudflare:sockets is not supported by the playground, which has no TCP sockets: "
                        + address,
                Failure.Remoteness.LOCAL));
    }
}
