package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.SourcePosition;
import dev.dynamicworkers.playground.core.project.ConfigProblem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gathers the problems of one reading. For one thread.
final class Problems {
    private final List<ConfigProblem> found = new ArrayList<>();

    void error(String file, SourcePosition position, String message, String hint) {
        add(Severity.ERROR, file, position, message, hint);
    }

    void warning(String file, SourcePosition position, String message, String hint) {
        add(Severity.WARNING, file, position, message, hint);
    }

    void info(String file, SourcePosition position, String message, String hint) {
        add(Severity.INFO, file, position, message, hint);
    }

    void add(Severity severity, String file, SourcePosition position, String message, String hint) {
        found.add(new ConfigProblem(severity, file, position.line(), position.column(), message, hint));
    }

    void add(ConfigProblem problem) {
        found.add(problem);
    }

    boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /// All of them, the most severe first, otherwise in order of finding.
    List<ConfigProblem> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(ConfigProblem::severity))
                .toList();
    }
}
