package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.fx.FrameBatch;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.SecretLeak;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// Brings what the engine tells of isolates to the FX thread, a batch a frame, and shares it out.
final class TailFeed implements AutoCloseable {
    private static final int MOST_WAITING_LINES = 100_000;
    private static final int EVENTS_PER_FRAME = 2_000;

    private final RunState runState;
    private final IsolateModel isolates;
    private final SessionLog log;
    private final RunHistory history;
    private final Runs.PlaceFinder places;
    private final FrameBatch<TailEvent> lines;
    private final FrameBatch<TailEvent> events;
    private final RunTrace trace;
    private boolean closed;

    /// @param frames runs work on the FX thread at the next frame
    TailFeed(SessionState state, Runs.PlaceFinder places, Executor frames) {
        runState = state.runState();
        isolates = state.isolates();
        log = state.log();
        history = state.history();
        this.places = places;
        trace = new RunTrace(isolates);
        lines = new FrameBatch<>(frames, EVENTS_PER_FRAME, MOST_WAITING_LINES, this::take);
        events = new FrameBatch<>(frames, EVENTS_PER_FRAME, Integer.MAX_VALUE, this::take);
    }

    /// Runs on the engine's thread. Only console lines may be dropped in a flood.
    void hear(TailEvent event) {
        if (event instanceof TailEvent.IsolateStarted started) {
            isolates.name(started.snapshot());
        }
        (event instanceof TailEvent.LogLine ? lines : events).add(event);
    }

    /// A run begins.
    void begin(Instant at) {
        isolates.allEnded();
        trace.begin(at);
    }

    /// Takes what waits for the next frame, console lines excepted.
    void flush() {
        events.flush();
    }

    /// What isolates did since the run began.
    List<RunSpan> spans() {
        return trace.spans();
    }

    /// What isolates threw and did not catch since the run began.
    List<Thrown> thrown() {
        return trace.thrown();
    }

    /// The run came to a phase.
    ///
    /// @param nanos when, by the clock of this process
    void phase(RunState.Phase phase, long nanos) {
        trace.phases().did(phase, trace.millis(nanos));
    }

    /// A run with the phases that it came through.
    RunRecord withPhases(RunRecord run) {
        RunTiming timing = run.timing();
        String end = run.verdict() == RunVerdict.OK ? "Done" : run.verdict().word();
        return run.withPhases(trace.phases().all(end, timing.prepareMillis() + timing.totalMillis()));
    }

    private void take(List<TailEvent> batch, long lost) {
        if (closed) {
            return;
        }
        List<LogEntry> entries = new ArrayList<>();
        List<CallEntry> calls = new ArrayList<>();
        for (TailEvent event : batch) {
            trace.hear(event);
            switch (event) {
                case TailEvent.IsolateStarted started -> {
                    isolates.started(started.snapshot());
                    if (started.snapshot().role() == IsolateSnapshot.Role.PARENT) {
                        runState.come(runState.number(), RunState.Phase.LOADING);
                    }
                }
                case TailEvent.LogLine line -> entries.add(Runs.entry(line, runState.number(), isolates, places));
                case TailEvent.GuestException thrown ->
                    entries.add(Runs.entry(thrown, runState.number(), isolates, places));
                case TailEvent.IsolateEnded ended
                when ended.state() != IsolateSnapshot.State.EVICTED ->
                    entries.add(Runs.note(ended, "isolate ended: " + ended.reason(), runState.number(), isolates));
                case TailEvent.Note note -> entries.add(Runs.note(note, note.text(), runState.number(), isolates));
                case TailEvent.SecretLeaked leaked ->
                    entries.add(Runs.note(leaked, sentence(leaked.leak()), runState.number(), isolates));
                case TailEvent.Subrequest subrequest -> networkEvent(subrequest);
                case TailEvent.Exchange told -> history.exchanges().told(told.exchange());
                case TailEvent.Call told -> calls.add(Runs.call(told.call(), runState.number(), isolates, places));
                case TailEvent.Onset onset -> {
                    isolates.began(onset);
                    runState.come(runState.number(), RunState.Phase.RUNNING);
                }
                case TailEvent.Outcome outcome -> isolates.ended(outcome);
                case TailEvent.IsolateEnded ended -> {}
            }
        }
        if (!entries.isEmpty() || lost > 0) {
            log.append(entries, lost);
        }
        if (!calls.isEmpty()) {
            history.called(calls);
        }
    }

    private static String sentence(SecretLeak leak) {
        return "the secret " + leak.secret() + " left the sandbox in a "
                + leak.place().words() + " (" + leak.form() + "): " + leak.where();
    }

    private void networkEvent(TailEvent.Subrequest event) {
        if (runState.liveProperty().get()) {
            history.requested(new NetworkEntry(
                    runState.number(), isolates.tag(event.isolate()), event.request(), event.timestamp()));
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
