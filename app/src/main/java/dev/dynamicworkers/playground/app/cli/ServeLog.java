package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.project.secret.Secrets;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What a server prints while it runs: a line a request, and the console lines of all isolates as they come.
final class ServeLog implements TailConsumer {
    private static final int MOST_NOTES = 1000;

    private final PrintWriter out;
    private final Terminal terminal;
    private final TextReport report;
    private final Map<IsolateId, String> labels = new ConcurrentHashMap<>();
    private final Set<String> notes = ConcurrentHashMap.newKeySet();

    /// volatile: set when files change, read by every request.
    private volatile Secrets secrets = Secrets.NONE;

    ServeLog(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
        report = new TextReport(out, terminal);
    }

    /// Keeps the values of these secrets out of the lines from now on, as the engine does in what it tells.
    void mask(Secrets of) {
        secrets = of.and(secrets);
    }

    @Override
    public void accept(TailEvent event) {
        switch (event) {
            case TailEvent.IsolateStarted started ->
                labels.put(started.isolate(), started.snapshot().label());
            case TailEvent.IsolateEnded ended -> labels.remove(ended.isolate());
            case TailEvent.LogLine line -> print(() -> report.log(line, labels));
            case TailEvent.GuestException failure -> print(() -> report.error(failure.error()));
            case TailEvent.Subrequest subrequest -> denied(subrequest.request());
            case TailEvent.Note note -> note(note.text());
            case TailEvent.SecretLeaked leaked -> print(() -> report.leak(leaked, labels));
            default -> {}
        }
    }

    /// A note is told once, however often it comes.
    private void note(String text) {
        if (notes.size() < MOST_NOTES && notes.add(text)) {
            print(() -> out.println(terminal.faint(Terminal.safe("note: " + text))));
        }
    }

    /// A request that the rules refused is a surprise to whoever runs a server, so it is told with what to do.
    private void denied(SubrequestRecord request) {
        if (request.decision() == SubrequestRecord.Decision.DENIED) {
            print(() -> {
                out.println(terminal.yellow(
                        Terminal.safe("denied " + request.method() + " " + request.url() + ": " + request.reason())));
                if (request.hint() != null) {
                    out.println(terminal.faint(Terminal.safe(request.hint())));
                }
            });
        }
    }

    /// Prints the line of a request that is over.
    void request(HttpRequest request, InvocationResult result) {
        var response = result.response();
        var status = response == null ? "-" : Integer.toString(response.status());
        var outcome = result.outcome() == EventOutcome.OK
                ? ""
                : " " + terminal.red(result.outcome().word());
        print(() -> out.println(terminal.bold(line(request)) + " " + status
                + outcome
                + terminal.faint(" (" + TextReport.millis(result.timing().totalMillis()) + ")")));
    }

    /// Prints the line of a cron trigger whose handler is over.
    void cron(String cron, InvocationResult result) {
        var outcome = result.outcome().word();
        print(() -> out.println(terminal.bold(Terminal.safe("cron " + cron)) + " "
                + (result.outcome() == EventOutcome.OK ? outcome : terminal.red(outcome))
                + terminal.faint(" (" + TextReport.millis(result.timing().totalMillis()) + ")")));
    }

    /// Prints that the engine process was lost, and what with it.
    void engine(String sentence) {
        print(() -> out.println(terminal.yellow(Terminal.safe("engine: " + sentence))));
    }

    /// Prints the line of a request whose client left.
    void canceled(HttpRequest request) {
        print(() -> out.println(terminal.bold(line(request)) + " - " + terminal.yellow("canceled")));
    }

    private String line(HttpRequest request) {
        return Terminal.safe(secrets.mask(request.method() + " " + request.url()));
    }

    private synchronized void print(Runnable lines) {
        lines.run();
        out.flush();
    }
}
