package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import org.jspecify.annotations.Nullable;

/// The promises that guest code gave to `waitUntil()` of one invocation, and the time that they have once its event is
/// answered. Runs on the event loop's thread.
final class WaitUntil {
    static final String CANCELED = "waitUntil() tasks did not complete within the allowed time after invocation end and"
            + " have been cancelled. See:"
            + " https://developers.cloudflare.com/workers/runtime-apis/handlers/fetch/#contextwaituntil";

    private int count;
    private boolean failed;
    private EventLoop.@Nullable Timer deadline;

    void changed(int delta) {
        count += delta;
    }

    void ended(boolean withError) {
        count--;
        failed |= withError;
    }

    /// Whether one of them was rejected.
    boolean hasFailed() {
        return failed;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// The event is answered: from the first call on, the promises have so long.
    void limit(EventLoop loop, long nanos, Runnable over) {
        if (deadline == null) {
            deadline = loop.schedule(nanos, over);
        }
    }

    void end() {
        if (deadline != null) {
            deadline.cancel();
        }
    }
}
