package dev.dynamicworkers.playground.core.io;

import org.jspecify.annotations.Nullable;

/// A byte stream from elsewhere that an invocation passes on without having read from it: its bytes do not enter the
/// invocation's isolate. Until it is over the invocation is not. Runs on the event loop's thread.
final class PassedStream implements StreamSource {
    private final InvocationContext passer;
    private final StreamSource source;
    private final int id;
    private @Nullable Receiver waiting;
    private boolean closed;

    /// Why there is no more of it although it was not over.
    private @Nullable Failure cutOff;

    private PassedStream(InvocationContext passer, StreamSource source, int id) {
        this.passer = passer;
        this.source = source;
        this.id = id;
    }

    /// Takes a stream out of the table of the invocation's isolate.
    static StreamSource takeOver(InvocationContext passer, int handle) {
        if (!(passer.worker().isolate().handles().remove(handle) instanceof StreamSource source)) {
            throw new IllegalStateException("no stream to pass on");
        }
        PassedStream stream = new PassedStream(passer, source, -handle);
        passer.streams().opened(stream.id, stream);
        passer.onEnd(stream::passerEnded);
        return stream;
    }

    @Override
    public void pull(Receiver receiver) {
        Failure cut = cutOff;
        if (cut != null) {
            receiver.failed(cut);
            return;
        }
        if (closed) {
            receiver.chunk(null);
            return;
        }
        waiting = receiver;
        source.pull(new Receiver() {
            @Override
            public void chunk(byte @Nullable [] bytes) {
                Receiver asked = answered();
                if (bytes == null) {
                    close();
                }
                if (asked != null) {
                    asked.chunk(bytes);
                }
            }

            @Override
            public void failed(Failure failure) {
                Receiver asked = answered();
                if (asked == null) {
                    return;
                }
                passer.trace().exception(failure.error());
                passer.streams().broke();
                close();
                asked.failed(failure);
            }
        });
    }

    private @Nullable Receiver answered() {
        Receiver asked = waiting;
        waiting = null;
        return asked;
    }

    @Override
    public void cancel() {
        if (!closed) {
            passer.streams().broke();
            source.cancel();
            close();
        }
    }

    private void close() {
        if (!closed) {
            closed = true;
            passer.streamClosed(id);
        }
    }

    private void passerEnded() {
        if (closed) {
            return;
        }
        closed = true;
        source.cancel();
        Failure failure = IsolateStream.cutOff(passer);
        cutOff = failure;
        Receiver asked = answered();
        if (asked != null) {
            asked.failed(failure);
        }
    }
}
