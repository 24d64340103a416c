package dev.dynamicworkers.playground.core.debugger;

import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.instrumentation.Instrumenter;
import com.oracle.truffle.api.source.Source;
import dev.dynamicworkers.playground.core.debug.Breakpoint;
import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.CallSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The breakpoints of a plan in the sources that the engine has. Runs on the event loop's thread.
final class Breakpoints {
    private final DebuggerSession session;
    private final Instrumenter instrumenter;
    private final SourceBook book;
    private final DebugPlan plan;
    private final Set<Source> sources = new LinkedHashSet<>();
    private final Map<Place, com.oracle.truffle.api.debug.Breakpoint> installed = new HashMap<>();
    private final Map<com.oracle.truffle.api.debug.Breakpoint, Breakpoint> wanted = new HashMap<>();

    private final List<ResumeWatch> resumes = new ArrayList<>();

    /// The first of the statements that a breakpoint's line has.
    private final Map<com.oracle.truffle.api.debug.Breakpoint, Integer> firsts = new HashMap<>();

    private record Place(Source source, Breakpoint breakpoint) {}

    Breakpoints(DebuggerSession session, Instrumenter instrumenter, SourceBook book, DebugPlan plan) {
        this.session = session;
        this.instrumenter = instrumenter;
        this.book = book;
        this.plan = plan;
    }

    /// The engine has read a source.
    void loaded(Source source, List<WorkerInstance> workers) {
        if (!source.isInternal() && CallSite.isGuest(SourceBook.name(source)) && sources.add(source)) {
            workers.forEach(worker -> install(worker, source));
        }
    }

    /// A worker has its code, which the engine may have read before for another one.
    void codeCame(WorkerInstance worker) {
        sources.forEach(source -> install(worker, source));
    }

    private void install(WorkerInstance worker, Source source) {
        SourceBook.Known known = book.find(worker, source);
        if (known == null || known.file() == null) {
            return;
        }
        for (Breakpoint breakpoint : plan.breakpoints()) {
            if (breakpoint.file().equals(known.file())) {
                installed.computeIfAbsent(
                        new Place(source, breakpoint),
                        place -> install(place, worker, known.source().name()));
            }
        }
    }

    private com.oracle.truffle.api.debug.Breakpoint install(Place place, WorkerInstance worker, String module) {
        List<Integer> lines = worker.positions().runningLines(module, place.breakpoint.line());
        int line = lines.isEmpty() ? place.breakpoint.line() : lines.getFirst();
        var breakpoint = com.oracle.truffle.api.debug.Breakpoint.newBuilder(place.source)
                .lineIs(Math.clamp(line, 1, Math.max(1, place.source.getLineCount())))
                .build();
        String condition = place.breakpoint.condition();
        if (condition != null && !condition.isBlank()) {
            breakpoint.setCondition(condition);
        }
        wanted.put(breakpoint, place.breakpoint);
        // Before the breakpoint, so that it is told first.
        resumes.add(new ResumeWatch(instrumenter, place.source, line));
        session.install(breakpoint);
        return breakpoint;
    }

    /// Whether a statement was reached before and only goes on after an `await`, or is within one on the same line that
    /// was.
    boolean isOld(com.oracle.truffle.api.debug.Breakpoint breakpoint, int index) {
        int first = Objects.requireNonNull(firsts.merge(breakpoint, index, Math::min));
        return index > first || resumes.stream().anyMatch(watch -> watch.isResuming());
    }

    /// The session is over.
    void close() {
        resumes.forEach(ResumeWatch::close);
    }

    /// What a person set, for a breakpoint of the engine; null for another one.
    @Nullable
    Breakpoint wanted(com.oracle.truffle.api.debug.Breakpoint breakpoint) {
        return wanted.get(breakpoint);
    }
}
