package dev.dynamicworkers.playground.core.io;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The streams of one invocation that another side pulls. Runs on the event loop's thread.
final class OpenStreams {
    private final Map<Integer, IsolateStream> streams = new HashMap<>();
    private int waitedFor;
    private boolean broken;

    void opened(int id, IsolateStream stream) {
        streams.put(id, stream);
        waitedFor++;
    }

    /// @return whether it was open
    boolean closed(int id) {
        if (streams.remove(id) == null) {
            return false;
        }
        waitedFor--;
        return true;
    }

    /// The open stream of a number, or null.
    @Nullable
    IsolateStream find(int id) {
        return streams.get(id);
    }

    /// One broke or was cancelled, so that a response is not complete.
    void broke() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    /// Nobody reads them any more: they keep nothing alive.
    void forget() {
        waitedFor = 0;
    }

    boolean keepAlive() {
        return waitedFor > 0;
    }
}
