package dev.dynamicworkers.playground.app.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is wrong with the project and its last run, the project's first. FX thread.
final class ProblemList {
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObservableList<Problem> view = FXCollections.unmodifiableObservableList(problems);

    ObservableList<Problem> view() {
        return view;
    }

    /// Takes what one source found in place of what it found before.
    void replace(Problem.Source source, List<Problem> found) {
        List<Problem> next = new ArrayList<>(problems);
        next.removeIf(problem -> problem.source() == source);
        next.addAll(found);
        next.sort(Comparator.comparing(Problem::source));
        if (!next.equals(problems)) {
            problems.setAll(next);
        }
    }
}
