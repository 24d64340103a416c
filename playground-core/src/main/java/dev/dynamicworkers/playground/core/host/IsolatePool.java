package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.isolate.HostLookup;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.isolate.SharedEngine;
import dev.dynamicworkers.playground.core.limits.CpuWatchdog;
import dev.dynamicworkers.playground.core.limits.IsolateAllowance;
import dev.dynamicworkers.playground.core.modules.ModuleFileSystem;
import dev.dynamicworkers.playground.core.modules.ModuleTable;
import dev.dynamicworkers.playground.core.util.AllowedTo;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Isolates made ahead of need, with the kernel in them and no worker yet: most of the cost of `load()` is paid before
/// it is called. How many are kept ready grows when somebody finds none.
///
/// Taken on the event loop's thread, refilled by a thread of its own.
@AllowedTo(value = AllowedTo.Rule.START_THREADS, reason = "one named thread primes isolates; the pool ends it")
final class IsolatePool implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(IsolatePool.class.getName());
    private static final int FEWEST = 3;
    private static final int MOST = 12;

    private final SharedEngine engine;
    private final EventLoop loop;
    private final CpuWatchdog watchdog;
    private final IsolateAllowance allowance;
    private final Executor hostExecutor;
    private final HostLookup hostFunctions;
    private final ConcurrentLinkedQueue<Primed> ready = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService primer;

    /// Used by the event loop's thread alone, as is the next one.
    private int wanted = FEWEST;

    private int taken;

    /// How long the measure of what all share is good for.
    private static final long BASELINE_NANOS = 1_000_000_000;

    /// An isolate that never gets a worker.
    private @Nullable Isolate baseline;

    private long baselineBytes;
    private long baselineAt;

    /// volatile: set by the closing thread, read by the primer.
    private volatile boolean closed;

    /// An isolate without a worker, and the table for its modules.
    record Primed(Isolate isolate, ModuleTable modules) {}

    IsolatePool(
            SharedEngine engine,
            EventLoop loop,
            CpuWatchdog watchdog,
            IsolateAllowance allowance,
            Executor hostExecutor,
            HostLookup hostFunctions) {
        this.engine = engine;
        this.loop = loop;
        this.watchdog = watchdog;
        this.allowance = allowance;
        this.hostExecutor = hostExecutor;
        this.hostFunctions = hostFunctions;
        primer = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("isolate primer").daemon().factory());
        refill(FEWEST);
    }

    /// Bytes that every isolate's measure counts although all isolates share them: what an isolate without a worker
    /// measures.
    /// Safe on any thread.
    ///
    /// @return -1 when this runtime can't measure
    synchronized long sharedBytes() {
        if (closed) {
            return -1;
        }
        long now = System.nanoTime();
        if (baseline == null) {
            baseline = prime().isolate;
        } else if (now - baselineAt < BASELINE_NANOS) {
            return baselineBytes;
        }
        baselineAt = now;
        baselineBytes = baseline.retainedBytes();
        return baselineBytes;
    }

    /// Takes an isolate, or makes one when none is ready.
    Primed take() {
        @Nullable Primed primed = ready.poll();
        if (primed != null) {
            count.decrementAndGet();
        } else if (taken >= FEWEST) {
            wanted = Math.min(MOST, wanted * 2);
        }
        taken++;
        refill(wanted);
        return primed != null ? primed : prime();
    }

    private void refill(int target) {
        while (!closed && count.get() < target) {
            count.incrementAndGet();
            primer.execute(() -> {
                if (!closed) {
                    addPrimed();
                }
                if (closed) {
                    disposeReady();
                }
            });
        }
    }

    private void addPrimed() {
        try {
            ready.add(prime());
        } catch (RuntimeException ended) {
            // The engine may end while an isolate is made for nobody. Whoever needs one makes it, and meets what there
            // is to meet.
            count.decrementAndGet();
            LOG.log(System.Logger.Level.DEBUG, "an isolate ahead of need was not made", ended);
        }
    }

    private void disposeReady() {
        for (Primed primed = ready.poll(); primed != null; primed = ready.poll()) {
            primed.isolate.dispose();
        }
    }

    private Primed prime() {
        ModuleTable modules = new ModuleTable();
        return new Primed(
                new Isolate(
                        engine, loop, watchdog, allowance, hostExecutor, new ModuleFileSystem(modules), hostFunctions),
                modules);
    }

    @Override
    public void close() {
        closed = true;
        primer.shutdown();
        disposeReady();
    }
}
