package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// All isolates of the project as they were last measured. FX thread.
public final class IsolateModel {
    private static final IsolateTag UNKNOWN = IsolateTag.of("isolate", IsolateSnapshot.Role.DYNAMIC);

    private final ReadOnlyObjectWrapper<List<IsolateSnapshot>> snapshots = new ReadOnlyObjectWrapper<>(List.of());
    // Concurrent: filled on the engine's thread, so that a line never comes before the name of its isolate.
    private final Map<IsolateId, IsolateTag> tags = new ConcurrentHashMap<>();

    /// The isolates, parents before what they loaded, ended ones of the last minute included.
    public ReadOnlyObjectProperty<List<IsolateSnapshot>> snapshotsProperty() {
        return snapshots.getReadOnlyProperty();
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
        }
        snapshots.set(List.copyOf(all));
    }

    void clear() {
        snapshots.set(List.of());
    }
}
