package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;

/// How many requests and calls one invocation may still send. Used on the event loop's thread.
public final class SubrequestCounter {
    private long allowed = -1;
    private long left = -1;

    /// @param count -1 for any number
    void limit(long count) {
        allowed = count;
        left = count;
    }

    /// A request, or a call to an entrypoint or an object, is about to leave.
    ///
    /// @throws GuestThrow when it is one too many
    public void count() {
        if (left == 0) {
            throw GuestThrow.error(
                    "Too many subrequests by single Worker invocation. Its limit (subRequests) is " + allowed + ".");
        }
        left--;
    }
}
