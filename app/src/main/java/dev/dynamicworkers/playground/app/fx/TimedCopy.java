package dev.dynamicworkers.playground.app.fx;

import java.time.Duration;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Copies what must not stay on the clipboard: it is taken away after a while, unless something else is there by then.
/// FX thread.
public final class TimedCopy implements AutoCloseable {
    /// How long it stays.
    public static final Duration STAYS = Duration.ofSeconds(30);

    private final Board board;
    private final BiFunction<Duration, Runnable, Runnable> later;
    private @Nullable String copied;
    private Runnable cancel = () -> {};

    /// A clipboard.
    public interface Board {
        /// What is on it; null for nothing that is text.
        @Nullable
        String text();

        /// Puts a text on it.
        void put(String text);

        /// Takes all from it.
        void clear();
    }

    /// @param later does something after a while, and gives what keeps it from happening
    public TimedCopy(Board board, BiFunction<Duration, Runnable, Runnable> later) {
        this.board = board;
        this.later = later;
    }

    /// Copies a text for a while.
    public void copy(String text) {
        cancel.run();
        board.put(text);
        copied = text;
        cancel = later.apply(STAYS, this::takeAway);
    }

    private void takeAway() {
        if (copied != null && copied.equals(board.text())) {
            board.clear();
        }
        copied = null;
    }

    /// Takes it away now.
    @Override
    public void close() {
        cancel.run();
        takeAway();
    }
}
