package dev.dynamicworkers.playground.app.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The end of a future's chain.
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

    /// Calls back once with a value or a failure, on whatever thread completes the future.
    @SuppressWarnings({"FutureReturnValueIgnored", "NullAway"})
    static <T> void whenDone(CompletableFuture<T> future, BiConsumer<@Nullable T, @Nullable Throwable> action) {
        future.whenComplete(action::accept);
    }
}
