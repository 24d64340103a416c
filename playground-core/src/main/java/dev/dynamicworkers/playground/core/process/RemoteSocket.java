package dev.dynamicworkers.playground.core.process;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.dynamicworkers.playground.core.runtime.WorkerSocket;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A web socket whose worker runs in an engine process, as its client holds it. What the worker sends is kept until the
/// client asks for it, and the engine is held to its credit. Safe on any thread.
final class RemoteSocket implements WorkerSocket {
    private final long id;
    private final FrameWriter writer;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Deque<Frame> arrived = new ArrayDeque<>();

    @GuardedBy("lock")
    private @Nullable Consumer<SocketMessage> receiver;

    @GuardedBy("lock")
    private @Nullable Runnable onRoom;

    /// What has arrived and was not asked for.
    @GuardedBy("lock")
    private long waiting;

    /// What was sent and the worker has not taken.
    @GuardedBy("lock")
    private long outstanding;

    @GuardedBy("lock")
    private boolean sentLast;

    @GuardedBy("lock")
    private boolean gotLast;

    /// Nobody listens to the engine any more.
    @GuardedBy("lock")
    private boolean over;

    /// @param id number of the call that it belongs to
    RemoteSocket(long id, FrameWriter writer) {
        this.id = id;
        this.writer = writer;
    }

    @Override
    public void send(SocketMessage message) {
        var frame = SocketFrame.of(id, message);
        synchronized (lock) {
            if (sentLast) {
                return;
            }
            sentLast = SocketFrame.isLast(message);
            outstanding += SocketFrame.cost(frame);
            writer.send(frame);
        }
    }

    @Override
    public void receive(Consumer<SocketMessage> next) {
        Frame frame;
        synchronized (lock) {
            frame = arrived.poll();
            if (frame == null) {
                receiver = next;
                return;
            }
            waiting -= SocketFrame.cost(frame);
        }
        give(frame, next);
    }

    private void give(Frame frame, Consumer<SocketMessage> next) {
        writer.send(Frame.ofCount(FrameKind.SOCKET_CREDIT, id, SocketFrame.cost(frame)));
        next.accept(SocketFrame.message(frame));
    }

    @Override
    public void whenRoom(Runnable action) {
        synchronized (lock) {
            if (outstanding >= Wire.WINDOW) {
                onRoom = action;
                return;
            }
        }
        action.run();
    }

    /// Takes a frame of the engine; never waits.
    ///
    /// @throws WireViolation where the engine must not send it
    void handle(Frame frame) {
        if (frame.kind() == FrameKind.SOCKET_CREDIT) {
            credit(frame.count());
        } else {
            arrive(frame);
        }
    }

    private void credit(int count) {
        Runnable action;
        synchronized (lock) {
            if (over) {
                return;
            }
            if (count < 0 || count > outstanding) {
                throw new WireViolation("credit for more than it was sent");
            }
            outstanding -= count;
            if (outstanding >= Wire.WINDOW) {
                return;
            }
            action = onRoom;
            onRoom = null;
        }
        if (action != null) {
            action.run();
        }
    }

    private void arrive(Frame frame) {
        boolean last = SocketFrame.isLast(SocketFrame.message(frame));
        Consumer<SocketMessage> next;
        synchronized (lock) {
            if (over) {
                return;
            }
            if (gotLast) {
                throw new WireViolation("a message " + frame.kind() + " out of order");
            }
            if (waiting >= Wire.WINDOW) {
                throw new WireViolation("more over a web socket than was asked for");
            }
            gotLast = last;
            next = receiver;
            receiver = null;
            if (next == null) {
                arrived.add(frame);
                waiting += SocketFrame.cost(frame);
                return;
            }
        }
        give(frame, next);
    }

    /// The call is over, or its engine is gone: nothing more arrives.
    void over(String reason) {
        Consumer<SocketMessage> next;
        Runnable action;
        synchronized (lock) {
            over = true;
            sentLast = true;
            outstanding = 0;
            action = onRoom;
            onRoom = null;
            next = receiver;
            receiver = null;
            if (gotLast) {
                next = null;
            } else if (next == null) {
                arrived.add(Frame.ofText(FrameKind.SOCKET_LOST, id, reason));
            }
        }
        if (action != null) {
            action.run();
        }
        if (next != null) {
            next.accept(new SocketMessage.Lost(reason));
        }
    }
}
