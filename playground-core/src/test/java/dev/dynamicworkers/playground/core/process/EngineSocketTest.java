package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.runtime.WorkerSocket;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Web sockets over the wire, with both of its ends in one virtual machine.
final class EngineSocketTest {
    private WirePair pair;

    @BeforeEach
    void open() throws IOException {
        pair = WirePair.open();
    }

    @AfterEach
    void close() throws IOException {
        pair.close();
    }

    @Test
    void messagesAndTheClosingHandshakeGoBothWays() throws InterruptedException {
        var client = new Client("/socket?echo");
        client.socket().send(new SocketMessage.Text("h\u00e9llo"));
        assertThat(client.next()).isEqualTo(new SocketMessage.Text("h\u00e9llo"));
        client.socket().send(new SocketMessage.Binary(new byte[] {0, -1}));
        assertThat(client.next())
                .isInstanceOfSatisfying(
                        SocketMessage.Binary.class,
                        binary -> assertThat(binary.bytes()).containsExactly(0, -1));
        client.socket().send(new SocketMessage.Close(4001, "bye"));
        assertThat(client.next()).isEqualTo(new SocketMessage.Close(4001, "bye"));
        assertThat(client.headers).containsExactly(new Header("x-worker", "yes"));
        var result = Answers.of(client.result);
        assertThat(result.outcome()).isEqualTo(EventOutcome.OK);
        assertThat(Answers.response(result).status()).isEqualTo(101);
    }

    @Test
    void aFloodWaitsForAClientThatDoesNotAsk() throws InterruptedException {
        var client = new Client("/socket?echo");
        client.socket().send(new SocketMessage.Text("flood"));

        assertThat(WirePair.still(pair.fake().handedOn)).isBetween(1L, 300L);

        for (int i = 0; i < FakeSocket.FLOOD; i++) {
            assertThat(client.next()).isEqualTo(new SocketMessage.Text(FakeSocket.FLOODED));
        }
    }

    @Test
    void aClientWaitsForAWorkerThatDoesNotTake() throws InterruptedException {
        var idle = new Client("/socket?idle");
        var echo = new Client("/socket?echo");
        for (var client : List.of(idle, echo)) {
            for (int i = 0; i < 30; i++) {
                client.socket().send(new SocketMessage.Binary(new byte[64 * 1024]));
            }
        }
        var idleHasRoom = new AtomicBoolean();
        idle.socket().whenRoom(() -> idleHasRoom.set(true));
        var room = new CompletableFuture<Boolean>();
        echo.socket().whenRoom(() -> room.complete(true));

        assertThat(Answers.of(room)).isTrue();
        assertThat(idleHasRoom).isFalse();
    }

    @Test
    void aSocketThatNobodyHoldsIsLetGoOf() throws InterruptedException {
        var result = Answers.of(pair.send("/socket?echo", null));

        assertThat(Answers.response(result).status()).isEqualTo(201);
    }

    @Test
    void aMessageThatDoesNotFitEndsTheSocketAlone() throws InterruptedException {
        var client = new Client("/socket?echo");
        client.socket().send(new SocketMessage.Text("huge"));

        assertThat(client.next())
                .isEqualTo(new SocketMessage.Lost(
                        "The worker sent a message of 72 MiB over its WebSocket, which is more than can be"
                                + " handed on."));
        assertThat(Answers.of(client.result).outcome()).isEqualTo(EventOutcome.OK);
    }

    @Test
    void socketsAreLostWithTheirEngine() throws InterruptedException {
        var client = new Client("/socket?echo");
        client.socket().send(new SocketMessage.Text("first"));
        assertThat(client.next()).isEqualTo(new SocketMessage.Text("first"));

        pair.connection().close(EventOutcome.INTERNAL_ERROR, "The engine is gone.");

        assertThat(client.next()).isEqualTo(new SocketMessage.Lost("The engine is gone."));
        assertThat(Answers.of(client.result).outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
        client.socket().send(new SocketMessage.Text("into the void"));
    }

    /// Holds the socket that a worker accepts.
    private final class Client implements ResponseListener {
        private final CompletableFuture<WorkerSocket> held = new CompletableFuture<>();
        private final CompletableFuture<InvocationResult> result;
        private List<Header> headers = List.of();

        private Client(String path) {
            result = pair.send(path, this);
        }

        WorkerSocket socket() throws InterruptedException {
            return Answers.of(held);
        }

        SocketMessage next() throws InterruptedException {
            var message = new CompletableFuture<SocketMessage>();
            socket().receive(message::complete);
            return Answers.of(message);
        }

        @Override
        public boolean upgrade(List<Header> given, WorkerSocket socket) {
            headers = given;
            held.complete(socket);
            return true;
        }

        @Override
        public void head(int status, String statusText, List<Header> given) {}

        @Override
        public void chunk(byte[] bytes) {}

        @Override
        public void end(boolean complete) {}
    }
}
