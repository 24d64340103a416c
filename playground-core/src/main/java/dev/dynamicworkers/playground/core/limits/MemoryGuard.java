package dev.dynamicworkers.playground.core.limits;

import dev.dynamicworkers.playground.core.util.AllowedTo;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Ends isolates that keep more memory alive than they may.
///
/// What an isolate has allocated is known at no cost, what it keeps alive only by walking its heap, which pauses it. An
/// isolate that kept `own` bytes at one look can't exceed the limit before it has allocated `limit - own` bytes more,
/// so it is left alone until then: one that makes little but garbage is looked at once for every limit's worth of it.
///
/// Looks run on a thread of their own, which is there while there is something to look at. Safe on any thread.
@AllowedTo(value = AllowedTo.Rule.START_THREADS, reason = "one named thread walks heaps; the guard ends it")
public final class MemoryGuard implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MemoryGuard.class.getName());

    /// Parts of the limit that an isolate may always allocate between two looks.
    private static final long PARTS = 4;

    private static final long MEGABYTE = 1 << 20;
    private static final long IDLE_SECONDS = 5;
    private static final long COLLECT_NANOS = 250_000_000;

    private final long limitBytes;
    private final LongSupplier sharedBytes;
    private final ExecutorService looks;

    /// Used by the thread that looks alone.
    private long collectedAt = System.nanoTime() - COLLECT_NANOS;

    /// An isolate whose memory is guarded.
    public interface Guarded extends Interruptible {
        /// Bytes that it keeps alive, those that all isolates share included; more than `stopAtBytes` need not be
        /// counted.
        ///
        /// @return -1 when it can't be measured
        long retainedBytes(long stopAtBytes);

        /// A look found it within its limit: the next one is due when it has allocated so many bytes more.
        void allowMore(long bytes);
    }

    /// @param limitBytes what one isolate may keep alive for itself
    /// @param sharedBytes measures what an isolate without a worker counts, -1 when that can't be measured
    public MemoryGuard(String name, long limitBytes, LongSupplier sharedBytes) {
        this.limitBytes = limitBytes;
        this.sharedBytes = sharedBytes;
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform()
                        .name(name + " memory guard")
                        .daemon()
                        .uncaughtExceptionHandler((thread, failure) ->
                                // The engine ends the threads in its contexts when it is closed.
                                LOG.log(System.Logger.Level.DEBUG, "a look at an isolate's memory ended", failure))
                        .factory());
        executor.allowCoreThreadTimeOut(true);
        looks = executor;
    }

    /// What an isolate may allocate before the first look.
    public long firstAllowance() {
        return limitBytes;
    }

    /// Has an isolate looked at that has allocated what it was allowed.
    public void look(Guarded isolate) {
        try {
            looks.execute(() -> lookNow(isolate));
        } catch (RejectedExecutionException closed) {
            // The project ends, and its isolates with it.
        }
    }

    private void lookNow(Guarded isolate) {
        long shared = sharedBytes.getAsLong();
        if (shared < 0) {
            // Never asked again: without the optimizing runtime nothing can be measured.
            isolate.allowMore(Long.MAX_VALUE / 2);
            return;
        }
        long whole = isolate.retainedBytes(shared + limitBytes);
        if (whole - shared > limitBytes && collects()) {
            whole = isolate.retainedBytes(shared + limitBytes);
        }
        if (whole - shared > limitBytes) {
            isolate.condemn(new Condemnation(
                    EventOutcome.EXCEEDED_MEMORY,
                    "Worker exceeded its memory limit of " + limitBytes / MEGABYTE + " MiB."));
        } else if (whole >= 0) {
            isolate.allowMore(Math.max(limitBytes / PARTS, limitBytes - Math.max(0, whole - shared)));
        }
    }

    /// Collects garbage: the engine refers weakly to some of what isolates had that are over, symbols among it, and its
    /// measure follows such references.
    ///
    /// @return false where that was done a moment ago, for it stops all threads
    private boolean collects() {
        long now = System.nanoTime();
        if (now - collectedAt < COLLECT_NANOS) {
            return false;
        }
        System.gc();
        collectedAt = System.nanoTime();
        return true;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
