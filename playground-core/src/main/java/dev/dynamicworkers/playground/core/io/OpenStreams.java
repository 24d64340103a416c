package dev.dynamicworkers.playground.core.io;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The streams of one invocation that another side pulls. Runs on the event loop's thread.
final class OpenStreams {
    private final Map<Integer, StreamSource> streams = new HashMap<>();
    private int waitedFor;
    private boolean broken;

    /// @param id of a stream that guest code produces; the negative handle of one that it passes on
    void opened(int id, StreamSource stream) {
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

    /// The open stream of a number that guest code produces, or null.
    @Nullable
    IsolateStream find(int id) {
        return streams.get(id) instanceof IsolateStream stream ? stream : null;
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
