package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.project.ConfigProblem;
import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import java.io.PrintWriter;
import java.util.List;

/// Problems of a project as compilers print theirs: `file:line:column: what. hint.`.
final class ProblemLines {
    private ProblemLines() {}

    static void print(List<ConfigProblem> problems, PrintWriter to) {
        problems.forEach(problem -> to.println(Terminal.safe(problem.sentence())));
    }

    /// What the engine can't do on this Java.
    static void printWarning(EngineStatus engine, PrintWriter to) {
        engine.warning().ifPresent(sentence -> {
            to.println("playground: " + sentence);
            to.flush();
        });
    }

    /// What a person should know before the code runs: the project runs, but not as its configuration says.
    static void printWarnings(List<ConfigProblem> problems, PrintWriter to) {
        print(
                problems.stream()
                        .filter(problem -> problem.severity() == ConfigProblem.Severity.WARNING)
                        .toList(),
                to);
        to.flush();
    }
}
