package dev.dynamicworkers.playground.core.limits;

/// What one isolate may use, whatever runs in it.
///
/// @param startCpuNanos CPU time to start its worker
/// @param operations host operations that may be under way
/// @param largestBytes largest single string, buffer or array
public record IsolateAllowance(long startCpuNanos, long operations, long largestBytes) {}
