package dev.dynamicworkers.playground.core.process;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How many bytes of one body may still be sent. Senders wait on their own thread; any thread may give.
final class CreditWindow {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long credit = Wire.WINDOW;
    private boolean closed;

    /// Waits until something may be sent and takes credit for `count` bytes, for the last piece more than there is.
    ///
    /// @return false when the receiver wants no more
    boolean take(int count) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (credit <= 0 && !closed) {
                changed.await();
            }
            credit -= count;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /// Allows `count` bytes more.
    ///
    /// @throws WireViolation where more is allowed than was taken
    void give(int count) {
        lock.lock();
        try {
            if (count < 0 || credit + count > Wire.WINDOW) {
                throw new WireViolation("credit for more than it was sent");
            }
            credit += count;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The receiver wants no more.
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
