package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.isolate.CallSite;
import org.jspecify.annotations.Nullable;

/// A request that guest code sent: its answer ends a host operation of the sender's isolate. Runs on the event loop's
/// thread.
final class IsolateFetch implements FetchCall {
    private final InvocationContext sender;
    private final int op;
    private final @Nullable CallSite site;
    private @Nullable InvocationContext callee;
    private boolean over;

    IsolateFetch(InvocationContext sender, int op) {
        this.sender = sender;
        this.op = op;
        site = sender.holdings().siteOfCall();
        sender.holdings().fetchSent(op, this);
    }

    /// The sender's signal fired.
    static void abort(InvocationContext sender, int op) {
        IsolateFetch call = sender.holdings().fetch(op);
        if (call == null) {
            return;
        }
        call.over = true;
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
    public void deliveredTo(InvocationContext invocation) {
        callee = invocation;
        if (over) {
            invocation.worker().isolate().loop().post(invocation::abandon);
        }
    }

    @Override
    public void respond(Answer answer) {
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
