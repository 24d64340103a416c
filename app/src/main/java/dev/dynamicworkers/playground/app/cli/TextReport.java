package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.WorkerResponse;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.LogLevel;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What came of an invocation, for people: response, error, logs, requests, isolates with their memory, outcome.
final class TextReport {
    /// Isolates whose CPU time is told apart in the last line.
    private static final int MOST_SHARES = 5;

    private final PrintWriter out;
    private final Terminal terminal;

    TextReport(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /// Prints the last of some results.
    void print(InvocationResult last, List<InvocationResult> all, EngineStatus engine) {
        var labels = labels(last.isolates());
        response(last.response());
        EventReport.lines(last.event()).forEach(line -> out.println(terminal.bold(Terminal.safe(line))));
        var error = last.error();
        if (error != null) {
            section("Error");
            error(error, stacksBefore(last, labels));
        }
        others(last, error).forEach(each -> {
            section("Error in " + label(each.isolate(), labels));
            error(each.error());
        });
        if (!last.logs().isEmpty()) {
            section("Logs");
            last.logs().forEach(line -> log(line, labels));
        }
        if (!last.subrequests().isEmpty()) {
            section("Requests");
            last.subrequests().forEach(request -> request(request, labels));
            last.subrequests().stream()
                    .map(SubrequestRecord::hint)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(hint -> out.println(terminal.faint(Terminal.safe(hint))));
        }
        if (!last.secretLeaks().isEmpty()) {
            section("Secrets that were seen on their way out");
            last.secretLeaks().forEach(leaked -> leak(leaked, labels));
        }
        if (!last.isolates().isEmpty()) {
            section("Isolates");
            var said = new HashSet<String>();
            last.told().thrown().forEach(each -> said.add(each.error().message()));
            if (error != null) {
                said.add(error.message());
            }
            isolates(last.isolates(), labels, said);
        }
        if (!last.notes().isEmpty()) {
            section("Notes");
            last.notes().forEach(note -> out.println(Terminal.safe(note)));
        }
        out.println();
        outcome(last, all, engine);
    }

    /// Prints why a test failed: its error, those of other isolates, and what was logged.
    void failed(GuestError error, InvocationResult result) {
        var labels = labels(result.isolates());
        error(error, stacksBefore(result, labels));
        others(result, error).forEach(each -> {
            out.println("In " + label(each.isolate(), labels) + ":");
            error(each.error());
        });
        result.logs().forEach(line -> log(line, labels));
    }

    /// What isolates did not catch besides the error that ended the event.
    private static List<InvocationResult.Thrown> others(InvocationResult result, @Nullable GuestError ending) {
        return result.told().thrown().stream()
                .filter(each -> !isSame(each.error(), ending))
                .toList();
    }

    /// The stacks of an event's error in the isolates that it left before, each after the name of its isolate, and the
    /// name for the stack that follows; nothing where there are none.
    private static List<String> stacksBefore(InvocationResult result, Map<IsolateId, String> labels) {
        var lines = new ArrayList<String>();
        for (var each : result.told().thrown()) {
            if (isSame(each.error(), result.error())) {
                lines.add("  in " + label(each.isolate(), labels));
                lines.addAll(stack(each.error(), "    "));
            }
        }
        if (!lines.isEmpty()) {
            lines.add("  in parent");
        }
        return lines;
    }

    private static boolean isSame(GuestError error, @Nullable GuestError ending) {
        return ending != null && error.headline().equals(ending.headline());
    }

    private static String label(IsolateId isolate, Map<IsolateId, String> labels) {
        return Terminal.safe(labels.getOrDefault(isolate, "isolate " + isolate));
    }

    /// Prints an error with its stack.
    void error(GuestError error) {
        error(error, List.of());
    }

    /// @param before stands above its own stack
    private void error(GuestError error, List<String> before) {
        out.println(terminal.red(Terminal.safe(error.headline())));
        if (error.hint() != null) {
            out.println(Terminal.safe(error.hint()));
        }
        before.forEach(line -> out.println(terminal.faint(line)));
        stack(error, "    ").forEach(line -> out.println(terminal.faint(line)));
        for (var step : error.steps()) {
            var indent = "  ".repeat(step.depth() + 1);
            out.println(indent + Terminal.safe(step.line()));
            var cause = step.error();
            if (cause != null) {
                stack(cause, indent + "    ").forEach(line -> out.println(terminal.faint(line)));
            }
        }
    }

    private static List<String> stack(GuestError error, String indent) {
        var stack = error.stack();
        return stack == null
                ? List.of()
                : stack.lines()
                        .filter(line -> line.stripLeading().startsWith("at "))
                        .map(line -> indent + Terminal.safe(line.strip()))
                        .toList();
    }

    /// Prints console lines of workers whose names are not at hand.
    void logs(List<TailEvent.LogLine> lines) {
        lines.forEach(line -> log(line, Map.of()));
    }

    /// Prints a console line after the name of the isolate that wrote it.
    void log(TailEvent.LogLine line, Map<IsolateId, String> labels) {
        var label = label(line.isolate(), labels);
        var text = Terminal.safe(line.text()).replace("\n", "\n                        ");
        out.println(terminal.cyan(padded(label, 16)) + leveled(line.level(), text));
    }

    static Map<IsolateId, String> labels(List<IsolateSnapshot> isolates) {
        var labels = new HashMap<IsolateId, String>();
        isolates.forEach(isolate -> labels.put(isolate.id(), isolate.label()));
        return labels;
    }

    private void response(@Nullable WorkerResponse response) {
        if (response == null) {
            return;
        }
        var head = "HTTP/1.1 " + response.status() + " " + Terminal.safe(response.statusText());
        out.println(terminal.bold(head.strip()));
        response.headers()
                .forEach(header -> out.println(
                        terminal.faint(Terminal.safe(header.name()) + ":") + " " + Terminal.safe(header.value())));
        out.println();
        var text = JsonReport.text(response.body());
        if (text == null) {
            out.println(terminal.faint("(" + size((long) response.body().length) + " of binary data)"));
        } else if (!text.isEmpty()) {
            out.println(Terminal.safe(text));
        }
    }

    private String leveled(LogLevel level, String text) {
        var word = padded(level.word(), 8);
        return switch (level) {
            case ERROR -> terminal.red(word + text);
            case WARN -> terminal.yellow(word + text);
            case DEBUG -> terminal.faint(word + text);
            case LOG, INFO -> word + text;
        };
    }

    private void request(SubrequestRecord request, Map<IsolateId, String> labels) {
        var answer = request.status() == null ? "" : " " + request.status();
        var rule = request.rule();
        var decided = rule == null || request.decision() == SubrequestRecord.Decision.DENIED
                ? ""
                : " [" + rule.id() + ": " + rule.text() + "]";
        var reason = request.reason() == null ? "" : " (" + request.reason() + ")";
        out.println(terminal.cyan(padded(label(request.isolate(), labels), 16))
                + padded(request.decision().name().toLowerCase(Locale.ROOT), 12)
                + Terminal.safe(request.method() + " " + request.url() + answer + decided + reason));
    }

    /// Prints where a secret was seen.
    void leak(TailEvent.SecretLeaked leaked, Map<IsolateId, String> labels) {
        var leak = leaked.leak();
        out.println(terminal.cyan(padded(label(leaked.isolate(), labels), 16))
                + terminal.red(Terminal.safe(leak.secret())) + " in a "
                + Terminal.safe(leak.place().words() + " (" + leak.form() + "): " + leak.where()));
    }

    /// @param told what was said already, not to be said again as the reason of an isolate's end
    private void isolates(List<IsolateSnapshot> isolates, Map<IsolateId, String> labels, Set<String> told) {
        var row = "%-16s%-9s%-12s%-9s%12s%12s%12s%10s";
        out.println(terminal.faint(
                row.formatted("NAME", "ROLE", "PARENT", "STATE", "RETAINED", "ALLOCATED", "CPU", "REQUESTS")));
        for (var isolate : isolates) {
            var parent = isolate.parent() == null ? "-" : labels.getOrDefault(isolate.parent(), "-");
            out.println(row.formatted(
                    Terminal.safe(isolate.label()),
                    word(isolate.role()),
                    Terminal.safe(parent),
                    word(isolate.state()),
                    size(isolate.retainedBytes()),
                    size(isolate.allocatedBytes()),
                    millis(isolate.cpuMillis()),
                    isolate.requests()));
            var reason = isolate.endReason();
            if (reason != null && !told.contains(reason)) {
                out.println(terminal.faint(
                        "                " + Terminal.safe(reason.strip().replaceAll("\\s*\n\\s*", " "))));
            }
        }
    }

    private void outcome(InvocationResult last, List<InvocationResult> all, EngineStatus engine) {
        var timing = last.timing();
        var word = last.outcome() == EventOutcome.OK
                ? terminal.green(last.outcome().word())
                : terminal.red(last.outcome().word());
        out.println(word + " in " + millis(timing.totalMillis()) + " (start " + millis(timing.startMillis()) + ", CPU "
                + cpu(last) + ")");
        if (all.size() > 1) {
            var times = all.stream()
                    .mapToDouble(result -> result.timing().totalMillis())
                    .sorted()
                    .toArray();
            long failed = all.stream()
                    .filter(result -> result.outcome() != EventOutcome.OK)
                    .count();
            out.println(all.size() + " times, " + failed + " failed: fastest " + millis(times[0]) + ", median "
                    + millis(times[times.length / 2]) + ", slowest " + millis(times[times.length - 1]));
        }
        if (!engine.compiled()) {
            out.println(terminal.faint(
                    "Guest code was interpreted: this Java can't compile it, so times are longer than usual."));
        }
    }

    /// CPU time of all isolates, and of each where there are several.
    private static String cpu(InvocationResult result) {
        var shares = result.told().cpu();
        if (shares.size() < 2) {
            return millis(result.timing().cpuMillis());
        }
        var labels = labels(result.isolates());
        var each = shares.stream()
                .limit(MOST_SHARES)
                .map(share -> label(share.isolate(), labels) + " " + millis(share.cpuMillis()))
                .collect(Collectors.joining(", "));
        var more = shares.size() > MOST_SHARES ? ", " + (shares.size() - MOST_SHARES) + " more" : "";
        return millis(result.told().cpuMillis()) + ": " + each + more;
    }

    private void section(String title) {
        out.println();
        out.println(terminal.bold(title));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String padded(String text, int width) {
        return text.length() < width ? text + " ".repeat(width - text.length()) : text + " ";
    }

    static String millis(@Nullable Double millis) {
        return millis == null ? "unknown" : String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%.0f ms", millis);
    }

    static String size(@Nullable Long bytes) {
        if (bytes == null) {
            return "unknown";
        }
        if (bytes < 1024) {
            return bytes + " B";
        }
        double kilobytes = bytes / 1024.0;
        return kilobytes < 1024
                ? String.format(Locale.ROOT, "%.0f KB", kilobytes)
                : String.format(Locale.ROOT, "%.1f MB", kilobytes / 1024);
    }
}
