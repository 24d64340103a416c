package dev.dynamicworkers.playground.app.session;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The end of a future's chain.
final class Futures {
    private Futures() {}

    /// Calls back once with a value or a failure, on whatever thread completes the future.
    @SuppressWarnings({"FutureReturnValueIgnored", "NullAway"})
    static <T> void whenDone(CompletableFuture<T> future, BiConsumer<@Nullable T, @Nullable Throwable> action) {
        future.whenComplete(action::accept);
    }
}
