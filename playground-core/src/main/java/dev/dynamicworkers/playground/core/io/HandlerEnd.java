package dev.dynamicworkers.playground.core.io;

import org.jspecify.annotations.Nullable;

/// Hears how a handler without a response ended. Called on the event loop's thread.
@FunctionalInterface
public interface HandlerEnd {
    /// @param failure null when it ended well
    void ended(@Nullable Failure failure);
}
