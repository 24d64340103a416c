package dev.dynamicworkers.playground.core.debugger;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.EventBinding;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.instrumentation.ExecutionEventListener;
import com.oracle.truffle.api.instrumentation.Instrumenter;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags.StatementTag;
import com.oracle.truffle.api.source.Source;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/// Tells the statements of a line that are reached from those that go on after an `await` within them, for which the
/// engine says both times that they begin. Runs on the event loop's thread.
final class ResumeWatch implements AutoCloseable {
    /// Where the statements begin that a run of a function waits in.
    private final Map<Object, Set<Integer>> waiting = new WeakHashMap<>();

    private final EventBinding<?> binding;
    private boolean isResuming;

    ResumeWatch(Instrumenter instrumenter, Source source, int line) {
        binding = instrumenter.attachExecutionEventListener(
                SourceSectionFilter.newBuilder()
                        .tagIs(StatementTag.class)
                        .sourceIs(source)
                        .lineStartsIn(SourceSectionFilter.IndexRange.byLength(line, 1))
                        .build(),
                new Statements());
    }

    /// Whether the statement of the line that was told of last goes on.
    boolean isResuming() {
        return isResuming;
    }

    @Override
    public void close() {
        binding.dispose();
    }

    @TruffleBoundary
    private void begins(EventContext context, MaterializedFrame frame) {
        Set<Integer> places = waiting.get(GuestLanguage.run(frame));
        isResuming = places != null
                && places.remove(context.getInstrumentedSourceSection().getCharIndex());
    }

    @TruffleBoundary
    private void waits(EventContext context, MaterializedFrame frame) {
        waiting.computeIfAbsent(GuestLanguage.run(frame), run -> new HashSet<>())
                .add(context.getInstrumentedSourceSection().getCharIndex());
    }

    private final class Statements implements ExecutionEventListener {
        @Override
        public void onEnter(EventContext context, VirtualFrame frame) {
            begins(context, frame.materialize());
        }

        @Override
        public void onReturnValue(EventContext context, VirtualFrame frame, @Nullable Object result) {
            isResuming = false;
        }

        @Override
        public void onReturnExceptional(EventContext context, VirtualFrame frame, Throwable exception) {
            isResuming = false;
            if (GuestLanguage.isWait(exception)) {
                waits(context, frame.materialize());
            }
        }
    }
}
