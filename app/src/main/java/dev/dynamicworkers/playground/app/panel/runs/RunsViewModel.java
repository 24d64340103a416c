package dev.dynamicworkers.playground.app.panel.runs;

import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import javafx.collections.ObservableList;

/// Runs that are over, newest first. FX thread.
public final class RunsViewModel {
    private final ProjectSession session;

    /// @param session whose runs are shown
    public RunsViewModel(ProjectSession session) {
        this.session = session;
    }

    /// The runs, newest first.
    public ObservableList<RunRecord> runs() {
        return session.runs();
    }

    /// Shows the response of a run.
    public void open(RunRecord run) {
        session.shownRunProperty().set(run);
    }
}
