package dev.dynamicworkers.playground.app.panel.isolates;

import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;

/// All isolates with their memory. FX thread.
public final class IsolatesViewModel {
    private final ProjectSession session;

    /// @param session whose isolates are shown
    public IsolatesViewModel(ProjectSession session) {
        this.session = session;
    }

    // Properties

    /// The isolates as they were last measured.
    public ReadOnlyObjectProperty<List<IsolateSnapshot>> snapshotsProperty() {
        return session.isolates().snapshotsProperty();
    }

    /// How rows name an isolate.
    public IsolateTag tag(IsolateSnapshot snapshot) {
        return IsolateTag.of(snapshot.label(), snapshot.role());
    }

    /// Whether a run is live, so that nothing can be evicted.
    public ObservableBooleanValue liveProperty() {
        return session.runState().liveProperty();
    }

    // Commands

    /// Measures all isolates anew.
    public void measure() {
        session.measure();
    }

    /// Drops all isolates.
    public void evictAll() {
        session.evictAll();
    }
}
