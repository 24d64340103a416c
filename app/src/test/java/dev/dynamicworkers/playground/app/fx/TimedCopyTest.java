package dev.dynamicworkers.playground.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A secret leaves the clipboard again, and nothing else does.
final class TimedCopyTest {
    private final List<Runnable> timers = new ArrayList<>();
    private final Board board = new Board();
    private final TimedCopy copy = new TimedCopy(board, (delay, action) -> {
        assertThat(delay).isEqualTo(Duration.ofSeconds(30));
        timers.add(action);
        return () -> timers.remove(action);
    });

    private static final class Board implements TimedCopy.Board {
        private @Nullable String text;

        @Override
        public @Nullable String text() {
            return text;
        }

        @Override
        public void put(String put) {
            text = put;
        }

        @Override
        public void clear() {
            text = null;
        }
    }

    @Test
    void whatWasCopiedIsGoneAfterAWhile() {
        copy.copy("secret");
        copy.copy("another");
        assertThat(board.text()).isEqualTo("another");
        assertThat(timers).hasSize(1);
        timers.getFirst().run();
        assertThat(board.text()).isNull();
    }

    @Test
    void whatSomeoneElseCopiedStays() {
        copy.copy("secret");
        board.put("mine");
        timers.getFirst().run();
        assertThat(board.text()).isEqualTo("mine");
        copy.close();
        assertThat(board.text()).isEqualTo("mine");
    }

    @Test
    void nothingStaysWhenTheWindowIsClosed() {
        copy.copy("secret");
        copy.close();
        assertThat(board.text()).isNull();
        assertThat(timers).isEmpty();
    }
}
