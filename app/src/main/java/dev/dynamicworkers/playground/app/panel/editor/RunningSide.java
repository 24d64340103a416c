package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunState;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// On which side of the editors the code is that runs in this moment: while a dynamic worker has an event, its parent
/// waits. FX thread.
final class RunningSide implements AutoCloseable {
    private final ProjectSession session;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyObjectWrapper<@Nullable FileRole> role = new ReadOnlyObjectWrapper<>();

    RunningSide(ProjectSession session) {
        this.session = session;
        subscriptions.listen(session.isolates().inEventProperty(), ids -> look());
        subscriptions.listen(session.runState().phaseProperty(), phase -> look());
        look();
    }

    private void look() {
        RunState.Phase phase = session.runState().phaseProperty().get();
        if (phase == RunState.Phase.IDLE || phase == RunState.Phase.PAUSED) {
            role.set(null);
            return;
        }
        Set<IsolateId> busy = session.isolates().inEventProperty().get();
        boolean dynamic =
                busy.stream().anyMatch(id -> session.isolates().tag(id).role() == IsolateSnapshot.Role.DYNAMIC);
        role.set(busy.isEmpty() ? null : dynamic ? FileRole.DYNAMIC : FileRole.PARENT);
    }

    /// The role of the code that runs; null for none.
    ReadOnlyObjectProperty<@Nullable FileRole> roleProperty() {
        return role.getReadOnlyProperty();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
