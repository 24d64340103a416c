package dev.dynamicworkers.playground.core.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What turns may throw: whoever waits for a loop that has ended waits for ever.
final class ThreadEventLoopTest {
    @Test
    void noErrorOfATurnEndsTheLoop() throws InterruptedException {
        List<String> damage = new CopyOnWriteArrayList<>();
        CountDownLatch end = new CountDownLatch(1);
        try (ThreadEventLoop loop = new ThreadEventLoop("failing", met -> damage.add(met.getMessage()))) {
            loop.post(() -> {
                throw new NoClassDefFoundError("Could not initialize class Part");
            });
            loop.post(() -> {
                throw new AssertionError("not so");
            });
            loop.post(() -> {
                throw new StackOverflowError();
            });
            loop.post(() -> {
                throw new IllegalStateException("never mind");
            });
            loop.post(end::countDown);
            assertThat(end.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(damage).containsExactly("Could not initialize class Part");
    }
}
