package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which dynamic workers serve requests of one invocation, or of all events of one Durable Object, at this moment.
/// Runs on the event loop's thread.
final class DynamicWorkersInFlight {
    private final Map<WorkerInstance, Integer> invocations = new HashMap<>();

    void began(WorkerInstance worker) {
        if (isDynamic(worker)) {
            invocations.merge(worker, 1, Integer::sum);
        }
    }

    void ended(WorkerInstance worker) {
        invocations.computeIfPresent(worker, (key, count) -> count == 1 ? null : count - 1);
    }

    void passTo(DynamicWorkersInFlight other) {
        invocations.forEach((worker, count) -> other.invocations.merge(worker, count, Integer::sum));
        invocations.clear();
    }

    /// Whether one more worker would be one too many.
    ///
    /// @param together those whose workers count as one, this one included
    static @Nullable Failure refusal(
            Collection<DynamicWorkersInFlight> together, WorkerInstance next, long most, String whose) {
        if (!isDynamic(next)) {
            return null;
        }
        if (together.size() == 1) {
            DynamicWorkersInFlight one = together.iterator().next();
            if (one.invocations.size() < most || one.invocations.containsKey(next)) {
                return null;
            }
        }
        Set<WorkerInstance> distinct = new HashSet<>();
        for (DynamicWorkersInFlight each : together) {
            distinct.addAll(each.invocations.keySet());
        }
        if (distinct.contains(next) || distinct.size() < most) {
            return null;
        }
        return Failure.of(
                "Error",
                "Too many dynamic workers at once: " + whose + " may have requests under way at " + most
                        + " distinct ones. Wait for some of them to answer first.",
                Failure.Remoteness.LOCAL);
    }

    private static boolean isDynamic(WorkerInstance worker) {
        return worker.role() == IsolateSnapshot.Role.DYNAMIC;
    }
}
