package dev.dynamicworkers.playground.core.runtime;

/// What the engine is and how it runs guest code.
///
/// @param implementation name and version for people, for example `GraalJS 25.0.3 (GraalVM CE)`
/// @param compiled whether hot guest code is compiled to machine code; without it the engine only interprets
/// @param memoryMeasured whether retained bytes per isolate can be measured
/// @param pid process id of the process that runs the guest code
public record EngineStatus(String implementation, boolean compiled, boolean memoryMeasured, long pid) {}
