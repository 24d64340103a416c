package dev.dynamicworkers.playground.core.util;

import java.util.concurrent.CompletionException;

/// What failed in a future.
public final class Futures {
    private Futures() {}

    /// What failed, without the wrappers that futures add.
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
