package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `playground test DIR`: runs the exports of the main module that have a `test()` method.
@Command(
        name = "test",
        description =
                "Runs every export of the main module that has a test(controller, env, ctx) method; it passes when it"
                        + " resolves.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineMain.Version.class)
final class TestCommand implements Callable<Integer> {
    private final CommandEngine.Source engines;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final ProjectOptions project = new ProjectOptions();

    @Option(names = "--filter", paramLabel = "NAME", description = "Only tests whose name contains this.")
    private String filter = "";

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text for people, json for programs. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.TEXT;

    /// What came of one test.
    ///
    /// @param error why it failed, null when it passed
    record TestResult(
            String name, boolean isPassed, @Nullable GuestError error, InvocationResult result) {}

    /// @param engines give the process that guest code runs in
    TestCommand(CommandEngine.Source engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws InterruptedException {
        var read = project.read();
        ProblemLines.printWarnings(read.problems(), spec.commandLine().getErr());
        var lines = new ToldLines();
        try (var engine = engines.engine(CommandEngine.Use.ONE_COMMAND);
                var running = engine.run(read, project.passing(), lines)) {
            ProblemLines.printWarning(engine.status(), spec.commandLine().getErr());
            var out = spec.commandLine().getOut();
            var report = new TextReport(out, Terminal.ofProcess());
            var results = new ArrayList<TestResult>();
            GuestError failure = null;
            try {
                for (var name : running.tests().get()) {
                    if (name.contains(filter)) {
                        var result = run(running, name, lines);
                        results.add(result);
                        if (output == OutputFormat.TEXT) {
                            print(result, report);
                            out.flush();
                        }
                    }
                }
            } catch (ExecutionException notFound) {
                failure = notFound(notFound);
            }
            if (output == OutputFormat.JSON) {
                out.println(JsonReport.ofTests(results, failure));
            } else {
                close(results, failure, report);
            }
            out.flush();
            return failure == null && results.stream().allMatch(TestResult::isPassed)
                    ? ExitCode.HANDLED
                    : ExitCode.WORKER_FAILED;
        }
    }

    private static TestResult run(RunningProject running, String name, ToldLines lines) throws InterruptedException {
        var entrypoint = name.equals("default") ? null : name;
        lines.clear();
        var result = lines.completing(Waiting.on(running.dispatch(new Invocation.Test(entrypoint))));
        boolean passed = result.outcome() == EventOutcome.OK && result.error() == null;
        var error = result.error();
        if (!passed && error == null) {
            error = new GuestError(
                    "Error", "the test ended with " + result.outcome().word(), null, List.of());
        }
        return new TestResult(name, passed, error, result);
    }

    private void print(TestResult result, TextReport report) {
        var out = spec.commandLine().getOut();
        var terminal = Terminal.ofProcess();
        var word = result.isPassed() ? terminal.green("passed  ") : terminal.red("failed  ");
        out.println(word
                + Terminal.safe(result.name())
                + terminal.faint(
                        " (" + TextReport.millis(result.result().timing().totalMillis()) + ")"));
        if (result.error() != null) {
            report.failed(result.error(), result.result());
        }
    }

    private void close(List<TestResult> results, @Nullable GuestError failure, TextReport report) {
        var out = spec.commandLine().getOut();
        if (failure != null) {
            report.error(failure);
        } else if (results.isEmpty()) {
            out.println(
                    "No export of the main module has a test method" + (filter.isEmpty() ? "." : " and this name."));
        }
        long passed = results.stream().filter(TestResult::isPassed).count();
        out.println(passed + " passed, " + (results.size() - passed) + " failed");
    }

    private static GuestError notFound(ExecutionException failure) {
        var cause = failure.getCause();
        var message = cause == null || cause.getMessage() == null ? failure.toString() : cause.getMessage();
        return new GuestError("Error", message, null, List.of());
    }
}
