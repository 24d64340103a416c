package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.project.share.SharingException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that gives a project away or takes one. What is refused is the person's to mend.
abstract class SharingCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// @throws SharingException with a sentence when it is refused
    abstract void share(PrintWriter out) throws SharingException;

    @Override
    public final Integer call() {
        try {
            share(spec.commandLine().getOut());
            return ExitCode.HANDLED;
        } catch (SharingException refused) {
            throw new UsageException(Terminal.safe(refused.sentence()));
        }
    }
}
