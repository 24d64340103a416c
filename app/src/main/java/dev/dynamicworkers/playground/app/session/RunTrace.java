package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What isolates do while a run is live, put together from the events that tell of it. FX thread.
final class RunTrace {
    private static final int MOST = 2_000;

    /// An error that goes through more isolates than that is told with the first ones.
    private static final int MOST_THROWN = 50;

    private final IsolateModel isolates;
    private final Map<Long, RunSpan> spans = new LinkedHashMap<>();
    private final Map<Long, Long> unnamed = new LinkedHashMap<>();
    private final List<Thrown> thrown = new ArrayList<>();
    private final RunPhases phases = new RunPhases();
    private Instant start = Instant.EPOCH;
    private long startNanos;
    private long loads;

    RunTrace(IsolateModel isolates) {
        this.isolates = isolates;
    }

    void begin(Instant at) {
        spans.clear();
        unnamed.clear();
        thrown.clear();
        loads = 0;
        start = at;
        startNanos = System.nanoTime();
        phases.begin();
    }

    /// When the run came from one phase to the next.
    RunPhases phases() {
        return phases;
    }

    /// A moment of this process's clock, in milliseconds since the run was sent.
    double millis(long nanos) {
        return (nanos - startNanos) / 1e6;
    }

    /// What isolates threw and did not catch, in the order in which that was told.
    List<Thrown> thrown() {
        return List.copyOf(thrown);
    }

    void hear(TailEvent event) {
        if (event instanceof TailEvent.GuestException exception && thrown.size() < MOST_THROWN) {
            thrown.add(new Thrown(isolates.tag(exception.isolate()), exception.error()));
        }
        hearPhase(event);
        if (spans.size() >= MOST && !(event instanceof TailEvent.Outcome)) {
            return;
        }
        switch (event) {
            case TailEvent.IsolateStarted started -> {
                long key = - ++loads;
                unnamed.put(started.isolate().number(), key);
                IsolateTag tag = IsolateTag.of(
                        started.snapshot().label(), started.snapshot().role());
                spans.put(key, span(tag, 0, 0, "load", "isolate made", started.timestamp()));
            }
            case TailEvent.Onset onset -> {
                Long load = unnamed.remove(onset.isolate().number());
                if (load != null) {
                    end(load, onset.timestamp(), null, "ok");
                }
                InvocationId cause = onset.cause();
                spans.put(
                        onset.invocation().number(),
                        span(
                                isolates.tag(onset.isolate()),
                                onset.invocation().number(),
                                cause == null ? 0 : cause.number(),
                                onset.kind(),
                                onset.summary(),
                                onset.timestamp()));
            }
            case TailEvent.Outcome outcome ->
                end(
                        outcome.invocation().number(),
                        outcome.timestamp(),
                        outcome.cpuMillis(),
                        outcome.outcome().word());
            default -> {
                // Told elsewhere.
            }
        }
    }

    private void hearPhase(TailEvent event) {
        if (event instanceof TailEvent.IsolateStarted started
                && started.snapshot().role() == IsolateSnapshot.Role.PARENT) {
            phases.heard(RunState.Phase.LOADING, millis(started.timestamp()));
        } else if (event instanceof TailEvent.Onset onset) {
            phases.heard(RunState.Phase.RUNNING, millis(onset.timestamp()));
        }
    }

    private RunSpan span(IsolateTag isolate, long invocation, long cause, String kind, String summary, Instant at) {
        return new RunSpan(isolate, invocation, cause, kind, summary, millis(at), null, null, "");
    }

    private void end(Long key, Instant at, @Nullable Double cpu, String outcome) {
        spans.computeIfPresent(
                key,
                (same, span) -> new RunSpan(
                        span.isolate(),
                        span.invocation(),
                        span.cause(),
                        span.kind(),
                        span.summary(),
                        span.startMillis(),
                        Math.max(millis(at), span.startMillis()),
                        cpu,
                        outcome));
    }

    private double millis(Instant at) {
        return Math.max(0, Duration.between(start, at).toNanos() / 1e6);
    }

    List<RunSpan> spans() {
        return new ArrayList<>(spans.values());
    }
}
