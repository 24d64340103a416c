package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.worker.Retention;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/// Dynamic workers that nobody uses, unused for longest first, and which of them have to go. Runs on the event loop's
/// thread.
///
/// @param <W> what stands for a worker
final class IdleWorkers<W> {
    private final Map<W, Long> unnamed = new LinkedHashMap<>();
    private final Map<W, Long> named = new LinkedHashMap<>();
    private final EventLoop loop;
    private final Retention retention;
    private final BiConsumer<W, String> evict;
    private boolean sweeping;

    /// @param evict ends a worker, for a reason
    IdleWorkers(EventLoop loop, Retention retention, BiConsumer<W, String> evict) {
        this.loop = loop;
        this.retention = retention;
        this.evict = evict;
    }

    /// Nobody uses an unnamed worker any more, and nobody ever can.
    void addUnnamed(W worker) {
        unnamed.put(worker, loop.nanoTime());
        trim(unnamed, retention.unnamedKept(), "no stub is left");
    }

    /// Nobody uses a named worker now.
    void addNamed(W worker) {
        named.put(worker, loop.nanoTime());
        trim(named, retention.namedKept(), "more than " + retention.namedKept() + " named workers are idle");
        sweepLater(retention.namedIdleTime().toNanos());
    }

    /// Ends the worker that has been idle longest, to make room for another one.
    ///
    /// @return false when none is idle
    boolean evictOldest() {
        Map<W, Long> idle = unnamed.isEmpty() ? named : unnamed;
        if (idle.isEmpty()) {
            return false;
        }
        trim(idle, idle.size() - 1, "room was needed for another worker");
        return true;
    }

    /// It is in use, or gone.
    void remove(W worker) {
        unnamed.remove(worker);
        named.remove(worker);
    }

    void clear() {
        unnamed.clear();
        named.clear();
    }

    private void trim(Map<W, Long> idle, int kept, String reason) {
        while (idle.size() > kept) {
            W oldest = idle.keySet().iterator().next();
            idle.remove(oldest);
            evict.accept(oldest, reason);
        }
    }

    private void sweepLater(long nanos) {
        if (!sweeping && !named.isEmpty()) {
            sweeping = true;
            loop.schedule(nanos, this::sweep);
        }
    }

    private void sweep() {
        sweeping = false;
        long limit = retention.namedIdleTime().toNanos();
        long now = loop.nanoTime();
        for (Iterator<Map.Entry<W, Long>> entries = named.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<W, Long> oldest = entries.next();
            long left = oldest.getValue() + limit - now;
            if (left > 0) {
                sweepLater(left);
                return;
            }
            entries.remove();
            evict.accept(
                    oldest.getKey(), "idle for " + retention.namedIdleTime().toSeconds() + " s");
        }
    }
}
