package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.worker.PlaygroundException;
import org.jspecify.annotations.Nullable;

/// The engine process can't be started, is closed, or refused what it was asked. The message is a sentence for people.
public final class EngineFailureException extends PlaygroundException {
    private static final long serialVersionUID = 1;

    EngineFailureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
