package dev.dynamicworkers.playground.core.rpc;

import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.StreamSink;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A writable stream of an invocation that another isolate writes to. Runs on the event loop's thread.
final class IsolateSink implements StreamSink {
    private final InvocationContext owner;
    private final int id;
    private final Map<Integer, Consumer<@Nullable Failure>> open = new HashMap<>();
    private int lastTicket;

    IsolateSink(InvocationContext owner, int id) {
        this.owner = owner;
        this.id = id;
        owner.exportsChanged(1);
    }

    @Override
    public void operate(String operation, byte @Nullable [] bytes, Consumer<@Nullable Failure> done) {
        int ticket = ++lastTicket;
        open.put(ticket, done);
        owner.worker().isolate().loop().post(() -> {
            if (owner.isEnded()) {
                answer(ticket, Failure.of("Error", "The stream's owner is gone.", Failure.Remoteness.REMOTE));
                return;
            }
            int handle = owner.worker().isolate().handles().put(this);
            owner.run(
                    "io/streams.write",
                    id,
                    handle * 1_000_000.0 + ticket,
                    operation,
                    owner.worker().isolate().toGuest(bytes));
            if (!operation.equals("write")) {
                owner.exportsChanged(-1);
            }
        });
    }

    /// The owner did an operation.
    void answer(int ticket, @Nullable Failure failure) {
        Consumer<@Nullable Failure> done = open.remove(ticket);
        if (done != null) {
            done.accept(failure);
        }
    }
}
