package dev.dynamicworkers.playground.app.panel.network;

import dev.dynamicworkers.playground.app.session.NetworkEntry;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import javafx.collections.ObservableList;

/// Requests that left isolates, and what was decided about them. FX thread.
public final class NetworkViewModel {
    private final ProjectSession session;

    /// @param session whose subrequests are shown
    public NetworkViewModel(ProjectSession session) {
        this.session = session;
    }

    /// The requests, oldest first.
    public ObservableList<NetworkEntry> entries() {
        return session.network();
    }

    /// Forgets the rows.
    public void clear() {
        session.clearNetwork();
    }
}
