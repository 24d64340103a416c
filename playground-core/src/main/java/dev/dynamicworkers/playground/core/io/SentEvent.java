package dev.dynamicworkers.playground.core.io;

/// An event that guest code sent through a stub's `scheduled()` or `queue()`: what its handler decided ends a host
/// operation of the sender's isolate, once the event is over. Runs on the event loop's thread.
public final class SentEvent implements EventCall {
    private final InvocationContext sender;
    private final int op;

    /// @param op the operation of the sender that what came of it ends
    public SentEvent(InvocationContext sender, int op) {
        this.sender = sender;
        this.op = op;
    }

    @Override
    public InvocationContext sender() {
        return sender.living();
    }

    @Override
    public void deliveredTo(InvocationContext callee) {
        callee.served().serves((HandlerEnd) failure -> {
            if (failure != null && callee.served().isUndelivered()) {
                fail(failure);
            }
        });
        callee.onEnd(() -> {
            if (!callee.served().isUndelivered()) {
                sender.worker()
                        .isolate()
                        .answerOp(
                                op,
                                "io/handlers.answer",
                                op,
                                callee.outcome().word(),
                                callee.served().decision());
            }
        });
    }

    @Override
    public void fail(Failure failure) {
        sender.worker().isolate().answerOp(op, "io/outbound.refuse", op, failure.encoded(), failure.remote());
    }
}
