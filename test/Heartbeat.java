package dev.dynamicworkers.playground.core.process;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Does every few milliseconds what a window does with the engine, and measures for how long that held it up: time that
/// its thread was blocked or waited. A thread that the operating system does not run is not held up by the engine.
final class Heartbeat implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Runnable touch;
    private final Thread thread;
    private final AtomicLong longestMillis = new AtomicLong();
    private final AtomicLong beats = new AtomicLong();
    private volatile boolean closed;

    /// @param touch what a window does, which must not block
    Heartbeat(Runnable touch) {
        this.touch = touch;
        THREADS.setThreadContentionMonitoringEnabled(true);
        thread = Thread.ofPlatform().name("heartbeat").daemon().start(this::run);
    }

    private void run() {
        long id = thread.threadId();
        while (!closed) {
            LockSupport.parkNanos(this, PERIOD_NANOS);
            long before = heldUpMillis(id);
            touch.run();
            long held = heldUpMillis(id) - before;
            longestMillis.accumulateAndGet(held, Math::max);
            beats.incrementAndGet();
        }
    }

    private static long heldUpMillis(long id) {
        ThreadInfo info = THREADS.getThreadInfo(id);
        return info == null ? 0 : Math.max(0, info.getBlockedTime()) + Math.max(0, info.getWaitedTime());
    }

    /// The longest that one beat was held up, in milliseconds.
    long longestMillis() {
        return longestMillis.get();
    }

    long beats() {
        return beats.get();
    }

    @Override
    public void close() {
        closed = true;
    }
}
