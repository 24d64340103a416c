package dev.dynamicworkers.playground.core.state;

import dev.dynamicworkers.playground.core.worker.PlaygroundException;
import org.jspecify.annotations.Nullable;

/// A question about state that can't be answered, with the reason in one sentence.
public final class StateException extends PlaygroundException {
    private static final long serialVersionUID = 1;

    public StateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
