package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Both ends of the wire in one virtual machine.
final class EngineServerTest {
    @Test
    void producerWaitsForAListenerThatBlocks() throws InterruptedException, IOException {
        var fake = new FakeRuntime();
        var down = Pipe.open();
        var up = Pipe.open();
        var server =
                new EngineServer(fake, Channels.newInputStream(down.source()), Channels.newOutputStream(up.sink()));
        var serving = Thread.startVirtualThread(() -> serve(server));
        var connection =
                new EngineConnection(Channels.newInputStream(up.source()), Channels.newOutputStream(down.sink()));
        connection.start();
        var project = new KnownProject(1, Projects.full(), RuntimeOptions.DEFAULT, event -> {});
        var firstChunk = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var taken = new AtomicLong();

        var result = connection.dispatch(
                project,
                new Invocation.Fetch("GET", "http://fake/pieces?1000", List.of(), new RequestBody.None(), null),
                new ResponseListener() {
                    @Override
                    public void head(int status, String statusText, List<Header> headers) {}

                    @Override
                    public void chunk(byte[] bytes) {
                        taken.addAndGet(bytes.length);
                        firstChunk.countDown();
                        try {
                            assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                    }

                    @Override
                    public void end(boolean complete) {
                        taken.addAndGet(complete ? 1 : 0);
                    }
                });
        assertThat(firstChunk.await(20, TimeUnit.SECONDS)).isTrue();
        awaitStill(fake.produced);

        assertThat(fake.produced)
                .satisfies(n ->
                        assertThat(n.get()).isBetween((long) Wire.WINDOW - 16 * 1024, (long) Wire.WINDOW + 16 * 1024));
        goOn.countDown();
        assertThat(Answers.response(Answers.of(result)).status()).isEqualTo(200);
        assertThat(taken).hasValue(1000 * 16 * 1024 + 1);
        connection.close(EventOutcome.CANCELED, "over");
        down.sink().close();
        serving.join();
    }

    private static void awaitStill(AtomicLong number) throws InterruptedException {
        long before = -1;
        while (before != number.get()) {
            before = number.get();
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static void serve(EngineServer server) {
        try {
            server.serve();
        } catch (IOException gone) {
            assertThat(gone).hasNoCause();
        }
    }
}
