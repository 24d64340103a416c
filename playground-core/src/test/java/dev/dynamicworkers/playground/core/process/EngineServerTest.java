package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Who waits for whom.
final class EngineServerTest {
    @Test
    void producerWaitsForAListenerThatBlocks() throws InterruptedException, IOException {
        var firstChunk = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var taken = new AtomicLong();
        try (var pair = WirePair.open()) {
            var result = pair.send("/pieces?1000", new ResponseListener() {
                @Override
                public void head(int status, String statusText, List<Header> headers) {}

                @Override
                public void chunk(byte[] bytes) {
                    taken.addAndGet(bytes.length);
                    firstChunk.countDown();
                    try {
                        assertThat(goOn.await(120, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                }

                @Override
                public void end(boolean complete) {
                    taken.addAndGet(complete ? 1 : 0);
                }
            });
            assertThat(firstChunk.await(120, TimeUnit.SECONDS)).isTrue();

            assertThat(WirePair.still(pair.fake().produced))
                    .isBetween((long) Wire.WINDOW - 16 * 1024, (long) Wire.WINDOW + 16 * 1024);

            goOn.countDown();
            assertThat(Answers.response(Answers.of(result)).status()).isEqualTo(200);
            assertThat(taken).hasValue(1000 * 16 * 1024 + 1);
        }
    }
}
