package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.isolate.CallSite;
import org.jspecify.annotations.Nullable;

/// A request that guest code sent: its answer ends a host operation of the sender's isolate. Runs on the event loop's
/// thread.
final class IsolateFetch implements FetchCall {
    private final InvocationContext sender;
    private final int op;
    private final @Nullable CallSite site;
    private final @Nullable CallTrace trace;
    private @Nullable InvocationContext callee;
    private boolean over;

    /// @param trace the record that is kept of it, or null
    IsolateFetch(InvocationContext sender, int op, @Nullable CallTrace trace) {
        this.sender = sender;
        this.op = op;
        site = sender.holdings().siteOfCall();
        this.trace = trace;
        sender.holdings().fetchSent(op, this);
    }

    /// The sender's signal fired.
    static void abort(InvocationContext sender, int op) {
        IsolateFetch call = sender.holdings().fetch(op);
        if (call == null) {
            return;
        }
        call.over = true;
        if (call.trace != null) {
            call.trace.failed("The sender aborted it.");
        }
        sender.worker().isolate().abandonOp(op);
        InvocationContext callee = call.callee;
        if (callee != null) {
            callee.abandon();
        }
    }

    @Override
    public @Nullable InvocationContext sender() {
        return sender.living();
    }

    @Override
    public @Nullable CallTrace trace() {
        return trace;
    }

    /// Whether nobody waits for the answer any more.
    boolean isOver() {
        return over;
    }

    @Override
    public void deliveredTo(InvocationContext invocation) {
        callee = invocation;
        if (trace != null) {
            trace.reached(invocation);
        }
        if (over) {
            invocation.worker().isolate().loop().post(invocation::abandon);
        }
    }

    @Override
    public void respond(Answer answer) {
        if (trace != null) {
            trace.answered(
                    (answer.status() + " " + answer.statusText()).strip(),
                    CallBytes.of(answer.body(), answer.headers()));
        }
        sender.worker().isolate().loop().post(() -> {
            InvocationContext receiver = sender.living();
            receiver.holdings().fetchEnded(op);
            if (over || receiver.isEnded()) {
                if (answer.body() instanceof Body.Stream(StreamSource source)) {
                    source.cancel();
                }
                return;
            }
            over = true;
            SocketEnd webSocket = answer.webSocket();
            sender.worker()
                    .isolate()
                    .answerOpNow(
                            op,
                            "io/outbound.answer",
                            op,
                            answer.status(),
                            answer.statusText(),
                            answer.headers(),
                            answer.body().kind(),
                            receiver.holdings().importBody(answer.body()),
                            webSocket == null ? 0 : receiver.importObject(webSocket));
        });
    }

    @Override
    public void fail(Failure failure) {
        if (trace != null) {
            trace.failed(failure.sentence());
        }
        sender.worker().isolate().loop().post(() -> {
            InvocationContext receiver = sender.living();
            receiver.holdings().fetchEnded(op);
            if (!over && !receiver.isEnded()) {
                over = true;
                sender.worker()
                        .isolate()
                        .answerOpNow(
                                op,
                                "io/outbound.refuse",
                                op,
                                failure.encoded(),
                                failure.remote(),
                                site == null ? null : site.stackLine());
            }
        });
    }
}
