package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.List;

/// Finds the place in the source for a place in the code that runs. Safe on any thread.
@FunctionalInterface
public interface PositionMapper {
    /// Code that runs as it was written.
    PositionMapper IDENTITY = frame -> frame;

    /// The frame with the position of the source.
    GuestError.Frame source(GuestError.Frame frame);

    /// The lines of the code that runs which come from a line of the source, in order.
    ///
    /// @param file the module
    /// @param line from 1
    default List<Integer> runningLines(String file, int line) {
        return List.of(line);
    }
}
