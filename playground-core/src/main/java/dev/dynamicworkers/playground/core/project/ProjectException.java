package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.worker.PlaygroundException;
import java.util.List;
import java.util.stream.Collectors;

/// A project that can't be run, with all that is wrong with it.
public final class ProjectException extends PlaygroundException {
    private static final long serialVersionUID = 1;

    private final transient List<ConfigProblem> problems;

    /// @param problems at least one of severity error, the most severe first
    ProjectException(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::sentence).collect(Collectors.joining("\n")), null);
        this.problems = List.copyOf(problems);
    }

    /// All problems, the most severe first.
    public List<ConfigProblem> problems() {
        return problems;
    }
}
