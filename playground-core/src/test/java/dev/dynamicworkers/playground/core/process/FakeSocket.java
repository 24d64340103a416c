package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.io.SocketEnd;
import dev.dynamicworkers.playground.core.runtime.WorkerSocket;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A web socket as the engine holds its client's end, with a worker that echoes, floods, or takes nothing.
///
/// @param client the client's end
/// @param handedOn messages of the worker that were asked for
record FakeSocket(SocketEnd client, AtomicLong handedOn) implements WorkerSocket {
    static final int FLOOD = 2000;
    static final String FLOODED = "x".repeat(1000);

    /// Starts a worker.
    ///
    /// @param kind `echo` or `idle`, which takes no message but the first
    /// @param over runs when the worker has closed its end
    static FakeSocket open(String kind, AtomicLong handedOn, Runnable over) {
        var pair = SocketEnd.pair();
        take(pair.second(), kind.equals("echo"), over);
        return new FakeSocket(pair.first(), handedOn);
    }

    private static void take(SocketEnd worker, boolean goesOn, Runnable over) {
        worker.receive(message -> {
            switch (message) {
                case SocketMessage.Text(String text)
                when text.equals("flood") -> {
                    for (int i = 0; i < FLOOD; i++) {
                        worker.send(new SocketMessage.Text(FLOODED));
                    }
                }
                case SocketMessage.Text(String text)
                when text.equals("huge") -> worker.send(new SocketMessage.Text("\u20ac".repeat(24 << 20)));
                case SocketMessage.Text _, SocketMessage.Binary _ -> worker.send(message);
                case SocketMessage.Close _ -> {
                    worker.send(message);
                    over.run();
                }
                case SocketMessage.Lost _ -> over.run();
            }
            if (goesOn) {
                take(worker, /* goesOn= */ true, over);
            }
        });
    }

    @Override
    public void send(SocketMessage message) {
        client.send(message);
    }

    @Override
    public void receive(Consumer<SocketMessage> next) {
        client.receive(message -> {
            handedOn.incrementAndGet();
            next.accept(message);
        });
    }

    @Override
    public void whenRoom(Runnable action) {
        client.whenRoom(action);
    }
}
