package dev.dynamicworkers.playground.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A request body as it arrives. Filled on the network thread, read by one other thread, which waits; while much is
/// unread the client is not read from, which is the back-pressure on it.
final class ClientBody extends InputStream {
    private static final int HIGH_WATER = 256 * 1024;
    private static final int LOW_WATER = 64 * 1024;

    private final ReadSwitch reading;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<byte[]> pieces = new ArrayDeque<>();
    private int waiting;
    private boolean paused;
    private boolean ended;
    private boolean broken;
    private boolean unwanted;
    private byte @Nullable [] current;
    private int position;

    /// Turns reading from the client on and off.
    @FunctionalInterface
    interface ReadSwitch {
        /// Sets it.
        @SuppressWarnings("BooleanParameter")
        void set(boolean on);
    }

    ClientBody(ReadSwitch reading) {
        this.reading = reading;
    }

    void add(byte[] piece) {
        lock.lock();
        try {
            if (unwanted) {
                return;
            }
            pieces.add(piece);
            waiting += piece.length;
            if (waiting > HIGH_WATER && !paused) {
                paused = true;
                reading.set(false);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void breakOff() {
        lock.lock();
        try {
            broken = !ended;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
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
        lock.lock();
        try {
            if (!awaitPiece() || current == null) {
                return -1;
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current, position, target, offset, count);
            position += count;
            if (position == current.length) {
                current = null;
            }
            return count;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the client");
        } finally {
            lock.unlock();
        }
    }

    /// What still comes is thrown away.
    @Override
    public void close() {
        lock.lock();
        try {
            unwanted = true;
            pieces.clear();
            current = null;
            waiting = 0;
            resume();
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitPiece() throws IOException, InterruptedException {
        while (current == null) {
            current = pieces.poll();
            if (current != null) {
                position = 0;
                waiting -= current.length;
                if (waiting < LOW_WATER) {
                    resume();
                }
            } else if (broken) {
                throw new IOException("the client is gone");
            } else if (ended || unwanted) {
                return false;
            } else {
                changed.await();
            }
        }
        return true;
    }

    private void resume() {
        if (paused) {
            paused = false;
            reading.set(true);
        }
    }
}
