package dev.dynamicworkers.playground.core.eventloop;

import java.util.concurrent.BlockingQueue;
import java.util.function.BooleanSupplier;

/// The one queue on which all isolates of a running project take turns, as in workerd.
///
/// [#post] and [#schedule] are safe on any thread; turns run one at a time, in order, on the loop's own thread.
public interface EventLoop extends AutoCloseable {
    /// Puts a turn at the end of the queue. Ignored once the loop is closed.
    void post(Runnable turn);

    /// Runs a turn after a delay.
    ///
    /// @param delayNanos negative for a turn that was due before: turns that are due run in the order of their due
    /// times
    Timer schedule(long delayNanos, Runnable turn);

    /// Nanoseconds by which the timer that runs is late, 0 when no timer runs: a timer that repeats takes them off its
    /// next delay.
    long lateNanos();

    /// Whether the caller is on the loop's thread.
    boolean isCurrent();

    /// @throws IllegalStateException when the caller is not on the loop's thread
    default void requireCurrent() {
        if (!isCurrent()) {
            throw new IllegalStateException("not on the event loop's thread: " + Thread.currentThread());
        }
    }

    /// The clock that delays are measured by, in nanoseconds; grows steadily.
    long nanoTime();

    /// Milliseconds since the epoch.
    long currentTimeMillis();

    /// How many timers wait. Used by the loop's thread alone.
    int waitingTimers();

    /// Does something on the loop's thread that enters no isolate: in its turn, or at once while a turn is held.
    default void postAside(Runnable work) {
        post(work);
    }

    /// Holds the turn that runs, and with it the clock that delays are measured by, until `over`. What was posted aside
    /// is done meanwhile. Called by the turn.
    ///
    /// @param taking waits for the next work aside
    default void hold(BooleanSupplier over, Taking taking) {
        throw new UnsupportedOperationException("this event loop holds no turns");
    }

    /// Waits for work.
    @FunctionalInterface
    interface Taking {
        /// The next of a queue, once there is one.
        Runnable from(BlockingQueue<Runnable> queue);
    }

    /// Drops what is queued and ends the loop after the turn that runs. Idempotent.
    @Override
    void close();

    /// A turn that is due later.
    interface Timer {
        /// Takes it out of the queue. No effect once it ran.
        void cancel();
    }
}
