package dev.dynamicworkers.playground.core.host.state;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.dynamicworkers.playground.core.storage.StateLock;
import dev.dynamicworkers.playground.core.worker.HostIoException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Which state folders this engine holds. Projects of one engine share a hold, so that a newer reading of a project can
/// take over while the older one finishes its requests. Safe on any thread.
public final class StateLocks {
    @GuardedBy("this")
    private final Map<Path, Held> held = new HashMap<>();

    private static final class Held {
        private final StateLock lock;
        private int count;

        private Held(StateLock lock) {
            this.lock = lock;
        }
    }

    /// Takes part in holding a folder. Where no folder can be made there is nothing to hold: whoever keeps state is
    /// told of it then.
    ///
    /// @return lets go of it, once
    /// @throws StateLock.HeldElsewhere when another process holds it
    public synchronized Runnable acquire(Path folder) {
        Path key = folder.toAbsolutePath().normalize();
        Held entry = held.get(key);
        if (entry == null) {
            try {
                entry = new Held(StateLock.acquire(key));
            } catch (HostIoException unusable) {
                if (Files.isDirectory(key)) {
                    throw unusable;
                }
                return () -> {};
            }
            held.put(key, entry);
        }
        entry.count++;
        return () -> release(key);
    }

    private synchronized void release(Path key) {
        Held entry = held.get(key);
        if (entry != null && --entry.count == 0) {
            held.remove(key);
            entry.lock.close();
        }
    }
}
