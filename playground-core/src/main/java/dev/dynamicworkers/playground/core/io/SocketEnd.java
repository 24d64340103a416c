package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One end of a web socket. What is sent here arrives at the peer, in order, at whoever asks for it; messages wait
/// until then.
///
/// Held by a WebSocket object of an isolate, or by what connects the pipe to the network. Safe on any thread;
/// receivers are called on the sender's thread and must only hand over.
public final class SocketEnd {
    /// What may wait at an end before its peer should send no more, where the peer can hold back.
    static final long HIGH_WATER = 1 << 20;

    /// What may wait at all: a worker that sends to an end nobody reads must not fill the heap.
    private static final long MOST = 64L << 20;

    private static final String OVERFLOWN = "The other end of the WebSocket does not take its messages: 64 MiB wait.";
    private static final String VANISHED = "WebSocket disconnected without sending Close frame.";

    private final Deque<SocketMessage> arrived = new ArrayDeque<>();
    private @Nullable Consumer<SocketMessage> receiver;
    private @Nullable SocketEnd peer;
    private @Nullable Runnable onRoom;
    private long waitingBytes;
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

    /// Whether something can still be sent from here.
    public synchronized boolean isOpen() {
        return !finished;
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
        send(new SocketMessage.Lost(VANISHED));
        synchronized (this) {
            receiver = null;
            arrived.clear();
            waitingBytes = 0;
        }
        tellRoom();
    }

    /// Breaks the pipe: both ends learn that the other one is lost, unless it had closed before.
    public void breakOff() {
        breakOff(VANISHED);
    }

    private void breakOff(String reason) {
        SocketEnd target = peer;
        if (target != null) {
            target.send(new SocketMessage.Lost(reason));
        }
        send(new SocketMessage.Lost(reason));
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
            waitingBytes -= message.size();
        }
        tellRoom();
        next.accept(message);
    }

    /// What was sent from here and waits for the peer to take it.
    public long bufferedSize() {
        SocketEnd target = peer;
        return target == null ? 0 : target.waitingSize();
    }

    private synchronized long waitingSize() {
        return waitingBytes;
    }

    /// Runs an action once the peer has taken enough of what was sent from here: perhaps at once, and at most once.
    public void whenRoom(Runnable action) {
        SocketEnd target = peer;
        if (target != null && !target.keepForRoom(action)) {
            action.run();
        }
    }

    private synchronized boolean keepForRoom(Runnable action) {
        if (waitingBytes < HIGH_WATER) {
            return false;
        }
        onRoom = action;
        return true;
    }

    private void tellRoom() {
        Runnable action;
        synchronized (this) {
            if (onRoom == null || waitingBytes >= HIGH_WATER) {
                return;
            }
            action = onRoom;
            onRoom = null;
        }
        action.run();
    }

    private void arrive(SocketMessage message) {
        Consumer<SocketMessage> waiting;
        boolean overflown = false;
        synchronized (this) {
            waiting = receiver;
            receiver = null;
            if (waiting == null) {
                arrived.add(message);
                waitingBytes += message.size();
                overflown = waitingBytes > MOST;
                if (overflown) {
                    arrived.clear();
                    waitingBytes = 0;
                }
            }
        }
        if (waiting != null) {
            waiting.accept(message);
        } else if (overflown) {
            breakOff(OVERFLOWN);
        }
    }
}
