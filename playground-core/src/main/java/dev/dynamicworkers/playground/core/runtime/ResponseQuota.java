package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/// Passes a response body on up to the limit, and not a byte further. Used by one thread, but for its result.
final class ResponseQuota {
    private static final int PIECE = 64 * 1024;

    private final long most;
    private final long megabytes;
    private final Consumer<byte[]> sink;
    private long taken;

    /// volatile: written by the thread that reads, read by the event loop.
    private volatile boolean exceeded;

    ResponseQuota(Limits limits, Consumer<byte[]> sink) {
        most = limits.responseBytes();
        megabytes = limits.get(Limit.RESPONSE);
        this.sink = sink;
    }

    /// @return whether all of it could be passed on
    boolean take(byte[] bytes) {
        long room = most - taken;
        if (bytes.length > room) {
            exceeded = true;
            bytes = Arrays.copyOf(bytes, (int) room);
        }
        taken += bytes.length;
        if (bytes.length > 0) {
            sink.accept(bytes);
        }
        return !exceeded;
    }

    /// @return whether all of it could be passed on
    boolean takeAll(InputStream in) throws IOException {
        byte[] buffer = new byte[PIECE];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (!take(Arrays.copyOf(buffer, count))) {
                return false;
            }
        }
        return true;
    }

    boolean isExceeded() {
        return exceeded;
    }

    /// What the author should know, when it is exceeded.
    String sentence() {
        return "The response passed " + megabytes + " MiB and was truncated: the first " + megabytes
                + " MiB are kept. Raise the limit responseMb to keep more.";
    }
}
