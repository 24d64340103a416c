package dev.dynamicworkers.playground.core.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one invocation owes to those who caused it: a response, the end of a handler, answers to calls. Runs on the
/// event loop's thread.
public final class ServedEvent {
    private final InvocationTrace trace;
    private final Map<Long, RpcCall> calls = new HashMap<>();
    private @Nullable FetchCall fetchCall;
    private @Nullable RpcCall sessionCall;
    private @Nullable HandlerEnd handlerEnd;
    private @Nullable PassThrough passThrough;
    private @Nullable String decision;
    private boolean isUndelivered;
    private boolean handlerDone;
    private int responseStatus;

    /// @param trace hears what is given back
    ServedEvent(InvocationTrace trace) {
        this.trace = trace;
    }

    /// It answers a request.
    ///
    /// @return the request's body, for the handler
    public Body serves(FetchCall call, FetchMessage message) {
        fetchCall = call;
        passThrough = new PassThrough(message);
        return passThrough.body();
    }

    /// It is the session of a call.
    public void serves(RpcCall call) {
        sessionCall = call;
    }

    /// It runs a handler whose end somebody wants to hear of.
    public void serves(HandlerEnd end) {
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

    /// The handler gave a response.
    public void respond(FetchCall.Answer answer) {
        if (handlerDone) {
            return;
        }
        handlerDone = true;
        trace.returned(answer.status());
        responseStatus = answer.status();
        if (fetchCall != null) {
            fetchCall.respond(answer);
        }
    }

    /// The handler of an event without a response ended well.
    public void handled() {
        handlerDone = true;
        trace.returned(null);
        if (handlerEnd != null) {
            handlerEnd.ended(null);
        }
    }

    /// Whether somebody waits for what it gives back: a response or the result of a call.
    boolean isAnswer() {
        return fetchCall != null || sessionCall != null;
    }

    /// @return false when it answers no request
    boolean passThroughOnException() {
        if (passThrough == null) {
            return false;
        }
        passThrough.ask();
        return true;
    }

    void undelivered() {
        isUndelivered = true;
    }

    /// Whether there was no entrypoint to deliver it to.
    boolean isUndelivered() {
        return isUndelivered;
    }

    void decided(String json) {
        decision = json;
    }

    /// What the handler of an event without a response decided about it, as JSON, or null.
    public @Nullable String decision() {
        return decision;
    }

    // ---- calls ----

    void callBegan(RpcCall call) {
        calls.put(call.id(), call);
    }

    /// A call was answered.
    public void callReturned(RpcCall call, boolean succeeded) {
        calls.remove(call.id());
        if (call == sessionCall) {
            handlerDone = true;
            trace.called(succeeded);
        }
    }

    /// The call of a number that this invocation is handling, or null.
    public @Nullable RpcCall call(long id) {
        return calls.get(id);
    }

    /// Whether somebody still waits for an answer.
    boolean isOwing() {
        return !handlerDone || !calls.isEmpty();
    }

    // ---- failures ----

    /// Tells all who wait that it failed. To who made the session, an end that no method threw is an affair of his
    /// own: it is not marked as remote.
    void fail(InvocationContext failed, Failure failure) {
        if (!handlerDone) {
            handlerDone = true;
            FetchCall call = fetchCall;
            if (call != null && passThrough != null && passThrough.isAsked()) {
                passThrough.send(failed, call);
            } else if (call != null) {
                call.fail(failure);
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
