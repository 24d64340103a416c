package dev.dynamicworkers.playground.core.process;

import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/// Failures in words.
final class Sentences {
    private Sentences() {}

    /// What went wrong, without the wrappers that futures add.
    static String of(Throwable failure) {
        var cause = cause(failure);
        var message = cause.getMessage();
        if (message == null && cause instanceof TimeoutException) {
            return "it did not answer in time.";
        }
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    /// What failed, without the wrappers that futures add.
    static Throwable cause(Throwable failure) {
        var cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
