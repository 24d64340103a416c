package dev.dynamicworkers.playground.core.io;

import org.jspecify.annotations.Nullable;

/// A TCP connection that waits to be opened. Exactly one of [#opened] and [#fail] is called, on the event loop's
/// thread.
public interface ConnectCall {
    /// The invocation that wants it.
    InvocationContext sender();

    /// It is there.
    void opened(ByteSocket socket);

    /// It can't be.
    void fail(Failure failure);

    /// A connection as a worker sees it.
    ///
    /// @param input what the other side sends
    /// @param output what it gets; closing it ends what is sent and leaves the input open
    /// @param local address and port of this side
    /// @param remote address and port of the other side, or null when a worker is there
    /// @param control what else can be done with it
    record ByteSocket(
            StreamSource input,
            StreamSink output,
            String local,
            @Nullable String remote,
            Control control) {}

    /// Operations on a whole connection. Runs on the event loop's thread.
    interface Control {
        /// Lets go of the connection in both directions. Idempotent.
        void close();

        /// Goes on in TLS on the same connection; the streams of before are of no more use.
        ///
        /// @param host name that the certificate has to be for
        void startTls(String host, ConnectCall call);
    }
}
