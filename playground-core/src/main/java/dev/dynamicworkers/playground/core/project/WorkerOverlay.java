package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the overlay says about one worker, or about all whose names fit a pattern.
///
/// @param grants by key of `env`; `*` stands for all that are not named
/// @param limits of each invocation; they only lower what the code says
public record WorkerOverlay(Map<String, Grant> grants, ResourceLimits limits) {
    /// Says nothing.
    public static final WorkerOverlay NONE = new WorkerOverlay(Map.of(), ResourceLimits.NONE);

    public WorkerOverlay {
        grants = Collections.unmodifiableMap(new LinkedHashMap<>(grants));
    }
}
