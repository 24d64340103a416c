package dev.dynamicworkers.playground.core.process;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.dynamicworkers.playground.core.runtime.WorkerSocket;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.util.concurrent.atomic.AtomicInteger;

/// A web socket of a worker in this child, whose client is at the other end of the wire: asks the worker for its next
/// message while there is credit, and gives credit when the worker has taken the client's. Safe on any thread; nothing
/// here waits.
final class ServedSocket {
    private final long id;
    private final FrameWriter writer;
    private final WorkerSocket worker;
    private final Runnable over;
    private final Object lock = new Object();

    /// Calls of [#askNext] that have not been looked at: the worker may answer at once, so they must not nest.
    private final AtomicInteger asks = new AtomicInteger();

    @GuardedBy("lock")
    private long credit = Wire.WINDOW;

    @GuardedBy("lock")
    private boolean asking;

    @GuardedBy("lock")
    private boolean finished;

    /// What the client sent and has no credit for again yet.
    @GuardedBy("lock")
    private int taken;

    /// @param over runs when nothing more will be sent, perhaps twice
    ServedSocket(long id, FrameWriter writer, WorkerSocket worker, Runnable over) {
        this.id = id;
        this.writer = writer;
        this.worker = worker;
        this.over = over;
    }

    /// The client has it: starts to send what the worker says.
    void begin() {
        askNext();
    }

    /// Takes a frame of the application.
    void handle(Frame frame) {
        if (frame.kind() == FrameKind.SOCKET_CREDIT) {
            synchronized (lock) {
                credit += frame.count();
            }
            askNext();
            return;
        }
        var message = SocketFrame.message(frame);
        worker.send(message);
        if (message instanceof SocketMessage.Lost) {
            finish();
        } else {
            synchronized (lock) {
                taken += SocketFrame.cost(frame);
            }
            worker.whenRoom(this::giveRoom);
        }
    }

    private void giveRoom() {
        int room;
        synchronized (lock) {
            room = taken;
            taken = 0;
        }
        if (room > 0) {
            writer.send(Frame.ofCount(FrameKind.SOCKET_CREDIT, id, room));
        }
    }

    private void askNext() {
        if (asks.getAndIncrement() != 0) {
            return;
        }
        do {
            if (mayAsk()) {
                worker.receive(this::send);
            }
        } while (asks.decrementAndGet() != 0);
    }

    private boolean mayAsk() {
        synchronized (lock) {
            boolean may = !asking && !finished && credit > 0;
            asking |= may;
            return may;
        }
    }

    private void send(SocketMessage message) {
        var frame = SocketFrame.of(id, message);
        int size = frame.payload().length;
        boolean fits = size <= Wire.MOST_FROM_ENGINE;
        if (!fits) {
            frame = SocketFrame.of(
                    id,
                    new SocketMessage.Lost("The worker sent a message of " + (size >> 20)
                            + " MiB over its WebSocket, which is more than can be handed on."));
        }
        synchronized (lock) {
            if (finished) {
                return;
            }
            asking = false;
            credit -= SocketFrame.cost(frame);
            // Under the lock: nothing is sent after the end was told.
            writer.send(frame);
        }
        if (!fits) {
            worker.send(new SocketMessage.Lost("The message is larger than the client can take."));
        }
        if (!fits || SocketFrame.isLast(message)) {
            finish();
        } else {
            askNext();
        }
    }

    /// Nothing more is sent.
    void finish() {
        synchronized (lock) {
            finished = true;
        }
        over.run();
    }
}
