package dev.dynamicworkers.playground.core.runtime;

import java.util.Optional;

/// What the engine is and how it runs guest code.
///
/// @param implementation name and version for people, for example `GraalJS 25.0.3 (GraalVM CE)`
/// @param compiled whether hot guest code is compiled to machine code; without it the engine only interprets
/// @param memoryMeasured whether retained bytes per isolate can be measured
/// @param pid process id of the process that runs the guest code
public record EngineStatus(String implementation, boolean compiled, boolean memoryMeasured, long pid) {
    /// What a person should know before code runs here that they do not trust: a sentence, or nothing.
    public Optional<String> warning() {
        return memoryMeasured
                ? Optional.empty()
                : Optional.of(
                        "The memory of a single isolate can't be measured on this Java, so 'memoryMb' is not enforced:"
                            + " a worker is ended when the memory of the whole engine is full. Use the distribution's"
                            + " own Java.");
    }
}
