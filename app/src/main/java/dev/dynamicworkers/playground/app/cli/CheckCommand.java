package dev.dynamicworkers.playground.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var read = project.read();
        ProblemLines.print(read.problems(), out);
        int count = read.problems().size();
        out.println(
                Terminal.safe(read.config().name()) + " can run; " + (count == 1 ? "1 remark" : count + " remarks"));
        return ExitCode.HANDLED;
    }
}
