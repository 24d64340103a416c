package dev.dynamicworkers.playground.core.api.cache;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Caches that end with the process; the longest unused responses make room when the bodies grow past a limit.
public final class InMemoryCacheStore implements CacheStore {
    private final InstantSource clock;
    private final long maxBytes;

    @GuardedBy("this")
    private final Map<Key, CachedResponse> responses = new LinkedHashMap<>(16, 0.75f, true);

    @GuardedBy("this")
    private long bytes;

    /// @param maxBytes limit of all bodies together
    public InMemoryCacheStore(InstantSource clock, long maxBytes) {
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    private record Key(String cache, String url) {}

    @Override
    public synchronized Optional<CachedResponse> find(String cache, String url) {
        CachedResponse response = responses.get(new Key(cache, url));
        if (response == null) {
            return Optional.empty();
        }
        if (!response.expires().isAfter(clock.instant())) {
            remove(new Key(cache, url));
            return Optional.empty();
        }
        return Optional.of(response);
    }

    @Override
    public synchronized void put(String cache, String url, CachedResponse response) {
        Key key = new Key(cache, url);
        remove(key);
        if (response.body().length > maxBytes) {
            return;
        }
        responses.put(key, response);
        bytes += response.body().length;
        Iterator<CachedResponse> oldest = responses.values().iterator();
        while (bytes > maxBytes && oldest.hasNext()) {
            bytes -= oldest.next().body().length;
            oldest.remove();
        }
    }

    @Override
    public synchronized boolean delete(String cache, String url) {
        boolean present = find(cache, url).isPresent();
        remove(new Key(cache, url));
        return present;
    }

    @GuardedBy("this")
    private void remove(Key key) {
        CachedResponse removed = responses.remove(key);
        if (removed != null) {
            bytes -= removed.body().length;
        }
    }
}
