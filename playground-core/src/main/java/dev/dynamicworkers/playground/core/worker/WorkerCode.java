package dev.dynamicworkers.playground.core.worker;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A deployable unit: modules, the main one, and compatibility settings.
///
/// @param modules by name, without a leading slash, in order
/// @param compatibilityDate `YYYY-MM-DD`
/// @param compatibilityFlags all flags in force, those that the date implies included
/// @param limits of each invocation
public record WorkerCode(
        String mainModule,
        Map<String, WorkerModule> modules,
        String compatibilityDate,
        List<String> compatibilityFlags,
        ResourceLimits limits) {
    public WorkerCode {
        modules = Collections.unmodifiableMap(new LinkedHashMap<>(modules));
        compatibilityFlags = List.copyOf(compatibilityFlags);
    }
}
