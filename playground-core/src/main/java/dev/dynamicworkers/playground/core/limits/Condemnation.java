package dev.dynamicworkers.playground.core.limits;

import dev.dynamicworkers.playground.core.worker.EventOutcome;

/// Why an isolate is being ended.
///
/// @param outcome how its live invocations end
/// @param message one sentence for people
public record Condemnation(EventOutcome outcome, String message) {}
