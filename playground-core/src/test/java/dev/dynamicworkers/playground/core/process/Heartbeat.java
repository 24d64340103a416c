package dev.dynamicworkers.playground.core.process;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Does every few milliseconds what a window does with the engine, and measures for how long that held it up: time that
/// its thread was blocked or waited. A thread that the operating system does not run is not held up by the engine.
final class Heartbeat implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long SUSPECT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Runnable touch;
    private final Thread thread;
    private final Thread witness;

    /// When the beat under way began, 0 between beats.
    private volatile long beganNanos;

    private volatile @Nullable String heldBy;
    private final AtomicLong longestMillis = new AtomicLong();
    private final AtomicLong beats = new AtomicLong();
    private volatile boolean closed;

    /// @param touch what a window does, which must not block
    Heartbeat(Runnable touch) {
        this.touch = touch;
        THREADS.setThreadContentionMonitoringEnabled(true);
        thread = Thread.ofPlatform().name("heartbeat").daemon().start(this::run);
        witness = Thread.ofPlatform().name("heartbeat witness").daemon().start(this::watch);
    }

    private void run() {
        long id = Thread.currentThread().threadId();
        while (!closed) {
            LockSupport.parkNanos(this, PERIOD_NANOS);
            long before = heldUpMillis(id);
            beganNanos = System.nanoTime();
            touch.run();
            beganNanos = 0;
            long held = heldUpMillis(id) - before;
            longestMillis.accumulateAndGet(held, Math::max);
            beats.incrementAndGet();
        }
    }

    /// Writes down what a long beat waits for.
    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(this, PERIOD_NANOS);
            long began = beganNanos;
            if (began != 0 && System.nanoTime() - began > SUSPECT_NANOS) {
                ThreadInfo[] infos = THREADS.getThreadInfo(new long[] {thread.threadId()}, true, true);
                if (infos[0] != null) {
                    heldBy = infos[0] + owner(infos[0].getLockOwnerId());
                }
            }
        }
    }

    private static String owner(long id) {
        if (id < 0) {
            return "";
        }
        ThreadInfo[] owners = THREADS.getThreadInfo(new long[] {id}, true, true);
        return owners[0] == null ? "" : "held by " + owners[0];
    }

    /// Forgets what was measured, so that what comes is measured alone.
    void restart() {
        longestMillis.set(0);
        heldBy = null;
    }

    /// Stack of the last long beat, and of what it waited for.
    String heldBy() {
        return String.valueOf(heldBy);
    }

    private static long heldUpMillis(long id) {
        ThreadInfo info = THREADS.getThreadInfo(id);
        return info == null ? 0 : Math.max(0, info.getBlockedTime()) + Math.max(0, info.getWaitedTime());
    }

    /// The longest that one beat was held up since the last restart, in milliseconds.
    long longestMillis() {
        return longestMillis.get();
    }

    long beats() {
        return beats.get();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(witness);
    }
}
