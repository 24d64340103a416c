package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Both ends of the wire in one virtual machine.
///
/// @param fake the runtime at the child's end
/// @param connection the application's end
record WirePair(FakeRuntime fake, EngineConnection connection, Pipe down, KnownProject project)
        implements AutoCloseable {
    static WirePair open() throws IOException {
        var fake = new FakeRuntime();
        var down = Pipe.open();
        var up = Pipe.open();
        var server =
                new EngineServer(fake, Channels.newInputStream(down.source()), Channels.newOutputStream(up.sink()));
        Thread.startVirtualThread(() -> serve(server));
        var connection =
                new EngineConnection(Channels.newInputStream(up.source()), Channels.newOutputStream(down.sink()));
        connection.start();
        var project = new KnownProject(1, Projects.full(), RuntimeOptions.DEFAULT, event -> {});
        return new WirePair(fake, connection, down, project);
    }

    private static void serve(EngineServer server) {
        try {
            server.serve();
        } catch (IOException gone) {
            assertThat(gone).hasNoCause();
        }
    }

    CompletableFuture<InvocationResult> send(String path, @Nullable ResponseListener listener) {
        return connection.dispatch(
                project,
                new Invocation.Fetch("GET", "http://fake" + path, List.of(), new RequestBody.None(), null),
                listener);
    }

    /// Waits until a number has not changed for a moment.
    static long still(AtomicLong number) throws InterruptedException {
        long before = -1;
        while (before != number.get()) {
            before = number.get();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return before;
    }

    @Override
    public void close() throws IOException {
        connection.close(EventOutcome.CANCELED, "over");
        down.sink().close();
    }
}
