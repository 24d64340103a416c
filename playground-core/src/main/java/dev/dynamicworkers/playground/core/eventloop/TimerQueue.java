package dev.dynamicworkers.playground.core.eventloop;

import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Timers by due time, those of one time in the order of their making. Used by the loop's thread alone.
final class TimerQueue {
    /// So many cancelled timers may wait for their time, and more while fewer than half of all are cancelled.
    private static final int CANCELED_KEPT = 64;

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private final AtomicInteger canceled = new AtomicInteger();
    private long lastNumber;

    /// @param orderNanos by which it is ordered
    /// @param dueNanos before which it does not run
    Entry add(long orderNanos, long dueNanos, Runnable turn) {
        int gone = canceled.get();
        if (gone > CANCELED_KEPT && gone > entries.size() / 2) {
            int before = entries.size();
            entries.removeIf(Entry::isCanceled);
            canceled.addAndGet(entries.size() - before);
        }
        Entry entry = new Entry(orderNanos, dueNanos, ++lastNumber, turn, canceled);
        entries.add(entry);
        return entry;
    }

    /// The next turn that is due at `now`, or null.
    @Nullable
    Due poll(long now) {
        for (Entry entry = entries.peek(); entry != null; entry = entries.peek()) {
            if (entry.isCanceled()) {
                entries.poll();
                canceled.decrementAndGet();
            } else if (entry.dueNanos - now > 0) {
                return null;
            } else {
                entries.poll();
                Runnable turn = entry.turn.getAndSet(null);
                if (turn != null) {
                    return new Due(entry.dueNanos(), turn);
                }
                canceled.decrementAndGet();
            }
        }
        return null;
    }

    /// Nanoseconds from `now` to the next turn, 0 when it is due, or -1 when there is none.
    long untilNext(long now) {
        for (Entry entry = entries.peek(); entry != null; entry = entries.peek()) {
            if (!entry.isCanceled()) {
                return Math.max(0, entry.dueNanos - now);
            }
            entries.poll();
            canceled.decrementAndGet();
        }
        return -1;
    }

    /// How many timers are to run.
    int size() {
        return (int) entries.stream().filter(entry -> !entry.isCanceled()).count();
    }

    /// A turn whose time has come.
    ///
    /// @param dueNanos when it should have run
    record Due(long dueNanos, Runnable turn) {}

    /// One timer. A cancelled one keeps nothing alive until its time comes.
    static final class Entry implements EventLoop.Timer, Comparable<Entry> {
        private final long orderNanos;
        private final long dueNanos;
        private final long number;
        private final AtomicReference<@Nullable Runnable> turn;
        private final AtomicInteger canceled;

        Entry(long orderNanos, long dueNanos, long number, Runnable turn, AtomicInteger canceled) {
            this.orderNanos = orderNanos;
            this.dueNanos = dueNanos;
            this.number = number;
            this.turn = new AtomicReference<>(turn);
            this.canceled = canceled;
        }

        private long dueNanos() {
            return Math.min(orderNanos, dueNanos);
        }

        private boolean isCanceled() {
            return turn.get() == null;
        }

        @Override
        public void cancel() {
            if (turn.getAndSet(null) != null) {
                canceled.incrementAndGet();
            }
        }

        @Override
        public int compareTo(Entry other) {
            int byTime = Long.signum(orderNanos - other.orderNanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }
}
