package dev.dynamicworkers.playground.core.binding.ratelimit;

import dev.dynamicworkers.playground.core.binding.BindingAnswer;
import dev.dynamicworkers.playground.core.binding.BindingCall.Effect;
import dev.dynamicworkers.playground.core.binding.BindingCalls;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One property of `env` that limits rates: so many calls with one key in each period, which begins with the first call
/// after the one before. Used on the thread of the stores.
public final class RateLimiter {
    private static final String KIND = "ratelimits";

    private final String binding;
    private final int limit;
    private final long periodMillis;
    private final InstantSource clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private long periodEnd;

    /// @param limit calls in a period
    /// @param periodSeconds 10 or 60 on the platform
    public RateLimiter(String binding, int limit, int periodSeconds, InstantSource clock) {
        this.binding = binding;
        this.limit = limit;
        periodMillis = periodSeconds * 1000L;
        this.clock = clock;
    }

    public static void register(HostFunctions table, BindingCalls calls) {
        table.add("rateLimit.limit", call -> {
            RateLimiter limiter = call.handle(1, RateLimiter.class);
            String key = call.string(2);
            var method = new BindingCalls.Method(limiter.binding, KIND, "limit", Effect.READS);
            return calls.start(call, method, List.of(key), () -> {
                boolean success = limiter.count(key);
                return new BindingAnswer.Carried(success, success);
            });
        });
    }

    /// Counts a call.
    ///
    /// @return whether it is within the limit
    boolean count(String key) {
        long now = clock.millis();
        if (now >= periodEnd) {
            counts.clear();
            periodEnd = now + periodMillis;
        }
        int count = counts.merge(key, 1, Integer::sum);
        return count <= limit;
    }
}
