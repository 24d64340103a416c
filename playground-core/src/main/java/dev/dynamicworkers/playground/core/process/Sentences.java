package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.util.Futures;
import java.util.concurrent.TimeoutException;

/// Failures in words.
final class Sentences {
    private Sentences() {}

    /// What went wrong, without the wrappers that futures add.
    static String of(Throwable failure) {
        var cause = Futures.cause(failure);
        var message = cause.getMessage();
        if (message == null && cause instanceof TimeoutException) {
            return "it did not answer in time.";
        }
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
