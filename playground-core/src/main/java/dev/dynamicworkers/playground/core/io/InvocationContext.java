package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.isolate.TurnOwner;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One delivery of an event to a worker: what it waits for, what it holds, and when it is over.
///
/// It is over when its handler is done, its waitUntil work is done, its streams are drained and nobody holds stubs of
/// its objects. One that waits for nothing and yet is not done has hung and is ended. Runs on the event loop's thread.
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
    private final LogQuota logs;
    private TailQuota tails;

    private final ServedEvent served;
    private final GuestTimers timers = new GuestTimers(this);
    private final Holdings holdings = new Holdings(this);
    private final OpenStreams streams = new OpenStreams();
    private final List<Runnable> atEnd = new ArrayList<>();
    private int pending;
    private final WaitUntil waitUntil = new WaitUntil();
    private int exports;
    private final List<SocketEnd> sockets = new ArrayList<>();
    private boolean abandoned;
    private boolean ended;
    private @Nullable Failure endFailure;
    private EventOutcome ending = EventOutcome.UNKNOWN;
    private final SubrequestCounter subrequests = new SubrequestCounter();
    private long cpuNanos;
    private @Nullable InvocationContext residence;
    private @Nullable TurnGate gate;
    private boolean resident;

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
        served = new ServedEvent(trace);
        logs = cause == null ? new LogQuota(worker.projectLimits()) : cause.logs;
        tails = cause == null ? TailQuota.first() : cause.tails;
        if (cause != null) {
            cause.holdings.calleeBegan(this);
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

    /// Why it ended before it was done, or null.
    public @Nullable Failure endFailure() {
        return endFailure;
    }

    /// How it ended, unknown while it runs.
    public EventOutcome outcome() {
        return ending;
    }

    // ---- Durable Objects ----

    /// It is an event of an object that lives on: what it still waits for and holds at its end passes to `home`.
    public void livesIn(InvocationContext home, TurnGate turns) {
        residence = home;
        gate = turns;
    }

    /// It stands for the life of an object: it is over when it is ended, not when it has nothing to do.
    void becomeResidence(TurnGate turns) {
        resident = true;
        gate = turns;
    }

    /// The invocation that has what this one had: this one, or the object's own once this one is over.
    public InvocationContext living() {
        InvocationContext home = residence;
        return ended && home != null ? home : this;
    }

    /// Sends something to the outside: what an object does in a turn is seen once what it wrote in it is kept.
    void afterTurn(Runnable send) {
        if (gate == null) {
            send.run();
            return;
        }
        worker.isolate().loop().post(() -> {
            if (!living().ended) {
                send.run();
            }
        });
    }

    @Override
    public boolean parks(Runnable turn) {
        return gate != null && gate.parks(this, turn);
    }

    // ---- what it serves ----

    public ServedEvent served() {
        return served;
    }

    /// Enters the isolate on behalf of this invocation.
    public void run(String entry, @Nullable Object... arguments) {
        if (!ended) {
            worker.isolate().run(this, entry, arguments);
        }
    }

    /// The handler threw.
    public void handlerFailed(Failure failure) {
        if (served.isHandlerDone()) {
            return;
        }
        trace.exception(failure.error());
        end(EventOutcome.EXCEPTION, failure);
    }

    // ---- what it waits for ----

    @Override
    public void pendingChanged(int delta) {
        pending += delta;
    }

    /// Waits for promises given to waitUntil.
    public void waitingChanged(int delta) {
        waitUntil.changed(delta);
    }

    /// A promise given to waitUntil is settled.
    void waitingEnded(boolean failed) {
        waitUntil.ended(failed);
    }

    /// It is drained, broken or cancelled.
    void streamClosed(int id) {
        if (streams.closed(id)) {
            checkLater();
        }
    }

    OpenStreams streams() {
        return streams;
    }

    /// It accepted an end of a web socket, which it holds until its own end; one of a Durable Object until the
    /// object's.
    public void holdsSocket(SocketEnd end) {
        if (residence == null) {
            sockets.add(end);
            onEnd(end::abandon);
        } else {
            residence.onEnd(end::abandon);
        }
    }

    /// Whether its handler is done and it lives on for a web socket, perhaps for very long.
    public boolean isAtSocket() {
        return served.isHandlerDone() && sockets.stream().anyMatch(SocketEnd::isOpen);
    }

    /// Objects of this invocation that others hold stubs of.
    public void exportsChanged(int delta) {
        exports += delta;
        if (delta <= 0) {
            checkLater();
        }
    }

    private void checkLater() {
        worker.isolate().loop().post(this::endIfDone);
    }

    GuestTimers timers() {
        return timers;
    }

    /// Stops a timer of the guest.
    void stopTimer(int id) {
        if (!timers.stop(id) && residence != null && !ended) {
            residence.stopTimer(id);
        }
    }

    // ---- what it holds ----

    public Holdings holdings() {
        return holdings;
    }

    /// Puts a capability or stream into the isolate's table.
    public int importObject(Object object) {
        return holdings.importObject(object);
    }

    /// Does something once this invocation is over.
    public void onEnd(Runnable action) {
        atEnd.add(action);
    }

    // ---- subrequests ----

    /// Counts the requests and calls that leave.
    public SubrequestCounter subrequests() {
        return subrequests;
    }

    /// Why a request of it may not reach a worker now, or null.
    @Nullable
    Failure refusedCallee(WorkerInstance callee) {
        InvocationContext home = residence;
        if (home == null) {
            long most = worker.projectLimits().get(Limit.DYNAMIC_WORKERS);
            return DynamicWorkersInFlight.refusal(List.of(holdings.dynamicWorkers()), callee, most, "a request");
        }
        List<DynamicWorkersInFlight> together = new ArrayList<>();
        together.add(home.holdings.dynamicWorkers());
        for (InvocationContext each : worker.invocations()) {
            if (each.residence == home) {
                together.add(each.holdings.dynamicWorkers());
            }
        }
        long most = worker.projectLimits().get(Limit.OBJECT_DYNAMIC_WORKERS);
        return DynamicWorkersInFlight.refusal(together, callee, most, "a Durable Object");
    }

    /// What it may still write to the console, together with all that came of the same event.
    LogQuota logs() {
        return logs;
    }

    // ---- tails ----

    /// It tells a tail of another invocation.
    void tells(InvocationContext told) {
        tails = told.tails.next();
    }

    TailQuota tailQuota() {
        return tails;
    }

    // ---- time on the clock ----

    /// It ends when its time on the clock is up.
    void limitWall(long millis) {
        EventLoop.Timer timer = worker.isolate().loop().schedule(millis * 1_000_000, () -> wallTimeIsUp(millis));
        onEnd(timer::cancel);
    }

    private void wallTimeIsUp(long millis) {
        if (ended || isAtSocket()) {
            return;
        }
        Failure failure = Failure.of(
                "Error",
                "Worker exceeded its wall time limit of " + millis + " ms: it waited for " + pending
                        + " operations and timers and had used " + cpuNanos / 1_000_000 + " ms of CPU time.",
                Failure.Remoteness.LOCAL);
        trace.exception(failure.error());
        end(EventOutcome.EXCEEDED_WALL_TIME, failure);
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
        cpuNanos = resident ? 0 : cpuNanos + used;
        // A condemned isolate is lost right after this turn, with the true reason: what looks like a hang is none.
        if (worker.isolate().condemnation() == null) {
            endIfDone();
        }
    }

    // ---- the end ----

    private void endIfDone() {
        if (ended || resident) {
            return;
        }
        boolean isHeld = exports > 0 && exports > holdings.ownExports();
        boolean serving = served.isOwing();
        if (!serving && waitUntil.isEmpty() && !streams.keepAlive() && !isHeld) {
            boolean broken = streams.isBroken() && !trace.exceptions().isEmpty();
            boolean failed = waitUntil.hasFailed() && !served.isAnswer();
            end(broken || failed ? EventOutcome.EXCEPTION : EventOutcome.OK, null);
        } else if (residence == null
                && pending == 0
                && !isHeld
                && (serving || !waitUntil.isEmpty())
                && !streams.keepAlive()) {
            hang();
        } else if (!serving && !streams.keepAlive() && !isHeld && served.isAnswer() && !isAtSocket()) {
            waitUntil.limit(worker.isolate().loop(), worker.waitUntilNanos(), this::endWaiting);
        }
    }

    private void endWaiting() {
        if (!ended) {
            trace.warn(worker, id(), WaitUntil.CANCELED);
            end(EventOutcome.OK, null);
        }
    }

    private void hang() {
        if (!served.isOwing()) {
            // Only waitUntil work is left, and it will never settle.
            end(EventOutcome.OK, null);
            return;
        }
        Failure failure =
                Failure.of("Error", HUNG, served.isSession() ? Failure.Remoteness.LOCAL : Failure.Remoteness.REMOTE);
        if (!served.isHandlerDone()) {
            trace.exception(failure.error());
            end(EventOutcome.EXCEPTION, failure);
        } else {
            served.failCalls(failure);
            endIfDone();
        }
    }

    /// The caller does not wait any more: it ends, unless waitUntil keeps it.
    void abandoned(RpcCall call) {
        if (served.isSessionOf(call)) {
            abandon();
        }
    }

    /// Nobody waits for the answer any more: it ends, unless waitUntil keeps it.
    public void abandon() {
        if (ended || abandoned) {
            return;
        }
        abandoned = true;
        if (waitUntil.isEmpty()) {
            end(EventOutcome.CANCELED, null);
        } else {
            streams.forget();
            exports = 0;
        }
    }

    /// The invocation that caused it is over: what was to come of it reaches nobody.
    void callerLeft() {
        if (!served.isHandlerDone() || streams.keepAlive()) {
            abandon();
        }
    }

    /// Guest code ended it through `ctx.abort()`.
    public void abort(Failure failure) {
        trace.exception(failure.error());
        end(EventOutcome.EXCEPTION, failure);
    }

    /// The isolate is gone.
    void isolateLost(EventOutcome outcome, Failure why) {
        trace.exception(why.error());
        end(outcome, why);
    }

    /// Ends it from outside, for example because the user stopped the run.
    public void cancel(EventOutcome outcome) {
        end(outcome, Failure.canceled());
    }

    private void end(EventOutcome outcome, @Nullable Failure failure) {
        if (ended) {
            return;
        }
        ended = true;
        ending = outcome;
        waitUntil.end();
        if (served.responseStatus() != 0 && !streams.isBroken() && !abandoned) {
            trace.responded(served.responseStatus());
        }
        if (failure != null) {
            endFailure = failure;
            served.fail(this, failure);
        }
        InvocationContext home = residence;
        if (home != null && !home.ended) {
            timers.passTo(home.timers);
            holdings.passTo(home.holdings);
            worker.isolate().moveOps(this, home);
        } else {
            timers.cancelAll();
            holdings.letGo();
        }
        if (cause != null) {
            cause.holdings.calleeEnded(this);
            cause.living().holdings.calleeEnded(this);
        }
        if (!resident) {
            worker.invocationEnded(this, outcome);
        } else {
            worker.residenceEnded(this);
        }
        if (cause == null) {
            logs.tellDropped(worker);
        }
        List.copyOf(atEnd).forEach(Runnable::run);
    }
}
