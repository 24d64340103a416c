package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.isolate.HostLookup;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.isolate.SharedEngine;
import dev.dynamicworkers.playground.core.limits.CpuWatchdog;
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
/// it is called.
///
/// Taken on the event loop's thread, refilled by a thread of its own.
@AllowedTo(value = AllowedTo.Rule.START_THREADS, reason = "one named thread primes isolates; the pool ends it")
final class IsolatePool implements AutoCloseable {
    private static final int READY = 3;

    private final SharedEngine engine;
    private final EventLoop loop;
    private final CpuWatchdog watchdog;
    private final Executor hostExecutor;
    private final HostLookup hostFunctions;
    private final ConcurrentLinkedQueue<Primed> ready = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService primer;

    /// An isolate that never gets a worker.
    private @Nullable Isolate baseline;

    /// volatile: set by the closing thread, read by the primer.
    private volatile boolean closed;

    /// An isolate without a worker, and the table for its modules.
    record Primed(Isolate isolate, ModuleTable modules) {}

    IsolatePool(
            SharedEngine engine,
            EventLoop loop,
            CpuWatchdog watchdog,
            Executor hostExecutor,
            HostLookup hostFunctions) {
        this.engine = engine;
        this.loop = loop;
        this.watchdog = watchdog;
        this.hostExecutor = hostExecutor;
        this.hostFunctions = hostFunctions;
        primer = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("isolate primer").daemon().factory());
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
        if (baseline == null) {
            baseline = prime().isolate;
        }
        return baseline.retainedBytes();
    }

    /// Takes an isolate, or makes one when none is ready.
    Primed take() {
        @Nullable Primed primed = ready.poll();
        if (primed != null) {
            count.decrementAndGet();
        }
        refill();
        return primed != null ? primed : prime();
    }

    private void refill() {
        if (closed || count.get() >= READY) {
            return;
        }
        count.incrementAndGet();
        primer.execute(() -> {
            if (!closed) {
                ready.add(prime());
            }
        });
    }

    private Primed prime() {
        ModuleTable modules = new ModuleTable();
        return new Primed(
                new Isolate(engine, loop, watchdog, hostExecutor, new ModuleFileSystem(modules), hostFunctions),
                modules);
    }

    @Override
    public void close() {
        closed = true;
        primer.shutdown();
        for (Primed primed = ready.poll(); primed != null; primed = ready.poll()) {
            primed.isolate.dispose();
        }
    }
}
