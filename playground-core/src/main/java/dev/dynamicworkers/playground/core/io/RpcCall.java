package dev.dynamicworkers.playground.core.io;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
    private final List<Waiter> waiters = new ArrayList<>();
    private @Nullable InvocationContext callee;
    private boolean answered;

    /// Somebody who needs to know where this call went.
    private record Waiter(Consumer<InvocationContext> entered, Consumer<Failure> failed) {}

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
    }

    /// Number of the call, unique in the process; by it the callee's isolate keeps the result.
    public long id() {
        return id;
    }

    public InvocationContext caller() {
        return caller;
    }

    public int op() {
        return op;
    }

    /// The first name of the path, which trace events show.
    public String method() {
        int end = path.indexOf('\0');
        return end < 0 ? path : path.substring(0, end);
    }

    /// Where it is being handled, or null while it is on its way.
    public @Nullable InvocationContext callee() {
        return callee;
    }

    public boolean isAnswered() {
        return answered;
    }

    /// Tells where this call is being handled, once it is, or why it never will be.
    public void whenEntered(Consumer<InvocationContext> entered, Consumer<Failure> failed) {
        InvocationContext handling = callee;
        if (handling != null) {
            entered.accept(handling);
        } else {
            waiters.add(new Waiter(entered, failed));
        }
    }

    /// Enters the callee's isolate.
    ///
    /// @param entry of runtime source `rpc/session`
    /// @param first arguments that come between the call's number and its path
    public void enter(InvocationContext callee, String entry, @Nullable Object... first) {
        this.callee = callee;
        callee.callBegan(this);
        @Nullable Object[] all = new @Nullable Object[first.length + 8];
        all[0] = id;
        System.arraycopy(first, 0, all, 1, first.length);
        int at = first.length + 1;
        all[at] = path;
        all[at + 1] = pathLength;
        all[at + 2] = isCall;
        Payload.put(arguments, callee, all, at + 3);
        callee.run(entry, all);
        List.copyOf(waiters).forEach(waiter -> waiter.entered.accept(callee));
        waiters.clear();
    }

    /// The result is there.
    public void answer(Payload result) {
        if (answered) {
            return;
        }
        answered = true;
        caller.callEnded(this);
        if (caller.isEnded()) {
            return;
        }
        caller.worker().isolate().loop().post(() -> {
            if (caller.isEnded()) {
                return;
            }
            @Nullable Object[] arguments = new @Nullable Object[5];
            arguments[0] = op;
            Payload.put(result, caller, arguments, 1);
            caller.worker().isolate().answerOpNow(op, "rpc/session.answer", arguments);
        });
    }

    /// There is an error instead.
    public void fail(Failure failure) {
        if (answered) {
            return;
        }
        answered = true;
        caller.callEnded(this);
        List.copyOf(waiters).forEach(waiter -> waiter.failed.accept(failure));
        waiters.clear();
        caller.worker().isolate().answerOp(op, "rpc/session.refuse", op, failure.encoded(), failure.remote());
    }

    /// The caller is gone: nobody waits for the answer.
    public void abandon() {
        if (answered) {
            return;
        }
        answered = true;
        InvocationContext handling = callee;
        if (handling != null) {
            handling.abandoned(this);
        }
    }
}
