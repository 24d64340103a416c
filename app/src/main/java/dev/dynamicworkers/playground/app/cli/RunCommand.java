package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.process.EngineFailureException;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private final CommandEngine.Source engines;

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
            names = "--calls",
            description = "Also print every call that left an isolate: of bindings, between isolates, to the network.")
    private boolean withCalls;

    @Option(
            names = "--workers",
            description = "Also print what each isolate really ran: its modules, env and limits under the overlay.")
    private boolean withWorkers;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "Take samples of what the code does and write them to FILE, which should end in .cpuprofile:"
                    + " Chrome's developer tools and Visual Studio Code open it. Also print what took most of the"
                    + " time.")
    private @Nullable Path profile;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text for people, json for programs. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.TEXT;

    private boolean isEngineLost;

    /// @param engines give the process that guest code runs in
    RunCommand(CommandEngine.Source engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (repeat < 1) {
            throw new UsageException("--repeat wants a number from 1 on, not " + repeat);
        }
        if (profile != null) {
            ProfileReport.check(profile);
        }
        var invocation = event.invocation();
        var out = spec.commandLine().getOut();
        var results = new ArrayList<InvocationResult>();
        var read = project.read();
        ProblemLines.printWarnings(read.problems(), spec.commandLine().getErr());
        var calls = new CopyOnWriteArrayList<CallRecord>();
        var options = project.lasting().measuring(RuntimeOptions.Memory.AFTER_EACH_INVOCATION);
        if (withCalls) {
            options = options.recording(RuntimeOptions.Calls.RECORDED);
        }
        var lines = new ToldLines();
        try (var engine = engines.engine(CommandEngine.Use.ONE_COMMAND);
                var running = engine.run(read, options, event -> note(event, calls, lines))) {
            var status = engine.status();
            ProblemLines.printWarning(status, spec.commandLine().getErr());
            TerminalQuestions.answer(running);
            if (profile != null) {
                Waiting.on(running.beginProfile());
            }
            for (int i = 0; i < repeat; i++) {
                calls.clear();
                lines.clear();
                results.add(lines.completing(Waiting.on(running.dispatch(invocation))));
            }
            var last = results.getLast();
            var profiled = profile == null ? null : profiled(running, read, profile);
            var workers = withWorkers ? workers(running, last) : null;
            var queues = queues(read, running, lines);
            var extras = new RunExtras(withCalls ? List.copyOf(calls) : null, workers, queues, profiled);
            if (output == OutputFormat.JSON) {
                out.println(JsonReport.ofRun(last, results, status, extras));
            } else {
                var terminal = Terminal.ofProcess();
                extras.print(last.isolates(), out, terminal);
                var report = new TextReport(out, terminal);
                report.print(last, results, status);
                extras.queues().print(report, out, terminal);
            }
            out.flush();
        }
        return !isEngineLost && results.stream().allMatch(result -> result.outcome() == EventOutcome.OK)
                ? ExitCode.HANDLED
                : ExitCode.WORKER_FAILED;
    }

    /// The profile until now; null where it was lost.
    private @Nullable ProfileReport profiled(RunningProject running, Project read, Path file)
            throws InterruptedException {
        try {
            return ProfileReport.write(Waiting.on(running.endProfile()), read.folder(), file);
        } catch (EngineFailureException lost) {
            isEngineLost = true;
            spec.commandLine().getErr().println("playground: There is no profile. " + Terminal.safe(lost.getMessage()));
            return null;
        }
    }

    private static void note(TailEvent event, List<CallRecord> calls, ToldLines lines) {
        if (event instanceof TailEvent.Call told) {
            calls.add(told.call());
        } else {
            lines.accept(event);
        }
    }

    /// Hands over what is due in queues: messages that the event sent, and those that were left from before.
    private QueueReport queues(Project project, RunningProject running, ToldLines lines) throws InterruptedException {
        boolean consumes = Stream.concat(Stream.of(project), project.paired().stream())
                .anyMatch(each -> !each.config().consumers().isEmpty());
        if (!consumes) {
            return QueueReport.NONE;
        }
        lines.clear();
        try {
            var deliveries = Waiting.on(running.deliverQueued());
            return new QueueReport(deliveries, lines.logs(), lines.notes());
        } catch (EngineFailureException lost) {
            isEngineLost = true;
            spec.commandLine()
                    .getErr()
                    .println("playground: Queues were not handed over to the end. " + Terminal.safe(lost.getMessage()));
            return new QueueReport(List.of(), lines.logs(), lines.notes());
        }
    }

    private static List<WorkerView> workers(RunningProject running, InvocationResult last) throws InterruptedException {
        var views = new ArrayList<WorkerView>();
        for (var isolate : last.isolates()) {
            Waiting.on(running.view(isolate.id())).ifPresent(views::add);
        }
        return views;
    }
}
