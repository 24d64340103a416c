package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Web sockets outlive the time that `waitUntil()` work has, and their invocation ends with them.
final class LongSocketTest {
    private static final Duration WAIT_UNTIL = Duration.ofMillis(50);

    private static final String WORKER = """
        export default {
          fetch() {
            const { 0: client, 1: server } = new WebSocketPair();
            server.accept();
            server.addEventListener('message', async ({ data }) => {
              await scheduler.wait(Number(data));
              server.send('after ' + data);
            });
            server.addEventListener('close', () => server.close());
            return new Response(null, { status: 101, webSocket: client });
          },
        };
        """;

    @Test
    void socketIsNoWorkThatIsWaitedFor(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            { "name": "long", "main": "index.js", "compatibility_date": "2026-01-01" }
            """);
        Files.writeString(folder.resolve("index.js"), WORKER);
        try (WorkerRuntime runtime = LocalRuntime.start()) {
            var project = runtime.start(
                    new ProjectReader().read(folder, Map.of()),
                    RuntimeOptions.DEFAULT.limiting(Limit.WAIT_UNTIL, WAIT_UNTIL.toMillis()),
                    event -> {});
            var client = new CompletableFuture<WorkerSocket>();
            var headers = List.of(new Header("upgrade", "websocket"));
            var request = new Invocation.Fetch("GET", "http://long.test/", headers, new RequestBody.None(), null);
            var result = project.dispatch(request, new Upgrading(client));
            var socket = client.orTimeout(60, TimeUnit.SECONDS).join();

            socket.send(new SocketMessage.Text("300"));

            assertThat(next(socket)).isEqualTo(new SocketMessage.Text("after 300"));
            assertThat(result).isNotDone();
            socket.send(new SocketMessage.Close(1000, ""));
            assertThat(next(socket)).isEqualTo(new SocketMessage.Close(SocketMessage.NO_STATUS, ""));
            assertThat(result.orTimeout(60, TimeUnit.SECONDS).join().outcome()).isEqualTo(EventOutcome.OK);
            project.close();
        }
    }

    private static SocketMessage next(WorkerSocket socket) {
        var message = new CompletableFuture<SocketMessage>();
        socket.receive(message::complete);
        return message.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /// Takes the socket and nothing else.
    private record Upgrading(CompletableFuture<WorkerSocket> client) implements ResponseListener {
        @Override
        public boolean upgrade(List<Header> headers, WorkerSocket socket) {
            return client.complete(socket);
        }

        @Override
        public void head(int status, String statusText, List<Header> headers) {
            client.completeExceptionally(new AssertionError("answered " + status));
        }

        @Override
        public void chunk(byte[] bytes) {
            // There is no body.
        }

        @Override
        public void end(boolean complete) {
            // There is no body.
        }
    }
}
