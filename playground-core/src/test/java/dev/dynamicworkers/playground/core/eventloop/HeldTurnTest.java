package dev.dynamicworkers.playground.core.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// A turn that is held: the clock stands, work aside is done, other turns and timers wait.
final class HeldTurnTest {
    @Test
    void theClockStandsWhileATurnIsHeldAndOnlyWorkAsideIsDone() throws InterruptedException {
        List<String> done = new CopyOnWriteArrayList<>();
        List<Long> times = new CopyOnWriteArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ThreadEventLoop loop = new ThreadEventLoop("held", damage -> {})) {
            loop.post(() -> {
                var unused = loop.schedule(1, () -> {
                    done.add("timer");
                    end.countDown();
                });
                held.countDown();
                loop.hold(over::get, HeldTurnTest::take);
                done.add("held");
            });
            held.await();
            loop.post(() -> done.add("turn"));
            for (int i = 0; i < 3; i++) {
                CountDownLatch asked = new CountDownLatch(1);
                loop.postAside(() -> {
                    done.add("aside");
                    times.add(loop.nanoTime());
                    asked.countDown();
                });
                assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
            }
            loop.postAside(() -> over.set(true));
            assertThat(end.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(done).containsExactly("aside", "aside", "aside", "held", "turn", "timer");
        assertThat(times).hasSize(3).containsOnly(times.getFirst());
    }

    private static Runnable take(BlockingQueue<Runnable> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
