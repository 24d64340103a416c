package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.util.function.Consumer;

/// A web socket that a worker accepted, as its client holds it. Safe on any thread; no call blocks.
public interface WorkerSocket {
    /// Sends a message to the worker; nothing can follow [SocketMessage.Close] and [SocketMessage.Lost].
    void send(SocketMessage message);

    /// Asks for the worker's next message. A client that does not ask holds the worker's messages back.
    ///
    /// @param next called once, perhaps before this method returns, and on a thread that it must not block
    void receive(Consumer<SocketMessage> next);

    /// Runs an action once the worker has taken enough of what was sent: perhaps at once, at most once.
    void whenRoom(Runnable action);
}
