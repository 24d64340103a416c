package dev.dynamicworkers.playground.core.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A body that arrives in frames. Read by one thread, which waits; filled by the connection's reader, which must not.
final class BodyInputStream extends InputStream {
    private static final byte[] END = {};
    private static final byte[] BROKEN = {};

    private final LinkedBlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final IntConsumer consumed;
    private final Runnable unwanted;
    private byte @Nullable [] current;
    private int position;

    /// @param consumed hears how many bytes were read
    /// @param unwanted runs when the stream is closed before its end
    BodyInputStream(IntConsumer consumed, Runnable unwanted) {
        this.consumed = consumed;
        this.unwanted = unwanted;
    }

    /// Adds a piece.
    void add(byte[] piece) {
        if (piece.length > 0 && !closed.get()) {
            pieces.add(piece);
        }
    }

    /// The body is complete.
    void end() {
        pieces.add(END);
    }

    /// The body broke off.
    void breakOff() {
        pieces.add(BROKEN);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        var piece = piece();
        if (piece == END) {
            return -1;
        }
        if (piece == BROKEN) {
            throw new IOException("the request body broke off");
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, count);
        position += count;
        if (position == piece.length) {
            current = null;
            consumed.accept(piece.length);
        }
        return count;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            boolean ended = current == END || current == BROKEN || pieces.contains(END);
            pieces.clear();
            pieces.add(END);
            if (!ended) {
                unwanted.run();
            }
        }
    }

    private byte[] piece() throws IOException {
        var piece = current;
        if (piece == null) {
            try {
                piece = pieces.take();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for the request body");
            }
            position = 0;
            current = piece;
        }
        return piece;
    }
}
