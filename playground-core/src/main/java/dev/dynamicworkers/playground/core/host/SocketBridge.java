package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.SocketEnd;
import dev.dynamicworkers.playground.core.network.WebSocketConnection;
import dev.dynamicworkers.playground.core.trace.SecretLeak;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.io.IOException;
import java.util.concurrent.Executor;

/// Connects a web socket of the network with an end of a pipe. It takes the next message from either side only when the
/// other side has taken the one before. Each direction runs on virtual threads, one after the other.
final class SocketBridge {
    private final SocketEnd end;
    private final WebSocketConnection socket;
    private final Executor executor;
    private final Tripwire tripwire;
    private final Pass pass;

    SocketBridge(SocketEnd end, WebSocketConnection socket, Executor executor, Tripwire tripwire, Pass pass) {
        this.end = end;
        this.socket = socket;
        this.executor = executor;
        this.tripwire = tripwire;
        this.pass = pass;
    }

    void start() {
        executor.execute(this::fromNetwork);
        fromWorker();
    }

    private void fromNetwork() {
        SocketMessage message = masked(socket.receive());
        end.send(message);
        if (!isLast(message)) {
            end.whenRoom(() -> executor.execute(this::fromNetwork));
        }
    }

    /// The worker must not get to see what a rule has set on its handshake.
    private SocketMessage masked(SocketMessage message) {
        return message instanceof SocketMessage.Text(String text)
                        && !pass.injected().isEmpty()
                ? new SocketMessage.Text(pass.injected().mask(text))
                : message;
    }

    private void fromWorker() {
        end.receive(message -> executor.execute(() -> {
            tripwire.message(
                    pass.attempt().sender(),
                    SecretLeak.Place.REQUEST_BODY,
                    message,
                    pass.attempt().target().text());
            try {
                socket.send(message);
                if (!isLast(message)) {
                    fromWorker();
                }
            } catch (IOException lost) {
                String reason = lost.getMessage() == null ? "the connection ended" : lost.getMessage();
                end.send(new SocketMessage.Lost("WebSocket connection lost: " + reason));
            }
        }));
    }

    private static boolean isLast(SocketMessage message) {
        return message instanceof SocketMessage.Close || message instanceof SocketMessage.Lost;
    }
}
