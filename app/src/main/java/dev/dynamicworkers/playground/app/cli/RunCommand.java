package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
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
            names = "--calls",
            description = "Also print every call that left an isolate: of bindings, between isolates, to the network.")
    private boolean withCalls;

    @Option(
            names = "--workers",
            description = "Also print what each isolate really ran: its modules, env and limits under the overlay.")
    private boolean withWorkers;

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
        var read = project.read();
        ProblemLines.printWarnings(read.problems(), spec.commandLine().getErr());
        var calls = new CopyOnWriteArrayList<CallRecord>();
        var options = project.lasting().measuring(RuntimeOptions.Memory.AFTER_EACH_INVOCATION);
        if (withCalls) {
            options = options.recording(RuntimeOptions.Calls.RECORDED);
        }
        var lines = new CopyOnWriteArrayList<TailEvent>();
        try (var engine = LocalEngine.start(spec.commandLine().getErr());
                var running = engine.run(read, options, event -> note(event, calls, lines))) {
            TerminalQuestions.answer(running);
            for (int i = 0; i < repeat; i++) {
                calls.clear();
                results.add(Waiting.on(running.dispatch(invocation)));
            }
            var last = results.getLast();
            var extras = new RunExtras(
                    withCalls ? List.copyOf(calls) : null,
                    withWorkers ? workers(running, last) : null,
                    queues(running, lines));
            var status = engine.status();
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
        return results.stream().allMatch(result -> result.outcome() == EventOutcome.OK)
                ? ExitCode.HANDLED
                : ExitCode.WORKER_FAILED;
    }

    private static void note(TailEvent event, List<CallRecord> calls, List<TailEvent> lines) {
        switch (event) {
            case TailEvent.Call told -> calls.add(told.call());
            case TailEvent.LogLine _, TailEvent.Note _ -> lines.add(event);
            default -> {
                // Told by the result.
            }
        }
    }

    /// Hands over what is due in queues: messages that the event sent, and those that were left from before.
    private static QueueReport queues(RunningProject running, List<TailEvent> lines) throws InterruptedException {
        lines.clear();
        var deliveries = Waiting.on(running.deliverQueued());
        var logs = new ArrayList<TailEvent.LogLine>();
        var notes = new ArrayList<String>();
        for (var line : lines) {
            if (line instanceof TailEvent.LogLine log) {
                logs.add(log);
            } else if (line instanceof TailEvent.Note note) {
                notes.add(note.text());
            }
        }
        return new QueueReport(deliveries, logs, notes);
    }

    private static List<WorkerView> workers(RunningProject running, InvocationResult last) throws InterruptedException {
        var views = new ArrayList<WorkerView>();
        for (var isolate : last.isolates()) {
            Waiting.on(running.view(isolate.id())).ifPresent(views::add);
        }
        return views;
    }
}
