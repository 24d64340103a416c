package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.isolate.CallSite;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call over RPC from its start to its answer. Knows both sides. Runs on the event loop's thread.
public final class RpcCall {
    private final long id;
    private final InvocationContext caller;
    private final int op;
    private final String path;
    private final int pathLength;
    private final boolean isCall;
    private final @Nullable Payload arguments;
    private final @Nullable CallSite site;
    private final List<RpcCall> followers = new ArrayList<>();
    private @Nullable InvocationContext callee;
    private @Nullable CallTrace trace;
    private @Nullable CallGrant grant;
    private boolean answered;

    /// Null once they have reached an isolate, or were let go of.
    private @Nullable Payload undelivered;

    /// @param op the operation of the caller's isolate that the answer ends
    /// @param path names separated by NUL
    /// @param isCall false to read the property instead of calling it
    public RpcCall(
            long id,
            InvocationContext caller,
            int op,
            String path,
            int pathLength,
            boolean isCall,
            @Nullable Payload arguments) {
        this.id = id;
        this.caller = caller;
        this.op = op;
        this.path = path;
        this.pathLength = pathLength;
        this.isCall = isCall;
        this.arguments = arguments;
        undelivered = arguments;
        site = caller.holdings().siteOfCall();
    }

    /// Number of the call, unique in the process; by it the callee's isolate keeps the result.
    public long id() {
        return id;
    }

    public InvocationContext caller() {
        return caller.living();
    }

    public int op() {
        return op;
    }

    /// The first name of the path, which trace events show.
    public String method() {
        int end = path.indexOf('\0');
        return end < 0 ? path : path.substring(0, end);
    }

    /// The names of the path with dots between them, as rules and people write it.
    public String dottedPath() {
        return path.replace('\0', '.');
    }

    /// Whether it calls something, and does not read a property.
    public boolean isCall() {
        return isCall;
    }

    /// The arguments as text for people.
    public String shownArguments() {
        return arguments == null ? "[]" : arguments.shown();
    }

    /// What it takes along, for a record.
    CallTrace.Sent sent() {
        return new CallTrace.Sent(shownArguments(), arguments == null ? 0 : CallBytes.of(arguments));
    }

    /// Keeps a record of it.
    public void recordTo(@Nullable CallTrace record) {
        trace = record;
    }

    /// The record that is kept of it, or null.
    public @Nullable CallTrace trace() {
        return trace;
    }

    /// It goes by the leave of a grant, which also covers what comes with its result.
    public void under(CallGrant leave) {
        CallGrant before = grant;
        grant = before == null ? leave : before.and(leave);
    }

    /// Where it is being handled, or null while it is on its way.
    public @Nullable InvocationContext callee() {
        return callee;
    }

    public boolean isAnswered() {
        return answered;
    }

    /// Another call builds on the result of this one: it goes where this one went, behind it.
    public void follow(RpcCall next) {
        InvocationContext handling = callee;
        CallGrant leave = grant;
        if (leave != null) {
            Failure refusal = leave.refusal(dottedPath());
            if (refusal != null) {
                next.fail(refusal);
                return;
            }
            next.under(leave.ofResult(dottedPath()));
        }
        if (handling == null && answered) {
            next.retry();
        } else if (handling == null) {
            followers.add(next);
        } else {
            send(next, handling);
        }
    }

    private void send(RpcCall next, InvocationContext handling) {
        if (handling.isEnded()) {
            next.retry();
            return;
        }
        handling.served().callBegan(next);
        handling.pendingChanged(1);
        handling.worker().isolate().loop().post(() -> {
            handling.pendingChanged(-1);
            if (handling.isEnded()) {
                next.retry();
            } else {
                next.enter(handling, "rpc/session.pipeline", id);
            }
        });
    }

    /// Where it should have gone is gone: the caller makes it again on the result that it has, or will have in a
    /// moment.
    private void retry() {
        if (!answered) {
            releaseArguments();
            caller.worker().isolate().loop().post(() -> caller().run("rpc/session.retry", op));
        }
    }

    /// Enters the callee's isolate.
    ///
    /// @param entry of runtime source `rpc/session`
    /// @param first arguments that come between the call's number and its path
    public void enter(InvocationContext callee, String entry, @Nullable Object... first) {
        this.callee = callee;
        undelivered = null;
        callee.served().callBegan(this);
        if (trace != null) {
            trace.reached(callee);
        }
        List<RpcCall> waiting = List.copyOf(followers);
        followers.clear();
        // Known before this call can end, so that its session stays for them.
        waiting.forEach(next -> send(next, callee));
        @Nullable Object[] all = new @Nullable Object[first.length + 8];
        all[0] = id;
        System.arraycopy(first, 0, all, 1, first.length);
        int at = first.length + 1;
        all[at] = path;
        all[at + 1] = pathLength;
        all[at + 2] = isCall;
        Payload.put(arguments, callee, all, at + 3);
        callee.run(entry, all);
    }

    /// The result is there.
    public void answer(Payload result) {
        if (answered) {
            return;
        }
        CallGrant leave = grant;
        give(
                leave == null || result.carried().isEmpty()
                        ? result
                        : result.replacing(leave.ofResult(dottedPath())::cover));
    }

    /// The result comes from no isolate: what was to follow the call there is done on the result by the caller.
    ///
    /// @param result without capabilities
    public void answerHere(Payload result) {
        if (answered) {
            return;
        }
        List<RpcCall> waiting = List.copyOf(followers);
        followers.clear();
        give(result);
        waiting.forEach(RpcCall::retry);
    }

    private void give(Payload result) {
        answered = true;
        releaseArguments();
        if (trace != null) {
            trace.answered(result.shown(), CallBytes.of(result));
        }
        caller().holdings().callEnded(this);
        if (caller().isEnded()) {
            result.release();
            return;
        }
        caller.worker().isolate().loop().post(() -> {
            InvocationContext receiver = caller();
            if (receiver.isEnded()) {
                result.release();
                return;
            }
            @Nullable Object[] arguments = new @Nullable Object[5];
            arguments[0] = op;
            Payload.put(result, receiver, arguments, 1);
            caller.worker().isolate().answerOpNow(op, "rpc/session.answer", arguments);
        });
    }

    /// There is an error instead.
    public void fail(Failure failure) {
        if (answered) {
            return;
        }
        answered = true;
        releaseArguments();
        if (trace != null) {
            trace.failed(failure.sentence());
        }
        caller().holdings().callEnded(this);
        List.copyOf(followers).forEach(next -> next.fail(failure));
        followers.clear();
        caller.worker()
                .isolate()
                .answerOp(
                        op,
                        "rpc/session.refuse",
                        op,
                        failure.encoded(),
                        failure.remote(),
                        site == null ? null : site.stackLine());
    }

    /// The caller is gone: nobody waits for the answer.
    public void abandon() {
        if (answered) {
            return;
        }
        answered = true;
        releaseArguments();
        if (trace != null) {
            trace.failed("The caller ended before the answer came.");
        }
        InvocationContext handling = callee;
        if (handling != null) {
            handling.abandoned(this);
        }
    }

    /// Arguments that reached no isolate keep nothing alive.
    private void releaseArguments() {
        Payload left = undelivered;
        undelivered = null;
        if (left != null) {
            left.release();
        }
    }
}
