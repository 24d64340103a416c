package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.isolate.TurnOwner;
import dev.dynamicworkers.playground.core.limits.Condemnation;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One delivery of an event to a worker: what it waits for, what it holds, and when it is over.
///
/// It is over when its handler is done, its waitUntil work is done, its streams are drained and nobody holds stubs of
/// its objects. One
/// that waits for nothing and yet is not done has hung and is ended. Runs on the event loop's thread.
public final class InvocationContext implements TurnOwner {
    static final String HUNG =
            "The Workers runtime canceled this request because it detected that your Worker's code had hung and would"
                    + " never generate a response. Refer to:"
                    + " https://developers.cloudflare.com/workers/observability/errors/";

    private final long number;
    private final WorkerInstance worker;
    private final EventDescription event;
    private final @Nullable InvocationContext cause;
    private final long cpuLimitNanos;
    private final InvocationTrace trace;

    private @Nullable FetchCall fetchCall;
    private @Nullable RpcCall sessionCall;
    private @Nullable HandlerEnd handlerEnd;

    private final Map<Integer, EventLoop.Timer> timers = new HashMap<>();
    private final Map<Integer, RpcCall> sentCalls = new HashMap<>();
    private final Map<Long, RpcCall> servedCalls = new HashMap<>();
    private final Set<InvocationContext> callees = new HashSet<>();
    private final Map<Integer, IsolateStream> streams = new HashMap<>();
    private final Map<Integer, IsolateFetch> fetches = new HashMap<>();
    private final List<Integer> imports = new ArrayList<>();
    private final List<Runnable> atEnd = new ArrayList<>();
    private int pending;
    private int waiting;
    private int openStreams;
    private int exports;
    private boolean handlerDone;
    private int responseStatus;
    private boolean responseBroken;
    private boolean abandoned;
    private boolean ended;
    private long cpuNanos;

    /// Hears how a handler without a response ended.
    @FunctionalInterface
    public interface HandlerEnd {
        /// @param failure null when it ended well
        void ended(@Nullable Failure failure);
    }

    InvocationContext(
            long number,
            WorkerInstance worker,
            EventDescription event,
            @Nullable InvocationContext cause,
            long cpuLimitNanos,
            InvocationTrace trace) {
        this.number = number;
        this.worker = worker;
        this.event = event;
        this.cause = cause;
        this.cpuLimitNanos = cpuLimitNanos;
        this.trace = trace;
        if (cause != null) {
            cause.callees.add(this);
        }
    }

    // ---- who it is ----

    @Override
    public long number() {
        return number;
    }

    public InvocationId id() {
        return new InvocationId(number);
    }

    public WorkerInstance worker() {
        return worker;
    }

    public EventDescription event() {
        return event;
    }

    public @Nullable InvocationContext cause() {
        return cause;
    }

    public InvocationTrace trace() {
        return trace;
    }

    public boolean isEnded() {
        return ended;
    }

    // ---- what it serves ----

    /// It answers a request.
    public void serves(FetchCall call) {
        fetchCall = call;
    }

    /// It is the session of a call.
    public void serves(RpcCall call) {
        sessionCall = call;
    }

    /// It runs a handler whose end somebody wants to hear of.
    public void serves(HandlerEnd end) {
        handlerEnd = end;
    }

    /// Enters the isolate on behalf of this invocation.
    public void run(String entry, @Nullable Object... arguments) {
        if (!ended) {
            worker.isolate().run(this, entry, arguments);
        }
    }

    /// The handler gave a response.
    public void respond(FetchCall.Answer answer) {
        if (handlerDone) {
            return;
        }
        handlerDone = true;
        responseStatus = answer.status();
        FetchCall call = fetchCall;
        if (call != null) {
            call.respond(answer);
        }
    }

    /// The handler of an event without a response ended well.
    public void handled() {
        handlerDone = true;
        if (handlerEnd != null) {
            handlerEnd.ended(null);
        }
    }

    /// The handler threw.
    public void handlerFailed(Failure failure) {
        if (handlerDone) {
            return;
        }
        trace.exception(failure.error());
        end(EventOutcome.EXCEPTION, failure);
    }

    /// The session's call was answered.
    public void callReturned(RpcCall call) {
        servedCalls.remove(call.id());
        if (call == sessionCall) {
            handlerDone = true;
        }
    }

    void callBegan(RpcCall call) {
        servedCalls.put(call.id(), call);
    }

    /// The call of a number that this invocation is handling, or null.
    public @Nullable RpcCall servedCall(long id) {
        return servedCalls.get(id);
    }

    // ---- what it waits for ----

    @Override
    public void pendingChanged(int delta) {
        pending += delta;
    }

    /// Waits for promises given to waitUntil.
    public void waitingChanged(int delta) {
        waiting += delta;
    }

    /// A stream of this invocation that another side pulls is open.
    void streamOpened(int id, IsolateStream stream) {
        streams.put(id, stream);
        openStreams++;
    }

    /// A stream of it broke or was cancelled, so that its response is not complete.
    void streamBroken() {
        responseBroken = true;
    }

    /// It is drained, broken or cancelled.
    void streamClosed(int id) {
        if (streams.remove(id) != null) {
            openStreams--;
            checkLater();
        }
    }

    /// The open stream of a number, or null.
    @Nullable
    IsolateStream stream(int id) {
        return streams.get(id);
    }

    /// A request of this invocation is on its way.
    void fetchSent(int op, IsolateFetch call) {
        fetches.put(op, call);
    }

    /// It was answered.
    void fetchEnded(int op) {
        fetches.remove(op);
    }

    /// The request of an operation, or null.
    @Nullable
    IsolateFetch fetchOf(int op) {
        return fetches.get(op);
    }

    /// Objects of this invocation that others hold stubs of.
    public void exportsChanged(int delta) {
        exports += delta;
        if (delta < 0) {
            checkLater();
        }
    }

    private void checkLater() {
        worker.isolate().loop().post(this::endIfDone);
    }

    /// Starts a timer of the guest.
    ///
    /// @param millis negative for one that was due before: it comes before those that were due after it
    public void startTimer(int id, long millis) {
        pending++;
        EventLoop loop = worker.isolate().loop();
        timers.put(id, loop.schedule(millis * 1_000_000, () -> {
            if (timers.remove(id) != null) {
                pending--;
                run("timer", id);
            }
        }));
    }

    /// Stops a timer of the guest.
    public void stopTimer(int id) {
        EventLoop.Timer timer = timers.remove(id);
        if (timer != null) {
            pending--;
            timer.cancel();
        }
    }

    // ---- what it holds ----

    /// Puts what came with a payload into the isolate's table.
    ///
    /// @return handles, one per item
    Object[] importAll(List<Object> carried) {
        Object[] handles = new Object[carried.size()];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = importObject(carried.get(i));
        }
        return handles;
    }

    /// Puts a capability or stream into the isolate's table.
    public int importObject(Object object) {
        int handle = worker.isolate().handles().put(object);
        if (!(object instanceof Capability capability) || capability.isBoundToInvocation()) {
            imports.add(handle);
        }
        return handle;
    }

    /// What the isolate gets for a body: nothing, a string, bytes, or a handle of a stream.
    public @Nullable Object importBody(Body body) {
        return switch (body) {
            case Body.None none -> null;
            case Body.Text(String text) -> text;
            case Body.Bytes(byte[] bytes) -> worker.isolate().toGuest(bytes);
            case Body.Stream(StreamSource source) -> importObject(source);
        };
    }

    /// Remembers a call whose answer this invocation waits for.
    public void callSent(RpcCall call) {
        sentCalls.put(call.op(), call);
    }

    void callEnded(RpcCall call) {
        sentCalls.remove(call.op());
    }

    /// The call of an operation whose answer has not come, or null.
    public @Nullable RpcCall sentCall(int op) {
        return sentCalls.get(op);
    }

    /// Does something once this invocation is over.
    public void onEnd(Runnable action) {
        atEnd.add(action);
    }

    // ---- CPU ----

    @Override
    public long remainingCpuNanos() {
        return cpuLimitNanos - cpuNanos;
    }

    @Override
    public long cpuLimitNanos() {
        return cpuLimitNanos;
    }

    public long cpuNanos() {
        return cpuNanos;
    }

    @Override
    public void turnEnded(long used) {
        cpuNanos += used;
        // A condemned isolate is lost right after this turn, with the true reason: what looks like a hang is none.
        if (worker.isolate().condemnation() == null) {
            endIfDone();
        }
    }

    // ---- the end ----

    private void endIfDone() {
        if (ended) {
            return;
        }
        boolean serving = !handlerDone || !servedCalls.isEmpty();
        if (!serving && waiting == 0 && openStreams == 0 && exports == 0) {
            end(responseBroken && !trace.exceptions().isEmpty() ? EventOutcome.EXCEPTION : EventOutcome.OK, null);
        } else if (pending == 0 && exports == 0 && (serving || waiting > 0) && openStreams == 0) {
            hang();
        }
    }

    private void hang() {
        if (handlerDone && servedCalls.isEmpty()) {
            // Only waitUntil work is left, and it will never settle.
            end(EventOutcome.OK, null);
            return;
        }
        Failure failure =
                Failure.of("Error", HUNG, sessionCall != null ? Failure.Remoteness.LOCAL : Failure.Remoteness.REMOTE);
        if (!handlerDone) {
            trace.exception(failure.error());
            end(EventOutcome.EXCEPTION, failure);
        } else {
            List.copyOf(servedCalls.values()).forEach(call -> call.fail(failure.local()));
            servedCalls.clear();
            endIfDone();
        }
    }

    /// The caller does not wait any more: it ends, unless waitUntil keeps it.
    void abandoned(RpcCall call) {
        if (call == sessionCall) {
            abandon();
        }
    }

    /// Nobody waits for the answer any more: it ends, unless waitUntil keeps it.
    public void abandon() {
        if (ended || abandoned) {
            return;
        }
        abandoned = true;
        if (waiting == 0) {
            end(EventOutcome.CANCELED, null);
        } else {
            openStreams = 0;
            exports = 0;
        }
    }

    /// Guest code ended it through `ctx.abort()`.
    public void abort(Failure failure) {
        trace.exception(failure.error());
        end(EventOutcome.EXCEPTION, failure);
    }

    /// The isolate is gone.
    void isolateLost(Condemnation reason) {
        Failure failure = Failure.of("Error", reason.message(), Failure.Remoteness.LOCAL);
        trace.exception(failure.error());
        end(reason.outcome(), failure);
    }

    /// Ends it from outside, for example because the user stopped the run.
    public void cancel(EventOutcome outcome) {
        end(outcome, Failure.of("Error", "The invocation was canceled.", Failure.Remoteness.LOCAL));
    }

    private void end(EventOutcome outcome, @Nullable Failure failure) {
        if (ended) {
            return;
        }
        ended = true;
        if (responseStatus != 0 && !responseBroken && !abandoned) {
            trace.responded(responseStatus);
        }
        if (failure != null) {
            tell(failure);
        }
        timers.values().forEach(EventLoop.Timer::cancel);
        timers.clear();
        letGo();
        if (cause != null) {
            cause.callees.remove(this);
        }
        worker.invocationEnded(this, outcome);
        List.copyOf(atEnd).forEach(Runnable::run);
    }

    private void tell(Failure failure) {
        if (!handlerDone) {
            handlerDone = true;
            if (fetchCall != null) {
                fetchCall.fail(failure);
            }
            if (handlerEnd != null) {
                handlerEnd.ended(failure);
            }
        }
        // Over RPC an end that no method threw is the caller's own affair: it is not marked as remote.
        List.copyOf(servedCalls.values()).forEach(call -> call.fail(failure.local()));
        servedCalls.clear();
    }

    private void letGo() {
        List.copyOf(sentCalls.values()).forEach(RpcCall::abandon);
        sentCalls.clear();
        List.copyOf(callees).forEach(callee -> {
            if (!callee.handlerDone || callee.openStreams > 0) {
                callee.abandon();
            }
        });
        callees.clear();
        for (int handle : imports) {
            switch (worker.isolate().handles().remove(handle)) {
                case Capability capability -> capability.release();
                case StreamSource source -> source.cancel();
                case null, default -> {
                    // Disposed before, or nothing to let go of.
                }
            }
        }
        imports.clear();
    }
}
