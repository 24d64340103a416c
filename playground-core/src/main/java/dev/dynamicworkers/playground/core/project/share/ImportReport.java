package dev.dynamicworkers.playground.core.project.share;

import dev.dynamicworkers.playground.core.project.ConfigProblem;
import dev.dynamicworkers.playground.core.project.ConfigProblem.Severity;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.ProjectException;
import dev.dynamicworkers.playground.core.project.ProjectReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What became of a project that came from elsewhere: what works as it does there, what works in part, what is not used
/// here. Immutable; reading blocks.
///
/// @param mapped what works, in words
/// @param partly what works in part or not at all, with its place
/// @param ignored what is not used here, with its place
public record ImportReport(List<String> mapped, List<ConfigProblem> partly, List<ConfigProblem> ignored) {
    public ImportReport {
        mapped = List.copyOf(mapped);
        partly = List.copyOf(partly);
        ignored = List.copyOf(ignored);
    }

    /// Reads a project's folder. Runs nothing of it.
    public static ImportReport of(Path folder) {
        try {
            Project project = new ProjectReader().read(folder, Map.of());
            List<String> mapped = new ArrayList<>();
            mapped.add("worker " + project.config().name() + ", main module "
                    + project.config().main());
            mapped.add(count(project.modules().size(), "module"));
            project.config().bindings().forEach(binding -> mapped.add("env." + binding.name()));
            return sorted(mapped, project.problems());
        } catch (ProjectException broken) {
            return sorted(List.of(), broken.problems());
        }
    }

    private static ImportReport sorted(List<String> mapped, List<ConfigProblem> problems) {
        return new ImportReport(
                mapped,
                problems.stream()
                        .filter(problem -> problem.severity() != Severity.INFO)
                        .toList(),
                problems.stream()
                        .filter(problem -> problem.severity() == Severity.INFO)
                        .toList());
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
