package dev.dynamicworkers.playground.app.panel.problems;

import dev.dynamicworkers.playground.app.session.Problem;
import org.jspecify.annotations.Nullable;

/// A row of the problems: a file, or a problem below it.
///
/// @param file path of the file; empty for what belongs to none
/// @param count how many problems the file has
/// @param problem null for a file
record ProblemRow(String file, int count, @Nullable Problem problem) {
    static ProblemRow file(String file, int count) {
        return new ProblemRow(file, count, null);
    }

    static ProblemRow of(Problem problem) {
        return new ProblemRow("", 0, problem);
    }
}
