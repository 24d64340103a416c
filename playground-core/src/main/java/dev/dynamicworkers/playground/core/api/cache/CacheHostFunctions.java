package dev.dynamicworkers.playground.core.api.cache;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// The host functions named `cache.*`. They begin on the isolate thread and work on its executor.
public final class CacheHostFunctions {
    private final InstantSource clock;
    private final Function<Isolate, Optional<CacheStore>> stores;

    private CacheHostFunctions(InstantSource clock, Function<Isolate, Optional<CacheStore>> stores) {
        this.clock = clock;
        this.stores = stores;
    }

    /// Adds the functions to the table of all isolates.
    ///
    /// @param stores the caches that an isolate may use; none makes every use an error of the guest
    public static void register(
            HostFunctions table, InstantSource clock, Function<Isolate, Optional<CacheStore>> stores) {
        CacheHostFunctions functions = new CacheHostFunctions(clock, stores);
        table.add("cache.find", functions::find);
        table.add("cache.put", functions::put);
        table.add("cache.delete", functions::delete);
    }

    private CacheStore store(HostCall call) {
        return stores.apply(call.isolate()).orElseThrow(() -> GuestThrow.error("No Cache was configured"));
    }

    /// operation, cache, url
    private Object find(HostCall call) {
        CacheStore store = store(call);
        String cache = call.string(1);
        String url = call.string(2);
        return answer(
                call,
                () -> store.find(cache, url)
                        .map(response -> new Object[] {
                            response.status(), response.statusText(), response.headers(), response.body()
                        })
                        .orElseGet(() -> new Object[0]));
    }

    /// operation, cache, url, status, statusText, headers, body, seconds to live
    private Object put(HostCall call) {
        CacheStore store = store(call);
        String cache = call.string(1);
        String url = call.string(2);
        Duration life = Duration.ofSeconds(call.longValue(7));
        CachedResponse response = new CachedResponse(
                call.integer(3),
                call.string(4),
                call.string(5),
                call.bytes(6),
                clock.instant().plus(life));
        return answer(call, () -> {
            store.put(cache, url, response);
            return true;
        });
    }

    /// operation, cache, url
    private Object delete(HostCall call) {
        CacheStore store = store(call);
        String cache = call.string(1);
        String url = call.string(2);
        return answer(call, () -> store.delete(cache, url));
    }

    private interface Work {
        Object run();
    }

    private static Object answer(HostCall call, Work work) {
        Isolate isolate = call.isolate();
        int operation = call.integer(0);
        isolate.hostExecutor().execute(() -> {
            try {
                isolate.completeOp(operation, work.run());
            } catch (IllegalStateException e) {
                isolate.failOp(operation, GuestThrow.error(String.valueOf(e.getMessage())));
            }
        });
        return true;
    }
}
