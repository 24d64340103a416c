package dev.dynamicworkers.playground.core.limits;

import dev.dynamicworkers.playground.core.util.AllowedTo;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Ends the isolate that keeps most of the heap alive when the heap of the whole engine is nearly full, before the
/// collector stalls every thread. Each isolate by itself may be within its limit.
///
/// Looks at what the last collection left, which costs next to nothing. Isolates are measured only when that was too
/// much; one that can't even be measured, because its code never yields, is the offender.
@AllowedTo(value = AllowedTo.Rule.START_THREADS, reason = "one named thread watches the heap; the guard ends it")
public final class HeapGuard implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HeapGuard.class.getName());

    /// Part of the old generation that may be in use after a collection.
    private static final double FULL = 0.8;

    private static final long LOOK_MILLIS = 50;
    private static final long MEASURE_MILLIS = 2000;

    /// How long one that was told to end may take to let go of its memory before the next one is looked for.
    private static final long END_MILLIS = 3000;

    /// How long it lets a full heap be in which no single isolate keeps much.
    private static final long HELPLESS_MILLIS = 10_000;
    private static final long MEGABYTE = 1 << 20;

    private final Supplier<? extends Collection<? extends Tenant>> tenants;
    private final LongSupplier sharedBytes;
    private final @Nullable MemoryPoolMXBean pool;
    private final Thread thread;
    private final ExecutorService measuring = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("heap measure").daemon().factory());

    /// volatile: set by who closes it, read by the guard's thread.
    private volatile boolean closed;

    /// An isolate that lives in the heap.
    public interface Tenant extends MemoryGuard.Guarded {
        /// Bytes that the turn which runs has allocated, 0 while none runs.
        long turnAllocatedBytes();

        /// Whether it was told to end and has let go of its memory: before that, the heap is full because of it.
        boolean isOver();

        /// What people call its worker.
        @Override
        String label();
    }

    /// A tenant with the bytes that it keeps for itself.
    private record Kept(Tenant tenant, long bytes) {}

    /// Starts to watch.
    ///
    /// @param tenants all isolates of the engine that live
    /// @param sharedBytes what every isolate's measure counts although all share it, -1 when that can't be measured
    public HeapGuard(Supplier<? extends Collection<? extends Tenant>> tenants, LongSupplier sharedBytes) {
        this.tenants = tenants;
        this.sharedBytes = sharedBytes;
        pool = oldGeneration();
        if (pool != null) {
            pool.setCollectionUsageThreshold((long) (pool.getUsage().getMax() * FULL));
        }
        thread = Thread.ofPlatform().name("heap guard").daemon().start(this::run);
    }

    private static @Nullable MemoryPoolMXBean oldGeneration() {
        for (MemoryPoolMXBean each : ManagementFactory.getMemoryPoolMXBeans()) {
            // Of the generations of the heap, only the old one has a threshold of its usage.
            if (each.getType() == MemoryType.HEAP
                    && each.isUsageThresholdSupported()
                    && each.isCollectionUsageThresholdSupported()
                    && each.getUsage().getMax() > 0) {
                return each;
            }
        }
        return null;
    }

    private void run() {
        MemoryPoolMXBean watched = pool;
        while (!closed && watched != null) {
            try {
                Thread.sleep(LOOK_MILLIS);
                if (watched.isCollectionUsageThresholdExceeded()) {
                    relieve(watched);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | OutOfMemoryError e) {
                // It looks when there is no memory: that it has none itself must not be the last that it does.
                LOG.log(System.Logger.Level.ERROR, "a look at a full heap failed", e);
            }
        }
    }

    private void relieve(MemoryPoolMXBean full) throws InterruptedException {
        endLargest(full);
        // What is measured is what the last collection left: without another one it would stay too much. The isolate
        // that ended is nowhere in this frame: a frame that is interpreted keeps what its variables held.
        System.gc();
    }

    private void endLargest(MemoryPoolMXBean full) throws InterruptedException {
        Tenant offender = null;
        long kept = -1;
        try {
            Optional<Kept> largest = measuring.submit(this::largest).get(MEASURE_MILLIS, TimeUnit.MILLISECONDS);
            if (largest.isPresent()) {
                offender = largest.get().tenant;
                kept = largest.get().bytes;
            }
        } catch (TimeoutException | ExecutionException | CancellationException unmeasured) {
            LOG.log(System.Logger.Level.DEBUG, "the isolates could not be measured in time", unmeasured);
        }
        if (offender == null) {
            offender = tenants.get().stream()
                    .max(Comparator.comparingLong(Tenant::turnAllocatedBytes))
                    .filter(each -> each.turnAllocatedBytes() > 0)
                    .orElse(null);
        }
        if (offender == null) {
            LOG.log(System.Logger.Level.WARNING, "the heap is nearly full, and no single isolate keeps much of it");
            Thread.sleep(HELPLESS_MILLIS);
        } else {
            offender.condemn(new Condemnation(
                    EventOutcome.EXCEEDED_MEMORY,
                    sentence(offender, kept, full.getUsage().getMax())));
            awaitEnd(offender);
        }
    }

    private static String sentence(Tenant offender, long kept, long heap) {
        String all = "The memory of the engine, " + heap / MEGABYTE + " MiB, is full. ";
        return kept < 0
                ? all + "The worker '" + offender.label() + "' was filling it."
                : all + "The worker '" + offender.label() + "' kept the most of it, " + kept / MEGABYTE + " MiB.";
    }

    private Optional<Kept> largest() {
        long shared = sharedBytes.getAsLong();
        if (shared < 0) {
            return Optional.empty();
        }
        return tenants.get().stream()
                .map(each -> new Kept(each, each.retainedBytes(Long.MAX_VALUE) - shared))
                .max(Comparator.comparingLong(Kept::bytes))
                .filter(each -> each.bytes > MEGABYTE);
    }

    private static void awaitEnd(Tenant offender) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(END_MILLIS);
        while (!offender.isOver() && System.nanoTime() - until < 0) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        measuring.shutdownNow();
    }
}
