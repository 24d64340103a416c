package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.project.ConfigProblem;
import dev.dynamicworkers.playground.core.project.ProjectException;
import dev.dynamicworkers.playground.core.project.WranglerConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `playground check DIR`: reads the project as the other commands do, and prints what is wrong or worth knowing.
@Command(
        name = "check",
        description = "Reads the project without running it; prints its problems and what is not used here.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineMain.Version.class)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final ProjectOptions project = new ProjectOptions();

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text for people, json for programs. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.TEXT;

    @Override
    public Integer call() {
        try {
            var read = project.read();
            var problems = new ArrayList<>(read.problems());
            problems.addAll(project.remarks());
            print(read.config(), problems);
            return ExitCode.HANDLED;
        } catch (ProjectException broken) {
            if (output == OutputFormat.TEXT) {
                throw broken;
            }
            print(null, broken.problems());
            return ExitCode.WRONG_USE;
        }
    }

    /// @param config null when the project can't start
    private void print(@Nullable WranglerConfig config, List<ConfigProblem> problems) {
        var out = spec.commandLine().getOut();
        if (output == OutputFormat.JSON) {
            out.println(JsonReport.ofCheck(config, problems));
        } else if (config != null) {
            ProblemLines.print(problems, out);
            var kept = project.retention();
            out.println("Dynamic workers that nobody uses: " + kept.namedKept() + " named ones stay, for "
                    + kept.namedIdleTime().toSeconds() + " s; the last " + kept.unnamedKept()
                    + " unnamed ones are shown.");
            CronLines.print(config, out);
            int count = problems.size();
            out.println(Terminal.safe(config.name()) + ": no errors, " + (count == 1 ? "1 remark" : count + " remarks")
                    + "; the code was not run");
        }
    }
}
