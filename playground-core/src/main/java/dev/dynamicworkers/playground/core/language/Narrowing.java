package dev.dynamicworkers.playground.core.language;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the code of a parent is to take from its dynamic workers, or to give to them. Immutable.
///
/// @param loaders keys of the parent's `env` that make dynamic workers
/// @param remove keys of the workers' `env` that go; `*` for all
/// @param block whether `globalOutbound` becomes null
/// @param limits the most of each limit, by the name that it has in the code; a lower one stays
/// @param give keys that come into the workers' `env` with the expressions of their values
public record Narrowing(
        List<String> loaders, List<String> remove, boolean block, Map<String, Long> limits, Map<String, String> give) {
    public Narrowing {
        loaders = List.copyOf(loaders);
        remove = List.copyOf(remove);
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        give = Collections.unmodifiableMap(new LinkedHashMap<>(give));
    }

    /// Only takes.
    public Narrowing(List<String> loaders, List<String> remove, boolean block, Map<String, Long> limits) {
        this(loaders, remove, block, limits, Map.of());
    }

    /// Whether there is nothing to do.
    public boolean isEmpty() {
        return remove.isEmpty() && !block && limits.isEmpty() && give.isEmpty();
    }
}
