package dev.dynamicworkers.playground.core.debugger;

import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.debug.Breakpoint.ExceptionBuilder;
import com.oracle.truffle.api.debug.Debugger;
import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.debug.SuspensionFilter;
import com.oracle.truffle.api.instrumentation.EventBinding;
import com.oracle.truffle.api.instrumentation.SourceFilter;
import com.oracle.truffle.api.instrumentation.TruffleInstrument.Env;
import com.oracle.truffle.api.nodes.Node;
import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.debug.NotPausedException;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.debug.PauseListener;
import dev.dynamicworkers.playground.core.debug.Seen;
import dev.dynamicworkers.playground.core.debug.Step;
import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.isolate.SharedEngine;
import dev.dynamicworkers.playground.core.isolate.TurnOwner;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The debugger of one project. Where code stands still, its turn is held: the loop's thread waits in here, does what
/// is posted aside, and the project's clock stands.
///
/// Only [#listen] is safe on any thread; all else runs on the event loop's thread.
public final class ProjectDebugger implements AutoCloseable {
    /// CPU time that one look at values may take: getters and traps of guest code may run for it.
    private static final long LOOK_NANOS = 1_000_000_000;

    private final SharedEngine engine;
    private final EventLoop loop;
    private final Supplier<List<WorkerInstance>> workers;
    private final SourceBook book;
    private final UnaryOperator<String> mask;

    /// volatile: set on any thread, read by the loop's.
    private volatile @Nullable PauseListener listener;

    private @Nullable DebuggerSession session;
    private @Nullable Breakpoints breakpoints;
    private @Nullable EventBinding<?> loading;
    private DebugPlan plan = DebugPlan.OFF;
    private @Nullable StepWatch step;
    private boolean isStepReached;
    private boolean isStepLost;
    private long pauses;

    /// volatile: set by the loop's thread, read by whoever asks for it.
    private volatile @Nullable Standing standing;

    /// The pause of this moment.
    private static final class Standing {
        final long number;
        final Isolate isolate;
        final PausedValues values;

        @Nullable
        Step next;

        Standing(long number, Isolate isolate, PausedValues values) {
            this.number = number;
            this.isolate = isolate;
            this.values = values;
        }
    }

    /// @param workers those that live, and those that ended lately
    /// @param texts of the project's files by path
    /// @param mask takes secrets out of texts for people
    public ProjectDebugger(
            SharedEngine engine,
            EventLoop loop,
            Supplier<List<WorkerInstance>> workers,
            Map<String, String> texts,
            UnaryOperator<String> mask) {
        this.engine = engine;
        this.loop = loop;
        this.workers = workers;
        this.mask = mask;
        book = new SourceBook(texts);
    }

    /// Says who hears of pauses; null for nobody, so that nothing stands still.
    public void listen(@Nullable PauseListener heard) {
        listener = heard;
    }

    /// Whether code stands still. Safe on any thread.
    public boolean isStanding() {
        return standing != null;
    }

    // ---- the plan ----

    /// Puts another plan in force, also while code stands still.
    public void apply(DebugPlan another) {
        closeSession();
        plan = another;
        // Code that stands still does so until it is told to go on, and can take steps without a breakpoint.
        if (another.isOn() || standing != null) {
            openSession();
        }
    }

    private void openSession() {
        DebuggerSession opened = engine.service("debugger", Debugger.class).startSession(this::suspended);
        opened.setSteppingFilter(
                SuspensionFilter.newBuilder().includeInternal(false).build());
        Breakpoints wanted = new Breakpoints(opened, env().getInstrumenter(), book, plan);
        if (plan.exceptions()) {
            ExceptionBuilder exceptions = com.oracle.truffle.api.debug.Breakpoint.newExceptionBuilder(
                    /* caught= */ true, /* uncaught= */ true);
            opened.install(exceptions.build());
        }
        session = opened;
        breakpoints = wanted;
        loading = env().getInstrumenter()
                .attachLoadSourceListener(
                        SourceFilter.ANY,
                        event -> {
                            // Other projects and threads that prepare isolates read sources too.
                            if (loop.isCurrent()) {
                                wanted.loaded(event.getSource(), workers.get());
                            }
                        },
                        /* includeExistingSources= */ true);
    }

    private Env env() {
        return engine.service(StepInstrument.ID, StepInstrument.class).env();
    }

    private void closeSession() {
        endStep();
        if (loading != null) {
            loading.dispose();
            loading = null;
        }
        if (session != null) {
            session.close();
            session = null;
        }
        if (breakpoints != null) {
            breakpoints.close();
            breakpoints = null;
        }
    }

    /// A worker has its code and is about to run.
    public void codeCame(WorkerInstance worker) {
        if (breakpoints != null) {
            breakpoints.codeCame(worker);
        }
    }

    // ---- standing still ----

    private void suspended(SuspendedEvent event) {
        Isolate isolate = loop.isCurrent() && standing == null ? engine.running() : null;
        PauseListener heard = listener;
        if (isolate == null
                || heard == null
                || breakpoints == null
                || !(plan.isOn() || isStepReached)
                || !(isolate.attachment() instanceof WorkerInstance worker)) {
            return;
        }
        Cause cause = cause(event, breakpoints, worker);
        PausedStack stack = cause == null ? null : new PausedStack(event, worker, book);
        if (cause == null || stack == null || stack.isEmpty()) {
            return;
        }
        StepWatch.Known before = step == null ? StepWatch.Known.NOTHING : step.known();
        endStep();
        TurnOwner owner = isolate.current();
        Standing now = new Standing(++pauses, isolate, new PausedValues(stack, env(), mask));
        standing = now;
        heard.paused(new Pause(
                now.number,
                cause.reason,
                cause.detail == null ? null : new ValueText(new GuestValues(env()), mask).name(cause.detail),
                worker.id(),
                worker.label(),
                owner == null ? 0 : owner.number(),
                stack.shown(mask)));
        try {
            loop.hold(
                    () -> now.next != null || isolate.condemnation() != null,
                    queue -> TruffleSafepoint.setBlockedThreadInterruptibleFunction(null, BlockingQueue::take, queue));
            Step next = now.next;
            if (next != null && next != Step.CONTINUE && session != null) {
                beginStep(next, stack.from(before), isolate, owner);
            }
        } finally {
            standing = null;
            if (!plan.isOn() && step == null) {
                closeSession();
            }
            heard.goesOn(now.number);
        }
    }

    /// Why code stands still.
    private record Cause(Pause.Reason reason, @Nullable String detail) {}

    private @Nullable Cause cause(SuspendedEvent event, Breakpoints set, WorkerInstance worker) {
        if (isStepReached) {
            return new Cause(Pause.Reason.STEP, null);
        }
        for (var breakpoint : event.getBreakpoints()) {
            if (breakpoint.getKind() == com.oracle.truffle.api.debug.Breakpoint.Kind.EXCEPTION) {
                return exception(event);
            }
            var wanted = set.wanted(breakpoint);
            if (wanted == null) {
                // The engine's own, for `debugger`.
                return new Cause(Pause.Reason.STATEMENT, null);
            }
            SourceBook.Known known = book.find(worker, event.getSourceSection().getSource());
            if (known != null
                    && wanted.file().equals(known.file())
                    && !set.isOld(breakpoint, event.getSourceSection().getCharIndex())) {
                Throwable failed = event.getBreakpointConditionException(breakpoint);
                return new Cause(
                        Pause.Reason.BREAKPOINT,
                        failed == null
                                ? null
                                : "The condition " + wanted.condition() + " failed: " + failed.getMessage());
            }
        }
        return null;
    }

    /// What a `try` of the code catches is its own business.
    private static @Nullable Cause exception(SuspendedEvent event) {
        var thrown = event.getException();
        if (thrown == null) {
            return null;
        }
        var caught = thrown.getCatchLocation();
        return caught == null || caught.getFrame().isInternal()
                ? new Cause(Pause.Reason.EXCEPTION, thrown.getMessage())
                : null;
    }

    /// Lets code go on that stands still.
    ///
    /// @param number of the pause; another one than the present is none
    public void goOn(long number, Step next) {
        if (standing != null && standing.number == number) {
            standing.next = next;
        }
    }

    /// Answers a question about code that stands still.
    ///
    /// @param number of the pause
    public void look(long number, Look look, CompletableFuture<List<Seen>> answer) {
        Standing now = standing;
        if (now == null || now.number != number || now.next != null) {
            answer.completeExceptionally(new NotPausedException());
            return;
        }
        try {
            List<Seen> seen = now.isolate.withOwnLimit(LOOK_NANOS, "What was evaluated", () -> now.values.look(look));
            if (now.isolate.condemnation() == null) {
                answer.complete(seen);
            }
        } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
        } finally {
            if (!answer.isDone()) {
                // What was evaluated has ended the isolate.
                answer.completeExceptionally(new NotPausedException());
            }
        }
    }

    // ---- steps ----

    private void beginStep(Step wanted, StepWatch.From from, Isolate isolate, @Nullable TurnOwner owner) {
        isStepLost = false;
        step = new StepWatch(
                env().getInstrumenter(),
                wanted,
                from,
                () -> standing == null && isOf(isolate, owner, wanted),
                this::reached);
    }

    /// Whether the turn of this moment is one of the invocation that the step is bound to, or, for a step in, of one
    /// that it caused.
    private boolean isOf(Isolate isolate, @Nullable TurnOwner owner, Step wanted) {
        Isolate running = loop.isCurrent() ? engine.running() : null;
        if (running == null) {
            return false;
        }
        if (owner instanceof InvocationContext invocation && invocation.isEnded()) {
            if (!isStepLost) {
                isStepLost = true;
                loop.post(this::dropStep);
            }
            return false;
        }
        if (running == isolate && running.current() == owner) {
            return true;
        }
        if (wanted != Step.IN || !(owner instanceof InvocationContext)) {
            return false;
        }
        TurnOwner current = running.current();
        while (current instanceof InvocationContext invocation) {
            if (invocation == owner) {
                return true;
            }
            current = invocation.cause();
        }
        return false;
    }

    private void reached(Node statement) {
        DebuggerSession open = session;
        if (open != null) {
            isStepReached = true;
            try {
                open.suspendHere(statement);
            } finally {
                isStepReached = false;
            }
        }
    }

    /// The event is over, and the step with it.
    private void dropStep() {
        if (!isStepLost) {
            // Another step has begun meanwhile.
            return;
        }
        endStep();
        if (!plan.isOn() && standing == null) {
            closeSession();
        }
    }

    private void endStep() {
        if (step != null) {
            step.close();
            step = null;
        }
    }

    /// Nothing stands still any more. Runs on any thread once the loop has ended.
    @Override
    public void close() {
        listener = null;
        closeSession();
    }
}
