package dev.dynamicworkers.playground.core.io;

import org.jspecify.annotations.Nullable;

/// Where a worker's requests to the outside go. Runs on the event loop's thread.
public interface Outbound {
    /// Sends a request or refuses it; the decision is recorded in the sender's trace.
    void fetch(FetchMessage message, FetchCall call);

    /// Opens a TCP connection or refuses it; the decision is recorded in the sender's trace.
    ///
    /// @param target host, port, and whether to talk TLS
    void connect(Address target, ConnectCall call);

    /// Why nothing gets out here at all, or null where something might.
    ///
    /// @param method of the refused request, which is recorded
    /// @param target its URL or address
    default @Nullable String refusal(String method, String target, InvocationContext sender) {
        return null;
    }

    /// Where a TCP connection goes.
    ///
    /// @param tls whether the connection begins with a TLS handshake
    record Address(String host, int port, boolean tls) {
        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }
}
