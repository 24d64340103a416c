package dev.dynamicworkers.playground.core.network;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The body of a response on its connection: of a known length, in chunks, or up to the connection's end. Tells once
/// whether the connection can be used again.
final class Http1Body extends InputStream {
    private static final int MOST_LINE = 16 * 1024;
    private static final long CHUNKED = -2;

    private final InputStream input;
    private final Completion completion;
    private final AtomicBoolean over = new AtomicBoolean();
    private final boolean chunked;
    private long left;
    private boolean first = true;

    /// Hears of the end.
    interface Completion {
        /// @param whole whether all of the body was read, so that another response can follow
        void ended(boolean whole);
    }

    private Http1Body(InputStream input, long left, Completion completion) {
        this.input = input;
        this.completion = completion;
        chunked = left == CHUNKED;
        this.left = chunked ? 0 : left;
    }

    /// The body that a head announces.
    ///
    /// @param method of the request
    static InputStream of(Http1Head head, String method, InputStream input, Completion completion) throws IOException {
        boolean none = method.equals("HEAD") || head.status() == 204 || head.status() == 304;
        if (!none && head.has("transfer-encoding", "chunked")) {
            return new Http1Body(input, CHUNKED, completion);
        }
        long length = none ? 0 : head.contentLength();
        if (length == 0) {
            completion.ended(true);
            return InputStream.nullInputStream();
        }
        return new Http1Body(input, length, completion);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (over.get()) {
            return -1;
        }
        try {
            if (chunked && left == 0 && !nextChunk()) {
                return -1;
            }
            int most = left < 0 ? length : (int) Math.min(length, left);
            int count = input.read(target, offset, most);
            if (count < 0) {
                if (left < 0) {
                    end(/* whole= */ false);
                    return -1;
                }
                throw new EOFException("the server closed the connection in the middle of the response");
            }
            if (left > 0) {
                left -= count;
                if (left == 0 && !chunked) {
                    end(/* whole= */ true);
                }
            }
            return count;
        } catch (IOException broken) {
            end(/* whole= */ false);
            throw broken;
        }
    }

    /// Reads on to the next chunk; false at the last one.
    private boolean nextChunk() throws IOException {
        int[] budget = {MOST_LINE};
        if (!first) {
            line(budget);
        }
        first = false;
        String size = line(budget);
        String digits =
                size.contains(";") ? size.substring(0, size.indexOf(';')).strip() : size.strip();
        if (!digits.matches("[0-9a-fA-F]{1,15}")) {
            throw new IOException("the server sent a malformed chunk");
        }
        left = Long.parseLong(digits, 16);
        if (left > 0) {
            return true;
        }
        String trailer = line(budget);
        while (!trailer.isEmpty()) {
            trailer = line(budget);
        }
        end(/* whole= */ true);
        return false;
    }

    private String line(int[] budget) throws IOException {
        @Nullable String line = Http1Head.line(input, budget);
        if (line == null) {
            throw new EOFException("the server closed the connection in the middle of the response");
        }
        return line;
    }

    private void end(boolean whole) {
        if (over.compareAndSet(false, true)) {
            completion.ended(whole);
        }
    }

    @Override
    public void close() {
        end(/* whole= */ false);
    }
}
