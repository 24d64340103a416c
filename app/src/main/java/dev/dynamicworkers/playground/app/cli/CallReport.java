package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/// Calls that left isolates, as `run --calls` prints them.
final class CallReport {
    private CallReport() {}

    /// Prints a line for each call, and beneath it what became of it.
    static void print(List<CallRecord> calls, List<IsolateSnapshot> isolates, PrintWriter out, Terminal terminal) {
        Map<IsolateId, String> labels = TextReport.labels(isolates);
        out.println();
        out.println(terminal.bold("Calls"));
        for (CallRecord call : calls) {
            var label = labels.getOrDefault(call.isolate(), "isolate " + call.isolate());
            var name = call.binding() == null ? call.method() : call.binding() + "." + call.method();
            var place = call.location();
            var where = place == null ? "" : "  " + place.file() + ":" + place.line();
            out.println(terminal.cyan(Terminal.safe(label) + "  ")
                    + Terminal.safe(name + " " + call.arguments())
                    + terminal.faint("  " + word(call.decision()) + ", " + TextReport.millis(call.durationMillis())
                            + size(", sent ", call.sentBytes()) + size(", received ", call.receivedBytes())
                            + Terminal.safe(where)));
            var target = call.target() == null ? "" : "[" + labels.getOrDefault(call.target(), "?") + "] ";
            var error = call.error();
            if (error != null) {
                out.println("    " + terminal.red(Terminal.safe(target + error)));
            } else if (call.result() != null) {
                out.println("    " + Terminal.safe(target + call.result()));
            }
            if (call.rule() != null) {
                out.println(terminal.faint("    " + Terminal.safe(call.rule())));
            }
        }
    }

    private static String size(String lead, @Nullable Long bytes) {
        return bytes == null ? "" : lead + TextReport.size(bytes);
    }

    /// Adds an object for each call.
    static void json(List<CallRecord> calls, ArrayNode into) {
        for (CallRecord call : calls) {
            var node = into.addObject();
            var target = call.target();
            node.put("time", call.at().toEpochMilli());
            node.put("isolate", call.isolate().number());
            node.put("target", target == null ? null : target.number());
            node.put("kind", word(call.kind()));
            node.put("binding", call.binding());
            node.put("method", call.method());
            node.put("arguments", call.arguments());
            node.put("result", call.result());
            node.put("error", call.error());
            node.put("durationMs", Math.round(call.durationMillis() * 1000) / 1000.0);
            node.put("sentBytes", call.sentBytes());
            node.put("receivedBytes", call.receivedBytes());
            node.put("decision", word(call.decision()));
            node.put("rule", call.rule());
            var place = call.location();
            if (place == null) {
                node.putNull("location");
            } else {
                node.putObject("location")
                        .put("file", place.file())
                        .put("line", place.line())
                        .put("column", place.column());
            }
        }
    }

    /// A word of the platform's kind: `askedAllowed`.
    static String word(Enum<?> constant) {
        var parts = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        var word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
        }
        return word.toString();
    }
}
