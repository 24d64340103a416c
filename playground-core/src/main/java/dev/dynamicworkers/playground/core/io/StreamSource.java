package dev.dynamicworkers.playground.core.io;

import org.jspecify.annotations.Nullable;

/// A byte stream whose producer is somewhere else: another isolate, a client, the network.
public interface StreamSource {
    /// Asks for the next chunk. At most one pull is open at a time.
    ///
    /// @param receiver hears on the event loop's thread
    void pull(Receiver receiver);

    /// The consumer is not interested any more. Idempotent.
    void cancel();

    /// Takes the answer to one pull.
    interface Receiver {
        /// @param bytes the next chunk, null at the end of the stream
        void chunk(byte @Nullable [] bytes);

        /// The stream broke.
        void failed(Failure failure);
    }
}
