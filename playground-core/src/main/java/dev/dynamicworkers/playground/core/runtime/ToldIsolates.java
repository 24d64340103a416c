package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.runtime.InvocationResult.CpuShare;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.Told;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects what isolates tell of themselves while an event is under way. Runs on the event loop's thread.
final class ToldIsolates {
    private final List<InvocationResult.Thrown> thrown = new ArrayList<>();
    private final Map<IsolateId, CpuShare> cpu = new LinkedHashMap<>();

    void threw(TailEvent.GuestException exception) {
        // One more: that of the event itself is told elsewhere.
        if (thrown.size() <= Told.MOST_THROWN) {
            thrown.add(new InvocationResult.Thrown(exception.isolate(), exception.error()));
        }
    }

    void ended(TailEvent.Outcome outcome) {
        if (cpu.size() < Told.MOST_ISOLATES || cpu.containsKey(outcome.isolate())) {
            cpu.merge(
                    outcome.isolate(),
                    new CpuShare(outcome.isolate(), 1, outcome.cpuMillis()),
                    (all, one) -> new CpuShare(
                            all.isolate(), all.events() + one.events(), all.cpuMillis() + one.cpuMillis()));
        }
    }

    /// An error that comes from another isolate does not bring along what it came from there; people are told.
    GuestError caused(GuestError ending) {
        return !ending.causes().isNone()
                ? ending
                : thrown.stream()
                        .map(InvocationResult.Thrown::error)
                        .filter(each ->
                                !each.causes().isNone() && each.headline().equals(ending.headline()))
                        .findFirst()
                        .map(each -> ending.causedBy(each.causes()))
                        .orElse(ending);
    }

    /// All of it.
    ///
    /// @param ending the error that ended the event, null for none
    Told about(@Nullable GuestError ending) {
        List<InvocationResult.Thrown> others = thrown.stream()
                .filter(each -> ending == null
                        || !each.error().headline().equals(ending.headline())
                        || !each.error().frames().equals(ending.frames()))
                .limit(Told.MOST_THROWN)
                .toList();
        return new Told(others, List.copyOf(cpu.values()));
    }
}
