package dev.dynamicworkers.playground.core.runtime;

import java.util.List;

/// Takes a response as it comes. Called on a thread of its own per invocation, which may block: that is the
/// back-pressure on the worker's stream.
public interface ResponseListener {
    /// Status line and headers are there.
    void head(int status, String statusText, List<Header> headers);

    /// The worker accepted a web socket, with status 101 and these headers. No other method is called then.
    ///
    /// @return false to let it go: the worker learns that its client is gone, and the response is an ordinary one
    default boolean upgrade(List<Header> headers, WorkerSocket socket) {
        return false;
    }

    /// A piece of the body.
    void chunk(byte[] bytes);

    /// The body is complete, or broke off.
    ///
    /// @param complete false when the worker's stream failed in the middle
    void end(boolean complete);
}
