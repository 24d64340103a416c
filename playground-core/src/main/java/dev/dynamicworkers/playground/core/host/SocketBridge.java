package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.SocketEnd;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Connects a web socket of the network with an end of a pipe. It takes the next message from either side only when the
/// other side has taken the one before. Pings are answered by the client library.
///
/// Its methods are called by the client library, one after the other.
final class SocketBridge implements WebSocket.Listener {
    private final SocketEnd end;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    SocketBridge(SocketEnd end) {
        this.end = end;
    }

    // ---- from the network to the worker ----

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean last) {
        text.append(piece);
        if (last) {
            end.send(new SocketMessage.Text(text.toString()));
            text.setLength(0);
        }
        end.whenRoom(() -> socket.request(1));
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer piece, boolean last) {
        byte[] copy = new byte[piece.remaining()];
        piece.get(copy);
        bytes.writeBytes(copy);
        if (last) {
            end.send(new SocketMessage.Binary(bytes.toByteArray()));
            bytes.reset();
        }
        end.whenRoom(() -> socket.request(1));
        return null;
    }

    /// The worker's own closing frame is the answer, so the library is kept from giving one.
    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end.send(new SocketMessage.Close(code, reason));
        return new CompletableFuture<>();
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        end.send(new SocketMessage.Lost("WebSocket connection lost: " + error.getMessage()));
    }

    // ---- from the worker to the network ----

    /// Sends what the worker sends, until it closes.
    static void pump(SocketEnd end, WebSocket socket) {
        end.receive(message -> {
            CompletableFuture<WebSocket> sent = switch (message) {
                case SocketMessage.Text(String text) -> socket.sendText(text, true);
                case SocketMessage.Binary(byte[] bytes) -> socket.sendBinary(ByteBuffer.wrap(bytes), true);
                case SocketMessage.Close(int code, String reason) ->
                    // The library can't send a closing frame without a status.
                    socket.sendClose(code == SocketMessage.NO_STATUS ? WebSocket.NORMAL_CLOSURE : code, reason);
                case SocketMessage.Lost lost -> {
                    socket.abort();
                    yield CompletableFuture.completedFuture(socket);
                }
            };
            boolean over = message instanceof SocketMessage.Close || message instanceof SocketMessage.Lost;
            var unused = sent.whenComplete((done, failure) -> {
                if (failure != null) {
                    end.send(new SocketMessage.Lost("WebSocket connection lost: " + failure.getMessage()));
                } else if (!over) {
                    pump(end, socket);
                }
            });
        });
    }
}
