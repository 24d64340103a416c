package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.worker.GuestError;

/// Finds the place in the source for a place in the code that runs. Safe on any thread.
@FunctionalInterface
public interface PositionMapper {
    /// Code that runs as it was written.
    PositionMapper IDENTITY = frame -> frame;

    /// The frame with the position of the source.
    GuestError.Frame source(GuestError.Frame frame);
}
