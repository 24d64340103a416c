package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.limits.Condemnation;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A worker that runs in an isolate, with its live invocations and its ways out. Runs on the event loop's thread.
public final class WorkerInstance {
    /// What people call the project's own worker.
    public static final String OWN_LABEL = "parent";

    private final IsolateId id;
    private final IsolateSnapshot.Role role;
    private final @Nullable String name;
    private final String label;
    private final @Nullable IsolateId parent;
    private final Set<String> flags;
    private final Isolate isolate;
    private final Surroundings surroundings;
    private final Outbound outbound;
    private final List<EntrypointChannel> tails;
    private final ResourceLimits limits;
    private final Instant createdAt = Instant.now();
    private final Map<Long, InvocationContext> invocations = new LinkedHashMap<>();
    private final Map<Long, InvocationContext> residences = new LinkedHashMap<>();
    private IsolateSnapshot.State state = IsolateSnapshot.State.LOADING;
    private Instant lastActiveAt = createdAt;
    private @Nullable LogQuota logsAtStart;
    private long timers;
    private long requests;
    private @Nullable String endReason;
    private @Nullable EntrypointChannel self;
    private List<EntrypointChannel> streamingTails = List.of();
    private PositionMapper positions = PositionMapper.IDENTITY;
    private List<RunningSource> sources = List.of();
    private Supplier<ResourceLimits> narrowing = () -> ResourceLimits.NONE;

    /// What all workers of a project have in common.
    ///
    /// @param invocationNumbers counts invocations
    /// @param limits what they may use
    /// @param onInvocationEnd hears of every invocation that is over
    public record Surroundings(
            AtomicLong invocationNumbers, Limits limits, TraceSink trace, InvocationListener onInvocationEnd) {}

    /// Hears of invocations.
    public interface InvocationListener {
        /// It has been made and is about to run.
        default void began(InvocationContext invocation) {}

        /// It is over, its waitUntil work included.
        void ended(InvocationContext invocation, EventOutcome outcome);

        /// A Durable Object of a worker has ended its life.
        default void objectEnded(WorkerInstance worker) {}
    }

    /// Who a worker is.
    public record Identity(
            IsolateId id,
            IsolateSnapshot.Role role,
            @Nullable String name,
            String label,
            @Nullable IsolateId parent,
            Set<String> flags) {}

    /// Joins a worker to its isolate.
    public WorkerInstance(
            Identity identity,
            Isolate isolate,
            Surroundings surroundings,
            Outbound outbound,
            List<EntrypointChannel> tails,
            ResourceLimits limits) {
        this.id = identity.id();
        this.role = identity.role();
        this.name = identity.name();
        this.label = identity.label();
        this.parent = identity.parent();
        this.flags = identity.flags();
        this.isolate = isolate;
        this.surroundings = surroundings;
        this.outbound = outbound;
        this.tails = List.copyOf(tails);
        this.limits = limits;
    }

    /// The worker behind the isolate that called a host function.
    public static WorkerInstance of(Isolate isolate) {
        if (isolate.attachment() instanceof WorkerInstance instance) {
            return instance;
        }
        throw new IllegalStateException("an isolate without a worker");
    }

    public IsolateId id() {
        return id;
    }

    public IsolateSnapshot.Role role() {
        return role;
    }

    public @Nullable String name() {
        return name;
    }

    public String label() {
        return label;
    }

    /// Whether it is no worker that is paired with the project: those go by the rules for their names, as dynamic
    /// workers do.
    public boolean isOwn() {
        return role != IsolateSnapshot.Role.PARENT || label.equals(OWN_LABEL);
    }

    /// Compatibility flags in force.
    public Set<String> flags() {
        return flags;
    }

    public Isolate isolate() {
        return isolate;
    }

    public Outbound outbound() {
        return outbound;
    }

    public List<EntrypointChannel> tails() {
        return tails;
    }

    /// Who hears what happens in this worker while it happens.
    public List<EntrypointChannel> streamingTails() {
        return streamingTails;
    }

    public void setStreamingTails(List<EntrypointChannel> channels) {
        streamingTails = List.copyOf(channels);
    }

    public ResourceLimits limits() {
        return limits;
    }

    /// Limits that are asked for at each invocation, and lower those of the code.
    public void narrow(Supplier<ResourceLimits> limits) {
        narrowing = limits;
    }

    /// How long waitUntil() work of an invocation may go on after its answer.
    long waitUntilNanos() {
        return surroundings.limits().nanos(Limit.WAIT_UNTIL);
    }

    /// The default entrypoint of this worker, for stubs of its own exports.
    public @Nullable EntrypointChannel self() {
        return self;
    }

    public void setSelf(EntrypointChannel channel) {
        self = channel;
    }

    /// Where places in the running code come from.
    public PositionMapper positions() {
        return positions;
    }

    public void setPositions(PositionMapper mapper) {
        positions = mapper;
    }

    /// Its modules of JavaScript, as they run; empty until its code is there.
    public List<RunningSource> sources() {
        return sources;
    }

    public void setSources(List<RunningSource> running) {
        sources = List.copyOf(running);
    }

    public IsolateSnapshot.State state() {
        return state;
    }

    /// Whether it has ended.
    public boolean isGone() {
        return switch (state) {
            case KILLED, EVICTED, FAILED -> true;
            default -> false;
        };
    }

    /// Why nothing can be delivered to it any more.
    public Failure goneFailure() {
        return Failure.of(
                "Error",
                "The worker '" + label + "' has ended: " + (endReason == null ? "unknown reason" : endReason),
                Failure.Remoteness.LOCAL);
    }

    public boolean isIdle() {
        return invocations.isEmpty();
    }

    /// Whether it serves an invocation, or an object lives in it.
    public boolean isInUse() {
        return !invocations.isEmpty() || !residences.isEmpty();
    }

    public Instant lastActiveAt() {
        return lastActiveAt;
    }

    // ---- invocations ----

    /// Begins an invocation; the caller then enters the isolate on its behalf.
    ///
    /// @param cause the invocation whose code made this happen, or null
    public InvocationContext newInvocation(
            EventDescription event, @Nullable InvocationContext cause, ResourceLimits entrypointLimits) {
        InvocationContext invocation = make(event, cause, entrypointLimits);
        begin(invocation);
        return invocation;
    }

    /// As [#newInvocation], for the event by which this worker, a tail, hears of another invocation.
    public InvocationContext newTail(EventDescription event, InvocationContext told, ResourceLimits entrypointLimits) {
        InvocationContext invocation = make(event, null, entrypointLimits);
        invocation.tells(told);
        begin(invocation);
        return invocation;
    }

    private InvocationContext make(
            EventDescription event, @Nullable InvocationContext cause, ResourceLimits entrypointLimits) {
        long number = surroundings.invocationNumbers().incrementAndGet();
        ResourceLimits all = limits.and(entrypointLimits).and(narrowing.get()).and(projectDefaults());
        InvocationTrace trace = new InvocationTrace(
                isolate.loop().currentTimeMillis(), isolate.loop().nanoTime());
        InvocationContext invocation =
                new InvocationContext(number, this, event, cause, all.cpuMillis() * 1_000_000, trace);
        invocation.subrequests().limit(all.subrequests());
        invocation.limitWall(projectLimits().get(Limit.WALL));
        return invocation;
    }

    private void begin(InvocationContext invocation) {
        invocations.put(invocation.number(), invocation);
        requests++;
        lastActiveAt = Instant.now();
        if (state == IsolateSnapshot.State.IDLE) {
            state = IsolateSnapshot.State.BUSY;
        }
        EventDescription event = invocation.event();
        InvocationContext cause = invocation.cause();
        emit(new TailEvent.Onset(
                id,
                lastActiveAt,
                invocation.id(),
                event.kind(),
                event.summary(),
                event.entrypoint(),
                cause == null ? null : cause.id()));
        surroundings.onInvocationEnd().began(invocation);
    }

    /// What workers of the project may use.
    Limits projectLimits() {
        return surroundings.limits();
    }

    private ResourceLimits projectDefaults() {
        Limits project = projectLimits();
        return new ResourceLimits(project.get(Limit.CPU), project.get(Limit.SUBREQUESTS));
    }

    /// Begins the invocation that stands for the life of a Durable Object: it owns what outlives the object's events.
    public InvocationContext newResidence(EventDescription object, TurnGate gate) {
        long number = surroundings.invocationNumbers().incrementAndGet();
        EventLoop loop = isolate.loop();
        InvocationTrace trace = new InvocationTrace(loop.currentTimeMillis(), loop.nanoTime());
        InvocationContext residence = new InvocationContext(
                number, this, object, null, surroundings.limits().nanos(Limit.CPU), trace);
        residence.becomeResidence(gate);
        residences.put(number, residence);
        return residence;
    }

    void residenceEnded(InvocationContext residence) {
        residences.remove(residence.number());
        isolate.dropOps(residence);
        isolate.loop().post(() -> isolate.run(null, "end", residence.number()));
        surroundings.onInvocationEnd().objectEnded(this);
    }

    /// Runs what other invocations of this isolate left for one to do.
    void wake(long number) {
        InvocationContext target = invocations.containsKey(number) ? invocations.get(number) : residences.get(number);
        if (target != null) {
            isolate.loop().post(() -> target.run("io/turns.run"));
        }
    }

    void invocationEnded(InvocationContext invocation, EventOutcome outcome) {
        invocations.remove(invocation.number());
        lastActiveAt = Instant.now();
        if (invocations.isEmpty() && state == IsolateSnapshot.State.BUSY) {
            state = IsolateSnapshot.State.IDLE;
        }
        isolate.dropOps(invocation);
        InvocationTrace trace = invocation.trace();
        isolate.loop().post(() -> isolate.run(null, "end", invocation.number()));
        for (InvocationTrace.Thrown thrown : trace.exceptions()) {
            emit(new TailEvent.GuestException(
                    id, Instant.ofEpochMilli(thrown.timestampMillis()), invocation.id(), thrown.error()));
        }
        emit(new TailEvent.Outcome(
                id,
                Instant.now(),
                invocation.id(),
                outcome,
                trace.responseStatus(),
                invocation.cpuNanos() / 1e6,
                (isolate.loop().nanoTime() - trace.startNanos()) / 1e6));
        trace.ended(outcome);
        surroundings.onInvocationEnd().ended(invocation, outcome);
    }

    /// Live invocations, oldest first.
    public List<InvocationContext> invocations() {
        return List.copyOf(invocations.values());
    }

    /// What work that belongs to no invocation may still write to the console.
    LogQuota logsAtStart() {
        LogQuota quota = logsAtStart;
        if (quota == null) {
            quota = new LogQuota(projectLimits());
            logsAtStart = quota;
        }
        return quota;
    }

    /// A timer of the guest is about to be started.
    ///
    /// @throws GuestThrow when it is one too many
    void countTimer() {
        if (timers >= projectLimits().get(Limit.TIMERS)) {
            throw GuestThrow.error("Too many timers: " + timers
                    + " of this worker wait already (limit: timers). Clear some of them first.");
        }
        timers++;
    }

    /// Sockets are about to be made.
    ///
    /// @param kind of the host's objects that stand for one socket each
    /// @throws GuestThrow when they are too many
    public void checkSockets(Class<?> kind, int more) {
        long open = isolate.handles().count(kind);
        if (open + more > projectLimits().get(Limit.SOCKETS)) {
            throw GuestThrow.error("Too many sockets: " + open
                    + " of this worker are open (limit: sockets). Close some of them first.");
        }
    }

    /// Timers fired, were cleared or ended with their invocation.
    void timersEnded(int count) {
        timers -= count;
    }

    private List<InvocationContext> residences() {
        return List.copyOf(residences.values());
    }

    /// Writes to the project's trace.
    public void emit(TailEvent event) {
        surroundings.trace().accept(event);
    }

    /// How secrets are masked in records of its calls, or null where nobody wants such records.
    @Nullable
    UnaryOperator<String> recordedCalls() {
        return surroundings.trace().recordedCalls();
    }

    /// Whether somebody wants to see what its requests to the outside consist of.
    public boolean recordsContent() {
        return surroundings.trace().recordsContent();
    }

    /// Names of the exports that have a `test` method.
    public List<String> testNames() {
        String names = isolate.ask("kernel/worker.testNames").asString();
        return names.isEmpty() ? List.of() : List.of(names.split("\n"));
    }

    // ---- its life ----

    /// It has started.
    public void started() {
        state = invocations.isEmpty() ? IsolateSnapshot.State.IDLE : IsolateSnapshot.State.BUSY;
    }

    /// It will never run.
    public void failedToStart(String reason) {
        if (state == IsolateSnapshot.State.KILLED) {
            // What ended it within its start has told so.
            return;
        }
        state = IsolateSnapshot.State.FAILED;
        endReason = reason;
        emit(new TailEvent.IsolateEnded(id, Instant.now(), state, reason));
    }

    /// Its isolate is gone: all its invocations end.
    public void lost(Condemnation reason) {
        if (state == IsolateSnapshot.State.KILLED || state == IsolateSnapshot.State.EVICTED) {
            return;
        }
        state = IsolateSnapshot.State.KILLED;
        endReason = reason.message();
        Failure why = endedFailure(reason);
        residences().forEach(residence -> residence.isolateLost(reason.outcome(), why));
        invocations().forEach(invocation -> invocation.isolateLost(reason.outcome(), why));
        emit(new TailEvent.IsolateEnded(id, Instant.now(), state, reason.message()));
    }

    /// Why its code was ended, with the place where it was.
    public Failure endedFailure(Condemnation reason) {
        return Failure.ended(reason.message(), isolate.endFrames(), positions);
    }

    /// It is dropped while nothing runs in it.
    public void evict(String reason) {
        if (state == IsolateSnapshot.State.KILLED || state == IsolateSnapshot.State.EVICTED) {
            return;
        }
        residences().forEach(residence -> residence.cancel(EventOutcome.CANCELED));
        invocations().forEach(invocation -> invocation.cancel(EventOutcome.CANCELED));
        boolean failed = state == IsolateSnapshot.State.FAILED;
        state = IsolateSnapshot.State.EVICTED;
        endReason = reason;
        isolate.dispose();
        if (!failed) {
            emit(new TailEvent.IsolateEnded(id, Instant.now(), state, reason));
        }
    }

    /// What is known of it now, without memory, which others measure.
    public IsolateSnapshot snapshot(@Nullable Long retainedBytes, @Nullable Long sharedBytes) {
        return new IsolateSnapshot(
                id,
                role,
                name,
                label,
                parent,
                state,
                retainedBytes,
                sharedBytes,
                isolate.allocatedBytes(),
                isolate.cpuNanos() / 1e6,
                requests,
                createdAt,
                lastActiveAt,
                endReason);
    }

    /// Records an error that no handler caught, outside of any invocation.
    public void reportError(GuestError error) {
        emit(new TailEvent.GuestException(id, Instant.now(), null, error));
    }
}
