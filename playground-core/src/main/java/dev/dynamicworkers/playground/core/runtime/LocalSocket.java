package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.io.SocketEnd;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A client's end of a web socket whose worker runs in this JVM. Says when both sides have closed it.
final class LocalSocket implements WorkerSocket {
    private final SocketEnd end;
    private final Consumer<SocketMessage> seen;
    private final Runnable over;
    private final AtomicBoolean sentLast = new AtomicBoolean();
    private final AtomicBoolean gotLast = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();

    /// @param seen hears what the worker sends, on the thread that takes it
    /// @param over runs once, on any thread
    LocalSocket(SocketEnd end, Consumer<SocketMessage> seen, Runnable over) {
        this.end = end;
        this.seen = seen;
        this.over = over;
    }

    @Override
    public void send(SocketMessage message) {
        end.send(message);
        note(message, sentLast);
    }

    @Override
    public void receive(Consumer<SocketMessage> next) {
        end.receive(message -> {
            note(message, gotLast);
            seen.accept(message);
            next.accept(message);
        });
    }

    @Override
    public void whenRoom(Runnable action) {
        end.whenRoom(action);
    }

    private void note(SocketMessage message, AtomicBoolean last) {
        switch (message) {
            case SocketMessage.Lost lost -> {
                sentLast.set(true);
                gotLast.set(true);
            }
            case SocketMessage.Close close -> last.set(true);
            default -> {
                // More may come.
            }
        }
        if (sentLast.get() && gotLast.get() && told.compareAndSet(false, true)) {
            over.run();
        }
    }
}
