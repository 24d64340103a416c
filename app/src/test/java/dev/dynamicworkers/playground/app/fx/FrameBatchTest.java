package dev.dynamicworkers.playground.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FrameBatchTest {
    private final Deque<Runnable> frames = new ArrayDeque<>();
    private final List<List<Integer>> batches = new ArrayList<>();
    private long lost;
    private final FrameBatch<Integer> batch = new FrameBatch<>(frames::add, 3, 5, (items, dropped) -> {
        batches.add(items);
        lost += dropped;
    });

    private void runFrames() {
        while (!frames.isEmpty()) {
            frames.poll().run();
        }
    }

    @Test
    void whatComesBetweenTwoFramesComesTogether() {
        batch.add(1);
        batch.add(2);
        assertThat(frames).hasSize(1);
        runFrames();
        assertThat(batches).containsExactly(List.of(1, 2));
    }

    @Test
    void oneFrameTakesNoMoreThanItsShare() {
        for (int i = 0; i < 5; i++) {
            batch.add(i);
        }
        runFrames();
        assertThat(batches).containsExactly(List.of(0, 1, 2), List.of(3, 4));
        assertThat(lost).isZero();
    }

    @Test
    void aFloodLosesItsOldestAndCountsThem() {
        for (int i = 0; i < 9; i++) {
            batch.add(i);
        }
        runFrames();
        assertThat(batches).containsExactly(List.of(4, 5, 6), List.of(7, 8));
        assertThat(lost).isEqualTo(4);
    }
}
