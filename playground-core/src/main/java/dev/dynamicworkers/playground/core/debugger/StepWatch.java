package dev.dynamicworkers.playground.core.debugger;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.EventBinding;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.instrumentation.ExecutionEventListener;
import com.oracle.truffle.api.instrumentation.Instrumenter;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags.RootTag;
import com.oracle.truffle.api.instrumentation.StandardTags.StatementTag;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import dev.dynamicworkers.playground.core.debug.Step;
import dev.dynamicworkers.playground.core.isolate.CallSite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Watches statements from where code stood still to where a step ends. Exists while a step is under way, and makes
/// code slow as long as it does. Runs on the event loop's thread.
///
/// The step is one of a run of a function, which may end, or wait at an `await` and go on in another turn.
final class StepWatch implements AutoCloseable {
    private final Step step;
    private final BooleanSupplier isOurs;
    private final Consumer<Node> reached;
    private final int startLine;
    private final int startIndex;
    private final @Nullable Object start;

    /// Runs of functions that are not over, the innermost first. The step ends in the first one; in any once none is
    /// left.
    private final List<Object> runs;

    /// Those that wait.
    private final Set<Object> asleep = new HashSet<>();

    /// Statements that wait, which begin again without being reached anew.
    private final Set<Waiting> waiting = new HashSet<>();

    /// Runs that went on after waits that nobody watched: what begins of them before something ends goes on too.
    private final Set<Object> resumed = new HashSet<>();

    /// Runs that began before those were over, and wait: what a step goes over, and not who awaits where it began.
    private final Set<Object> callees = new HashSet<>();

    /// A statement that a run of a function waits in.
    record Waiting(Object run, Node statement) {}

    /// What is known where a step ends.
    ///
    /// @param runs that are not over
    /// @param waiting statements of them
    record Known(List<Object> runs, Set<Waiting> waiting) {
        static final Known NOTHING = new Known(List.of(), Set.of());
    }

    private final List<EventBinding<?>> bindings;

    /// Where a step begins.
    ///
    /// @param runs of the functions on the stack, the innermost first
    /// @param waiting statements of them that are known to wait
    /// @param line of the statement in the code that runs
    /// @param index of its first character
    record From(List<Object> runs, Set<Waiting> waiting, int line, int index) {}

    /// @param isOurs whether what runs now is what the step is bound to
    /// @param reached hears of the statement at which the step may end
    StepWatch(Instrumenter instrumenter, Step step, From from, BooleanSupplier isOurs, Consumer<Node> reached) {
        this.step = step;
        this.isOurs = isOurs;
        this.reached = reached;
        runs = new ArrayList<>(from.runs);
        waiting.addAll(from.waiting);
        start = from.runs.isEmpty() ? null : from.runs.getFirst();
        startLine = from.line;
        startIndex = from.index;
        SourceSectionFilter.SourcePredicate guest =
                source -> !source.isInternal() && CallSite.isGuest(SourceBook.name(source));
        bindings = List.of(
                instrumenter.attachExecutionEventListener(
                        SourceSectionFilter.newBuilder()
                                .tagIs(RootTag.class)
                                .sourceIs(guest)
                                .build(),
                        new Roots()),
                instrumenter.attachExecutionEventListener(
                        SourceSectionFilter.newBuilder()
                                .tagIs(StatementTag.class)
                                .sourceIs(guest)
                                .build(),
                        new Statements()));
    }

    /// What the next step begins with.
    Known known() {
        return new Known(List.copyOf(runs), Set.copyOf(waiting));
    }

    @TruffleBoundary
    private void statement(EventContext context, MaterializedFrame frame) {
        Object run = GuestLanguage.run(frame);
        Node node = context.getInstrumentedNode();
        boolean goesOn = waiting.remove(new Waiting(run, node)) || resumed.contains(run);
        if (!goesOn && isOurs.getAsBoolean() && endsAt(run, context)) {
            reached.accept(node);
        }
    }

    private boolean endsAt(Object run, EventContext context) {
        SourceSection section = context.getInstrumentedSourceSection();
        if (run == start && section.getStartLine() == startLine && section.getCharIndex() != startIndex) {
            // Another part of the line.
            return false;
        }
        return switch (step) {
            case CONTINUE -> false;
            case IN -> true;
            case OVER -> runs.isEmpty() ? !callees.contains(run) : run == runs.getFirst();
            case OUT -> runs.isEmpty() ? !callees.contains(run) : run == runs.getFirst() && run != start;
        };
    }

    @TruffleBoundary
    private void began(MaterializedFrame frame) {
        Object run = GuestLanguage.run(frame);
        boolean isCall = run == frame;
        if (asleep.remove(run)) {
            return;
        }
        if (!runs.contains(run)) {
            if (isCall && !runs.isEmpty()) {
                callees.add(run);
            }
        } else {
            boolean isWatched = waiting.stream().anyMatch(each -> each.run == run);
            if (!isWatched) {
                resumed.add(run);
            }
        }
    }

    @TruffleBoundary
    private void statementEnds(MaterializedFrame frame) {
        if (!resumed.isEmpty()) {
            resumed.remove(GuestLanguage.run(frame));
        }
    }

    @TruffleBoundary
    private void waits(MaterializedFrame frame) {
        Object run = GuestLanguage.run(frame);
        if (runs.contains(run) || callees.contains(run)) {
            asleep.add(run);
        }
    }

    @TruffleBoundary
    private void ended(MaterializedFrame frame) {
        Object run = GuestLanguage.run(frame);
        // One that waits has given its promise to who called it.
        if (!asleep.contains(run)) {
            runs.remove(run);
            callees.remove(run);
        }
    }

    @TruffleBoundary
    private void statementWaits(EventContext context, MaterializedFrame frame) {
        Object run = GuestLanguage.run(frame);
        if (runs.contains(run)) {
            waiting.add(new Waiting(run, context.getInstrumentedNode()));
        }
    }

    @Override
    public void close() {
        bindings.forEach(EventBinding::dispose);
    }

    /// Beginnings and ends of runs of functions.
    private final class Roots implements ExecutionEventListener {
        @Override
        public void onEnter(EventContext context, VirtualFrame frame) {
            began(frame.materialize());
        }

        @Override
        public void onReturnValue(EventContext context, VirtualFrame frame, @Nullable Object result) {
            ended(frame.materialize());
        }

        @Override
        public void onReturnExceptional(EventContext context, VirtualFrame frame, Throwable exception) {
            if (GuestLanguage.isWait(exception)) {
                waits(frame.materialize());
            } else {
                ended(frame.materialize());
            }
        }
    }

    private final class Statements implements ExecutionEventListener {
        @Override
        public void onEnter(EventContext context, VirtualFrame frame) {
            statement(context, frame.materialize());
        }

        @Override
        public void onReturnValue(EventContext context, VirtualFrame frame, @Nullable Object result) {
            statementEnds(frame.materialize());
        }

        @Override
        public void onReturnExceptional(EventContext context, VirtualFrame frame, Throwable exception) {
            if (GuestLanguage.isWait(exception)) {
                statementWaits(context, frame.materialize());
            }
            statementEnds(frame.materialize());
        }
    }
}
