package dev.dynamicworkers.playground.app.panel.problems;

import dev.dynamicworkers.playground.app.session.Problem;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import javafx.collections.ObservableList;

/// What is wrong with the project and its last run. FX thread.
public final class ProblemsViewModel {
    private final ProjectSession session;

    /// @param session whose problems are shown
    public ProblemsViewModel(ProjectSession session) {
        this.session = session;
    }

    /// The problems, those of the project first.
    public ObservableList<Problem> problems() {
        return session.problems();
    }

    /// Shows the code that a problem is about.
    public void reveal(Problem problem) {
        var place = problem.place();
        if (place != null) {
            session.reveal(place);
        }
    }
}
