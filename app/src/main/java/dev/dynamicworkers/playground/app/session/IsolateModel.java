package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// All isolates of the project as they were last measured. FX thread.
public final class IsolateModel {
    private static final int MOST_SAMPLES = 360;
    private static final IsolateTag UNKNOWN = IsolateTag.of("isolate", IsolateSnapshot.Role.DYNAMIC);

    private final ReadOnlyObjectWrapper<List<IsolateSnapshot>> snapshots = new ReadOnlyObjectWrapper<>(List.of());
    private final StaleIsolates stale = new StaleIsolates(snapshots.getReadOnlyProperty());
    private final Map<IsolateId, List<Sample>> samples = new HashMap<>();
    private final Map<IsolateId, String> outcomes = new HashMap<>();
    private final Map<IsolateId, Integer> events = new HashMap<>();
    private final ReadOnlyObjectWrapper<Set<IsolateId>> inEvent = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyLongWrapper memoryLimit = new ReadOnlyLongWrapper();
    // Concurrent: filled on the engine's thread, so that a line never comes before the name of its isolate.
    private final Map<IsolateId, IsolateTag> tags = new ConcurrentHashMap<>();

    /// The isolates, parents before what they loaded, ended ones of the last minute included.
    public ReadOnlyObjectProperty<List<IsolateSnapshot>> snapshotsProperty() {
        return snapshots.getReadOnlyProperty();
    }

    /// Which of them were loaded with something else than the project says by now.
    public StaleIsolates stale() {
        return stale;
    }

    /// One measurement of an isolate's memory.
    ///
    /// @param retainedBytes heap that only this isolate keeps alive
    /// @param allocatedBytes heap allocated so far, null when it is not known
    public record Sample(
            Instant at, long retainedBytes, @Nullable Long allocatedBytes) {}

    /// The newest measurements of an isolate, oldest first, at most 180.
    public List<Sample> samples(IsolateId id) {
        return List.copyOf(samples.getOrDefault(id, List.of()));
    }

    /// Bytes that one isolate may retain; 0 while nothing has run.
    public ReadOnlyLongProperty memoryLimitProperty() {
        return memoryLimit.getReadOnlyProperty();
    }

    void limitMemory(long bytes) {
        memoryLimit.set(bytes);
    }

    /// How the last event of an isolate ended, in the platform's word; empty before its first did.
    public String lastOutcome(IsolateId id) {
        return outcomes.getOrDefault(id, "");
    }

    /// The isolates that have an event which is not over.
    public ReadOnlyObjectProperty<Set<IsolateId>> inEventProperty() {
        return inEvent.getReadOnlyProperty();
    }

    void began(TailEvent.Onset onset) {
        events.merge(onset.isolate(), 1, Integer::sum);
        inEvent.set(Set.copyOf(events.keySet()));
    }

    /// No isolate has an event any more, whatever was heard of them.
    void allEnded() {
        events.clear();
        inEvent.set(Set.of());
    }

    void ended(TailEvent.Outcome outcome) {
        events.computeIfPresent(outcome.isolate(), (id, count) -> count == 1 ? null : count - 1);
        inEvent.set(Set.copyOf(events.keySet()));
        outcomes.put(outcome.isolate(), outcome.outcome().word());
    }

    /// How many are alive.
    public int liveCount() {
        return (int) snapshots.get().stream()
                .filter(snapshot -> snapshot.endReason() == null)
                .count();
    }

    /// Bytes that living isolates retain together; null while no figure is known.
    public @Nullable Long retainedBytes() {
        Long sum = null;
        for (IsolateSnapshot snapshot : snapshots.get()) {
            Long own = snapshot.retainedBytes();
            if (own != null && snapshot.endReason() == null) {
                sum = (sum == null ? 0 : sum) + own;
            }
        }
        return sum;
    }

    /// Bytes that living isolates have allocated together, exact; null while no figure is known.
    public @Nullable Long allocatedBytes() {
        Long sum = null;
        for (IsolateSnapshot snapshot : snapshots.get()) {
            Long own = snapshot.allocatedBytes();
            if (own != null && snapshot.endReason() == null) {
                sum = (sum == null ? 0 : sum) + own;
            }
        }
        return sum;
    }

    /// How lines and rows name an isolate.
    public IsolateTag tag(IsolateId id) {
        return tags.getOrDefault(id, UNKNOWN);
    }

    /// Learns an isolate's name. Safe on any thread.
    void name(IsolateSnapshot snapshot) {
        tags.put(snapshot.id(), IsolateTag.of(snapshot.label(), snapshot.role()));
    }

    void started(IsolateSnapshot snapshot) {
        List<IsolateSnapshot> next = new ArrayList<>(snapshots.get());
        next.removeIf(known -> known.id().equals(snapshot.id()));
        next.add(snapshot);
        snapshots.set(List.copyOf(next));
    }

    void measured(List<IsolateSnapshot> all) {
        for (IsolateSnapshot snapshot : all) {
            name(snapshot);
            Long retained = snapshot.retainedBytes();
            if (retained != null && snapshot.endReason() == null) {
                List<Sample> known = samples.computeIfAbsent(snapshot.id(), id -> new ArrayList<>());
                known.add(new Sample(Instant.now(), retained, snapshot.allocatedBytes()));
                if (known.size() > MOST_SAMPLES) {
                    known.removeFirst();
                }
            }
        }
        samples.keySet()
                .removeIf(id -> all.stream().noneMatch(snapshot -> snapshot.id().equals(id)));
        outcomes.keySet()
                .removeIf(id -> all.stream().noneMatch(snapshot -> snapshot.id().equals(id)));
        snapshots.set(List.copyOf(all));
    }

    void clear() {
        samples.clear();
        outcomes.clear();
        allEnded();
        snapshots.set(List.of());
    }
}
