package dev.dynamicworkers.playground.core.process;

import java.util.concurrent.atomic.AtomicLong;

/// Holds an engine process to the order of the frames of one call, and to the credit that it has: what it sends is kept
/// until the listener takes it. Frames are looked at by the connection's reader; any thread tells what was taken.
final class AnswerOrder {
    /// A sender may overdraw its credit by one piece.
    private static final int MOST_WAITING = Wire.WINDOW + 64 * 1024;

    private final AtomicLong waiting = new AtomicLong();
    private State state = State.NOTHING;
    // volatile: written by the call's own thread, read by the connection's reader
    private volatile boolean isSocketHeld;

    private enum State {
        NOTHING,
        UPGRADE,
        BODY,
        BODY_OVER,
        OVER
    }

    /// Looks at a frame.
    ///
    /// @return whether it is of use; nobody waits any more for what comes after the reply
    /// @throws WireViolation where it stands in the wrong place, or is more than was asked for
    boolean accept(Frame frame) {
        if (state == State.OVER) {
            return false;
        }
        state = switch (frame.kind()) {
            case UPGRADE -> in(State.NOTHING, State.UPGRADE, frame);
            case HEAD -> isRefused() ? State.BODY : in(State.NOTHING, State.BODY, frame);
            case CHUNK -> {
                if (waiting.addAndGet(frame.payload().length) > MOST_WAITING) {
                    throw new WireViolation("more of a response body than was asked for");
                }
                yield in(State.BODY, State.BODY, frame);
            }
            case END, END_BROKEN ->
                state == State.NOTHING || isRefused() ? State.BODY_OVER : in(State.BODY, State.BODY_OVER, frame);
            case REPLY, FAILURE -> State.OVER;
            default -> throw new WireViolation("a message " + frame.kind() + " that belongs to no call");
        };
        return true;
    }

    /// Somebody holds the web socket: there is no response body.
    void socketHeld() {
        isSocketHeld = true;
    }

    /// Whether the response is an ordinary one after all.
    private boolean isRefused() {
        return state == State.UPGRADE && !isSocketHeld;
    }

    /// The listener has taken so many bytes.
    void taken(int count) {
        waiting.addAndGet(-count);
    }

    private State in(State expected, State next, Frame frame) {
        if (state != expected) {
            throw new WireViolation("a message " + frame.kind() + " out of order");
        }
        return next;
    }
}
