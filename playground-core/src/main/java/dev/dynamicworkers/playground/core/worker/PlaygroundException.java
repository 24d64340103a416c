package dev.dynamicworkers.playground.core.worker;

import org.jspecify.annotations.Nullable;

/// A failure that the library foresees and a user can act on. Programming errors stay
/// [IllegalStateException] and [IllegalArgumentException]; failures of guest code are results, not exceptions.
///
/// Open, because packages above this one add their own kinds, and this package may not name them.
public abstract class PlaygroundException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param message a sentence for people
    protected PlaygroundException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
