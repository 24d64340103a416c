package dev.dynamicworkers.playground.core.eventloop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// An event loop whose turns run when a test says so, on the test's thread, and whose clock stands still in between.
public final class ManualEventLoop implements EventLoop {
    /// What the clock shows at first: the year 2100, later than any time that the real clock shows.
    public static final long EPOCH_MILLIS = 4_102_444_800_000L;

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Thread owner = Thread.currentThread();
    private final ArrayDeque<Runnable> own = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<Runnable> foreign = new ConcurrentLinkedQueue<>();
    private final TimerQueue timers = new TimerQueue();
    private long nanos;
    private long timerDueNanos = -1;
    private boolean closed;

    @Override
    public void post(Runnable turn) {
        if (isCurrent()) {
            own.addLast(turn);
        } else {
            foreign.add(turn);
            LockSupport.unpark(owner);
        }
    }

    @Override
    public Timer schedule(long delayNanos, Runnable turn) {
        requireCurrent();
        return timers.add(nanos + delayNanos, nanos + delayNanos, turn);
    }

    @Override
    public long lateNanos() {
        return timerDueNanos < 0 ? 0 : Math.max(0, nanos - timerDueNanos);
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread() == owner;
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public long currentTimeMillis() {
        return EPOCH_MILLIS + nanos / 1_000_000;
    }

    @Override
    public int waitingTimers() {
        return timers.size();
    }

    /// Runs all turns that are there and all that follow from them, and the timers that are due. The clock stands.
    public void runTurns() {
        while (!closed) {
            Runnable turn = next();
            if (turn == null) {
                return;
            }
            turn.run();
            timerDueNanos = -1;
        }
    }

    private @Nullable Runnable next() {
        for (Runnable posted = foreign.poll(); posted != null; posted = foreign.poll()) {
            own.addLast(posted);
        }
        Runnable turn = own.pollFirst();
        if (turn != null) {
            return turn;
        }
        TimerQueue.Due due = timers.poll(nanos);
        if (due == null) {
            return null;
        }
        timerDueNanos = due.dueNanos();
        return due.turn();
    }

    /// Runs turns until something holds that a thread of the host brings about.
    public void runUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        for (runTurns(); !condition.getAsBoolean(); runTurns()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("nothing more happens");
            }
            LockSupport.parkNanos(this, 1_000_000);
        }
    }

    /// Lets time pass: every timer that becomes due runs at its own time, with all that follows from it.
    public void advance(Duration time) {
        runTurns();
        long target = nanos + time.toNanos();
        for (long wait = timers.untilNext(nanos); wait >= 0 && nanos + wait <= target; wait = timers.untilNext(nanos)) {
            nanos += wait;
            runTurns();
        }
        nanos = target;
        runTurns();
    }

    @Override
    public void close() {
        closed = true;
    }
}
