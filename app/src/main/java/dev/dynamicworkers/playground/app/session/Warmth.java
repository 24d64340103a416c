package dev.dynamicworkers.playground.app.session;

/// Whether a run may meet isolates of earlier runs.
public enum Warmth {
    /// Isolates of earlier runs are used again while the code is the same.
    KEEP,
    /// All isolates are dropped first.
    FRESH
}
