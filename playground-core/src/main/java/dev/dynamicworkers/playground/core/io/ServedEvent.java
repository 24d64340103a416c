package dev.dynamicworkers.playground.core.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one invocation owes to those who caused it: a response, the end of a handler, answers to calls. Runs on the
/// event loop's thread.
final class ServedEvent {
    private final Map<Long, RpcCall> calls = new HashMap<>();
    private @Nullable FetchCall fetchCall;
    private @Nullable RpcCall sessionCall;
    private InvocationContext.@Nullable HandlerEnd handlerEnd;
    private boolean handlerDone;
    private int responseStatus;

    void serves(FetchCall call) {
        fetchCall = call;
    }

    void serves(RpcCall call) {
        sessionCall = call;
    }

    void serves(InvocationContext.HandlerEnd end) {
        handlerEnd = end;
    }

    // ---- the handler ----

    boolean isHandlerDone() {
        return handlerDone;
    }

    /// Whether it is the session of a call, and not a request or another event.
    boolean isSession() {
        return sessionCall != null;
    }

    boolean isSessionOf(RpcCall call) {
        return call == sessionCall;
    }

    /// Status of the response that the handler gave, 0 when there is none.
    int responseStatus() {
        return responseStatus;
    }

    void respond(FetchCall.Answer answer) {
        if (handlerDone) {
            return;
        }
        handlerDone = true;
        responseStatus = answer.status();
        if (fetchCall != null) {
            fetchCall.respond(answer);
        }
    }

    void handled() {
        handlerDone = true;
        if (handlerEnd != null) {
            handlerEnd.ended(null);
        }
    }

    // ---- calls ----

    void callBegan(RpcCall call) {
        calls.put(call.id(), call);
    }

    void callReturned(RpcCall call) {
        calls.remove(call.id());
        if (call == sessionCall) {
            handlerDone = true;
        }
    }

    @Nullable
    RpcCall call(long id) {
        return calls.get(id);
    }

    /// Whether somebody still waits for an answer.
    boolean isOwing() {
        return !handlerDone || !calls.isEmpty();
    }

    // ---- failures ----

    /// Tells all who wait that it failed. To who made the session, an end that no method threw is an affair of his
    /// own: it is not marked as remote.
    void fail(Failure failure) {
        if (!handlerDone) {
            handlerDone = true;
            if (fetchCall != null) {
                fetchCall.fail(failure);
            }
            if (handlerEnd != null) {
                handlerEnd.ended(failure);
            }
        }
        List.copyOf(calls.values()).forEach(call -> call.fail(call == sessionCall ? failure.local() : failure));
        calls.clear();
    }

    /// To who made a call, an end that no method threw is an affair of his own: it is not marked as remote.
    void failCalls(Failure failure) {
        List.copyOf(calls.values()).forEach(call -> call.fail(failure.local()));
        calls.clear();
    }
}
