package dev.dynamicworkers.playground.core.io;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A byte stream that guest code of an invocation produces. Each pull is a turn of the producer. Runs on the event
/// loop's thread.
public final class IsolateStream implements StreamSource {
    private final InvocationContext producer;
    private final int id;
    private final Map<Long, Receiver> open = new HashMap<>();
    private long lastTicket;
    private boolean closed;

    /// Why there is no more of it although it was not over.
    private @Nullable Failure cutOff;

    /// @param id by which the producer's isolate knows it (runtime source `io/streams`)
    public IsolateStream(InvocationContext producer, int id) {
        this.producer = producer;
        this.id = id;
        producer.streams().opened(id, this);
        producer.onEnd(this::producerEnded);
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
        long ticket = ++lastTicket;
        open.put(ticket, receiver);
        producer.worker().isolate().loop().post(() -> producer.run("io/streams.pull", id, id * 1_000_000L + ticket));
    }

    /// The producer answers a pull.
    public static void answer(
            InvocationContext producer, long key, byte @Nullable [] bytes, boolean end, @Nullable Failure failure) {
        IsolateStream stream = producer.streams().find((int) (key / 1_000_000L));
        if (stream == null) {
            return;
        }
        Receiver receiver = stream.open.remove(key % 1_000_000L);
        if (failure != null) {
            producer.trace().exception(failure.error());
            producer.streams().broke();
        }
        if (end || failure != null || bytes == null) {
            stream.close();
        }
        if (receiver == null) {
            return;
        }
        if (failure != null) {
            receiver.failed(failure);
        } else {
            receiver.chunk(bytes);
        }
    }

    @Override
    public void cancel() {
        if (closed) {
            return;
        }
        producer.worker().isolate().loop().post(() -> {
            producer.streams().broke();
            producer.run("io/streams.cancel", id);
            close();
        });
    }

    private void close() {
        if (!closed) {
            closed = true;
            producer.streamClosed(id);
        }
    }

    /// What the reader of a stream is told whose producer ended before it.
    static Failure cutOff(InvocationContext producer) {
        Failure reason = producer.endFailure();
        return reason != null
                ? reason
                : Failure.of("Error", "The stream's producer ended before the stream did.", Failure.Remoteness.REMOTE);
    }

    private void producerEnded() {
        if (closed) {
            return;
        }
        closed = true;
        Failure failure = cutOff(producer);
        cutOff = failure;
        open.values().forEach(receiver -> receiver.failed(failure));
        open.clear();
    }
}
