package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.trace.QueueDelivery;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What `run` handed over to consumers of queues after its event, and what they wrote.
///
/// @param logs console lines of that time
/// @param notes what there is to say about it
record QueueReport(List<QueueDelivery> deliveries, List<TailEvent.LogLine> logs, List<String> notes) {
    static final QueueReport NONE = new QueueReport(List.of(), List.of(), List.of());

    /// Prints a line for each batch; nothing when there was none.
    void print(TextReport report, PrintWriter out, Terminal terminal) {
        if (deliveries.isEmpty()) {
            return;
        }
        out.println();
        out.println(terminal.bold("Queues"));
        for (var each : deliveries) {
            int size = each.size();
            var became = each.acknowledged() + " done, " + each.retried() + " to retry, " + each.dead() + " given up";
            out.println(Terminal.safe(each.queue() + " to " + each.worker() + ": ")
                    + (size == 1 ? "1 message" : size + " messages") + ", "
                    + each.outcome().word() + terminal.faint("  " + became));
        }
        report.logs(logs);
        notes.forEach(note -> out.println(Terminal.safe(note)));
    }

    /// Adds `queues`: an object for each batch, console lines and notes.
    void json(ObjectNode report) {
        var node = report.putObject("queues");
        var batches = node.putArray("batches");
        for (var each : deliveries) {
            batches.addObject()
                    .put("queue", each.queue())
                    .put("worker", each.worker())
                    .put("messages", each.size())
                    .put("outcome", each.outcome().word())
                    .put("acknowledged", each.acknowledged())
                    .put("retried", each.retried())
                    .put("dead", each.dead());
        }
        var lines = node.putArray("logs");
        logs.forEach(line -> JsonReport.log(line, lines.addObject()));
        var said = node.putArray("notes");
        notes.forEach(said::add);
    }
}
