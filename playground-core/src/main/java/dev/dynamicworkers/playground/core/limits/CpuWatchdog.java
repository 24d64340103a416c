package dev.dynamicworkers.playground.core.limits;

import com.sun.management.ThreadMXBean;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Watches the CPU time of the turn that runs on one thread, and of the invocation that the turn belongs to.
///
/// Armed and disarmed by the loop's thread at every turn; a daemon platform thread looks at it every few milliseconds
/// while a turn runs. Everything it calls returns at once.
public final class CpuWatchdog implements AutoCloseable {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long LOOK_NANOS = 5_000_000;

    /// How far apart two turns may be for the clock to be read once for both.
    private static final long SAME_NANOS = 20_000;

    private final Thread watcher;

    /// Readings at the end of the last turn. Used by the loop's thread alone.
    private long lastCpuNanos;

    private long lastNanos = System.nanoTime() - SAME_NANOS;

    /// volatile: written by the loop's thread, read by the watcher.
    private volatile @Nullable Watch current;

    private volatile boolean closed;

    /// What is being watched during one turn.
    private record Watch(Thread thread, Interruptible target, long cpuLimitNanos, long allowedCpuNanos) {}

    /// Starts the watcher.
    public CpuWatchdog(String name) {
        watcher = Thread.ofPlatform().name(name + " watchdog").daemon().start(this::run);
    }

    /// CPU time of the calling thread in nanoseconds as a turn begins. Reading that clock costs more than a short turn:
    /// right after another turn, the reading at its end serves.
    public long turnBegins() {
        return System.nanoTime() - lastNanos < SAME_NANOS ? lastCpuNanos : THREADS.getCurrentThreadCpuTime();
    }

    /// CPU time of the calling thread in nanoseconds as a turn ends.
    public long turnEnds() {
        lastCpuNanos = THREADS.getCurrentThreadCpuTime();
        lastNanos = System.nanoTime();
        return lastCpuNanos;
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
    public void arm(Interruptible target, long startCpuNanos, long remainingNanos, long limitNanos) {
        current = new Watch(Thread.currentThread(), target, limitNanos, startCpuNanos + Math.max(0, remainingNanos));
    }

    /// The turn is over.
    public void disarm() {
        current = null;
    }

    /// Condemns what runs now, if anything does. Safe on any thread.
    public void interrupt(Condemnation reason) {
        Watch watch = current;
        if (watch != null) {
            watch.target.condemn(reason);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watcher);
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, LOOK_NANOS);
            Watch watch = current;
            if (watch == null) {
                continue;
            }
            watch.target.watched(THREADS.getThreadAllocatedBytes(watch.thread.threadId()));
            long used = THREADS.getThreadCpuTime(watch.thread.threadId());
            if (used > watch.allowedCpuNanos && current == watch) {
                current = null;
                watch.target.condemn(new Condemnation(
                        EventOutcome.EXCEEDED_CPU,
                        "Worker exceeded its CPU time limit of " + watch.cpuLimitNanos / 1_000_000 + " ms."));
            }
        }
    }
}
