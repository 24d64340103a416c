package dev.dynamicworkers.playground.core.api.websocket;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One end of a web socket. What is sent here arrives at the peer, in order, at whoever asks for it; messages wait
/// until then.
///
/// Held by a WebSocket object of an isolate, or by what connects the pipe to the network. Safe on any thread;
/// receivers are called on the
/// sender's thread and must only hand over.
public final class SocketEnd {
    private final Deque<SocketMessage> arrived = new ArrayDeque<>();
    private @Nullable Consumer<SocketMessage> receiver;
    private @Nullable SocketEnd peer;
    private boolean finished;

    private SocketEnd() {}

    /// Two ends that are connected to one another.
    ///
    /// @param first one end
    /// @param second the other
    public record Pair(SocketEnd first, SocketEnd second) {}

    /// Makes a pipe.
    public static Pair pair() {
        SocketEnd first = new SocketEnd();
        SocketEnd second = new SocketEnd();
        first.peer = second;
        second.peer = first;
        return new Pair(first, second);
    }

    /// Sends a message to the peer; nothing can follow [SocketMessage.Close] and [SocketMessage.Lost].
    public void send(SocketMessage message) {
        SocketEnd target = peer;
        synchronized (this) {
            if (finished || target == null) {
                return;
            }
            finished = message instanceof SocketMessage.Close || message instanceof SocketMessage.Lost;
        }
        target.arrive(message);
    }

    /// Lets go of this end: the peer learns that it is lost, unless the closing handshake was sent before.
    public void abandon() {
        send(new SocketMessage.Lost("WebSocket disconnected without sending Close frame."));
        synchronized (this) {
            receiver = null;
            arrived.clear();
        }
    }

    /// Asks for the next message; `next` is called once, perhaps before this method returns.
    public void receive(Consumer<SocketMessage> next) {
        SocketMessage message;
        synchronized (this) {
            message = arrived.poll();
            if (message == null) {
                receiver = next;
                return;
            }
        }
        next.accept(message);
    }

    private void arrive(SocketMessage message) {
        Consumer<SocketMessage> waiting;
        synchronized (this) {
            waiting = receiver;
            receiver = null;
            if (waiting == null) {
                arrived.add(message);
                return;
            }
        }
        waiting.accept(message);
    }
}
