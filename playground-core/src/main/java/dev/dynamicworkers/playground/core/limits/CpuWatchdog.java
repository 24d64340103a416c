package dev.dynamicworkers.playground.core.limits;

import com.sun.management.ThreadMXBean;
import dev.dynamicworkers.playground.core.util.TurnBoard;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Watches the CPU time of the turn that runs on one thread, and of the invocation that the turn belongs to.
///
/// Armed and disarmed by the loop's thread at every turn; a daemon platform thread looks at it every few milliseconds
/// while a turn runs. Everything it calls returns at once.
public final class CpuWatchdog implements AutoCloseable {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long LOOK_NANOS = 5_000_000;

    /// How old a reading of the CPU clock may be for a turn to be counted from it.
    private static final long FRESH_NANOS = 1_000_000;

    /// Turns that are over sooner are taken to have had the CPU all the time.
    private static final long SHORT_NANOS = 100_000;

    private static final System.Logger LOG = System.getLogger(CpuWatchdog.class.getName());

    private final Thread watcher;

    /// The last reading, and when it was made. Used by the loop's thread alone, as are the next two.
    private long readCpuNanos;

    private long readAt = System.nanoTime() - FRESH_NANOS;

    /// CPU time that turns had since the reading, as far as it is known.
    private long sinceCpuNanos;

    private long turnAt;

    /// CPU time of the turn that is not charged to anybody. Used by the loop's thread alone.
    private long uncharged;

    /// Set by the loop's thread at each turn; the watcher takes away what it condemned, and nothing newer.
    private final AtomicReference<@Nullable Watch> current = new AtomicReference<>();

    private volatile boolean closed;

    /// What is being watched during one turn.
    private record Watch(
            Thread thread, Interruptible target, long cpuLimitNanos, long allowedCpuNanos, String subject) {}

    /// Where others can read what this watches.
    private final TurnBoard.Place place;

    /// Starts the watcher.
    public CpuWatchdog(String name) {
        this(name, TurnBoard.NONE);
    }

    /// Starts the watcher.
    ///
    /// @param board that tells other processes of the turns
    public CpuWatchdog(String name, TurnBoard board) {
        place = board.take();
        watcher = Thread.ofPlatform().name(name + " watchdog").daemon().start(this::run);
    }

    /// A turn begins on the calling thread. The CPU clock costs more to read than a short turn takes, so that it is
    /// read about once in a millisecond, and by turns that are not short.
    ///
    /// @return the thread's CPU time in nanoseconds, at most a millisecond too little
    public long turnBegins() {
        turnAt = System.nanoTime();
        uncharged = 0;
        if (turnAt - readAt >= FRESH_NANOS) {
            read();
        }
        return readCpuNanos + sinceCpuNanos;
    }

    /// The turn ends.
    ///
    /// @param beganCpuNanos what [#turnBegins] gave
    /// @return CPU time of the turn in nanoseconds
    public long turnEnds(long beganCpuNanos) {
        long wall = System.nanoTime() - turnAt;
        if (wall < SHORT_NANOS) {
            sinceCpuNanos += wall;
            return wall;
        }
        read();
        return Math.clamp(readCpuNanos - beganCpuNanos - uncharged, 0, wall);
    }

    /// Does something within the turn that the turn is not charged for, such as loading parts of the runtime. A thread
    /// that has no turn here, as one that makes an isolate ahead of time, changes nothing about the turn there is.
    public <T> T withoutCharge(Supplier<T> work) {
        Watch watch = current.get();
        if (watch == null || watch.thread != Thread.currentThread() || !current.compareAndSet(watch, null)) {
            return work.get();
        }
        place.ends();
        return uncharged(watch, THREADS.getCurrentThreadCpuTime(), work);
    }

    /// Does something within the turn that has a limit of its own and that the turn is not charged for, such as looking
    /// into values of guest code. Called by the turn.
    ///
    /// @param allowedNanos CPU time that it may take, else what runs is condemned
    /// @param subject what the limit is of, for the message
    public <T> T withOwnLimit(long allowedNanos, String subject, Supplier<T> work) {
        Watch watch = current.get();
        if (watch == null || watch.thread != Thread.currentThread()) {
            throw new IllegalStateException("not within a turn");
        }
        long before = THREADS.getCurrentThreadCpuTime();
        if (!current.compareAndSet(
                watch, new Watch(watch.thread, watch.target, allowedNanos, before + allowedNanos, subject))) {
            throw new IllegalStateException("the turn is being ended");
        }
        place.begins(before + allowedNanos, allowedNanos, watch.target.label());
        return uncharged(watch, before, work);
    }

    /// Does something in the middle of a turn, which then goes on with as much CPU time as it had.
    ///
    /// @param before the thread's CPU time at the beginning, in nanoseconds
    private <T> T uncharged(Watch watch, long before, Supplier<T> work) {
        try {
            return work.get();
        } finally {
            long spent = THREADS.getCurrentThreadCpuTime() - before;
            uncharged += spent;
            watch(new Watch(
                    watch.thread, watch.target, watch.cpuLimitNanos, watch.allowedCpuNanos + spent, watch.subject));
        }
    }

    private void read() {
        readCpuNanos = THREADS.getCurrentThreadCpuTime();
        readAt = System.nanoTime();
        sinceCpuNanos = 0;
    }

    /// CPU time that a thread has had, in nanoseconds.
    public static long threadCpuNanos(Thread thread) {
        return THREADS.getThreadCpuTime(thread.threadId());
    }

    /// Bytes that the calling thread has allocated.
    public static long threadAllocatedBytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /// A turn begins on the calling thread.
    ///
    /// @param startCpuNanos the thread's CPU time now
    /// @param remainingNanos how much the turn may use
    /// @param limitNanos the whole limit, for the message
    /// @param subject what the limit is of, for the message
    public void arm(Interruptible target, long startCpuNanos, long remainingNanos, long limitNanos, String subject) {
        watch(new Watch(
                Thread.currentThread(), target, limitNanos, startCpuNanos + Math.max(0, remainingNanos), subject));
    }

    private void watch(Watch watch) {
        current.set(watch);
        place.begins(watch.allowedCpuNanos, watch.cpuLimitNanos, watch.target.label());
    }

    /// The turn is over.
    public void disarm() {
        current.set(null);
        place.ends();
    }

    /// Condemns what runs now, if anything does. Safe on any thread.
    public void interrupt(Condemnation reason) {
        Watch watch = current.get();
        if (watch != null) {
            watch.target.condemn(reason);
        }
    }

    @Override
    public void close() {
        closed = true;
        place.close();
        LockSupport.unpark(watcher);
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, LOOK_NANOS);
            try {
                look();
            } catch (RuntimeException | OutOfMemoryError e) {
                // Without this thread no code of the project would have a limit any more.
                LOG.log(System.Logger.Level.ERROR, "a look at a turn failed", e);
            }
        }
    }

    private void look() {
        Watch watch = current.get();
        if (watch == null) {
            return;
        }
        watch.target.watched(THREADS.getThreadAllocatedBytes(watch.thread.threadId()));
        long used = THREADS.getThreadCpuTime(watch.thread.threadId());
        if (used > watch.allowedCpuNanos && current.compareAndSet(watch, null)) {
            watch.target.condemn(new Condemnation(
                    EventOutcome.EXCEEDED_CPU,
                    watch.subject + " exceeded its CPU time limit of " + watch.cpuLimitNanos / 1_000_000 + " ms."));
        }
    }
}
