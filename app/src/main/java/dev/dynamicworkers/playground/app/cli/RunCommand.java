package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `playground run DIR`: delivers one event to the parent worker and prints what came of it.
@Command(
        name = "run",
        description =
                "Sends one request, or another event, to the parent worker and prints what came of it, the logs and the"
                        + " isolates.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineMain.Version.class)
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final ProjectOptions project = new ProjectOptions();

    @Mixin
    private final EventOptions event = new EventOptions();

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description =
                    "Deliver the event N times, one after the other; the last one is printed, and the times of all.")
    private int repeat = 1;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text for people, json for programs. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.TEXT;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (repeat < 1) {
            throw new UsageException("--repeat wants a number from 1 on, not " + repeat);
        }
        var invocation = event.invocation();
        var out = spec.commandLine().getOut();
        var results = new ArrayList<InvocationResult>();
        try (var engine = LocalEngine.start(spec.commandLine().getErr());
                var running = engine.run(project.read(), project.lasting(), event -> {})) {
            TerminalQuestions.answer(running);
            for (int i = 0; i < repeat; i++) {
                results.add(Waiting.on(running.dispatch(invocation)));
            }
            var last = results.getLast();
            var status = engine.status();
            if (output == OutputFormat.JSON) {
                out.println(JsonReport.ofRun(last, results, status));
            } else {
                new TextReport(out, Terminal.ofProcess()).print(last, results, status);
            }
            out.flush();
        }
        return results.stream().allMatch(result -> result.outcome() == EventOutcome.OK)
                ? ExitCode.HANDLED
                : ExitCode.WORKER_FAILED;
    }
}
