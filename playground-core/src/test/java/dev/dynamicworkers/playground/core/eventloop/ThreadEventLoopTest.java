package dev.dynamicworkers.playground.core.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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

    @Test
    void noErrorOfALogEndsTheLoop() throws InterruptedException {
        List<String> damage = new CopyOnWriteArrayList<>();
        CountDownLatch end = new CountDownLatch(1);
        Logger log = Logger.getLogger(ThreadEventLoop.class.getName());
        Handler broken = new Broken();
        log.addHandler(broken);
        try (ThreadEventLoop loop = new ThreadEventLoop(Broken.LOOP, met -> damage.add(met.getMessage()))) {
            loop.post(() -> {
                throw new NoClassDefFoundError("Could not initialize class Part");
            });
            loop.post(() -> {
                throw new IllegalStateException("never mind");
            });
            loop.post(end::countDown);
            assertThat(end.await(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            log.removeHandler(broken);
        }
        assertThat(damage).containsExactly("Could not initialize class Part", Broken.PART, Broken.PART);
    }

    /// Needs a class that code which ran out of stack has broken.
    private static final class Broken extends Handler {
        static final String LOOP = "cannot log";
        static final String PART = "Could not initialize class of a log";

        @Override
        public void publish(LogRecord line) {
            if (Thread.currentThread().getName().equals(LOOP)) {
                throw new NoClassDefFoundError(PART);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
