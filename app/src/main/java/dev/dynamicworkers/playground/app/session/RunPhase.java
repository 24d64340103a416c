package dev.dynamicworkers.playground.app.session;

/// A change in the life of a run: from here on it is preparing, loading, running, ..., or over.
///
/// @param word as the status bar says it: `Preparing`; of the last one how it ended: `Done`, `EXCEPTION`
/// @param atMillis since the run was sent
public record RunPhase(String word, double atMillis) {}
