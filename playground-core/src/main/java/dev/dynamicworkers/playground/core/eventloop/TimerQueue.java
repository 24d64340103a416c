package dev.dynamicworkers.playground.core.eventloop;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Timers by due time, those of one time in the order of their making. Used by the loop's thread alone.
final class TimerQueue {
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long lastNumber;

    /// @param orderNanos by which it is ordered
    /// @param dueNanos before which it does not run
    Entry add(long orderNanos, long dueNanos, Runnable turn) {
        Entry entry = new Entry(orderNanos, dueNanos, ++lastNumber, turn);
        entries.add(entry);
        return entry;
    }

    /// The next turn that is due at `now`, or null.
    @Nullable
    Entry poll(long now) {
        for (Entry entry = entries.peek(); entry != null; entry = entries.peek()) {
            if (entry.canceled) {
                entries.poll();
            } else if (entry.dueNanos - now <= 0) {
                entries.poll();
                return entry;
            } else {
                return null;
            }
        }
        return null;
    }

    /// Nanoseconds from `now` to the next turn, 0 when it is due, or -1 when there is none.
    long untilNext(long now) {
        for (Entry entry = entries.peek(); entry != null; entry = entries.peek()) {
            if (!entry.canceled) {
                return Math.max(0, entry.dueNanos - now);
            }
            entries.poll();
        }
        return -1;
    }

    /// One timer.
    static final class Entry implements EventLoop.Timer, Comparable<Entry> {
        private final long orderNanos;
        private final long dueNanos;
        private final long number;
        private final Runnable turn;

        /// volatile: cancelled on any thread, read by the loop.
        private volatile boolean canceled;

        Entry(long orderNanos, long dueNanos, long number, Runnable turn) {
            this.orderNanos = orderNanos;
            this.dueNanos = dueNanos;
            this.number = number;
            this.turn = turn;
        }

        /// When it should have run.
        long dueNanos() {
            return Math.min(orderNanos, dueNanos);
        }

        Runnable turn() {
            return turn;
        }

        @Override
        public void cancel() {
            canceled = true;
        }

        @Override
        public int compareTo(Entry other) {
            int byTime = Long.signum(orderNanos - other.orderNanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }
}
