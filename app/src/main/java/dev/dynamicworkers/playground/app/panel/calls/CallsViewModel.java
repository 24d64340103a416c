package dev.dynamicworkers.playground.app.panel.calls;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.CallEntry;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RowFilter;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.settings.JsonFile;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Calls of bindings, between isolates, and to the network. FX thread.
public final class CallsViewModel {
    private final ProjectSession session;
    private final FilteredList<CallEntry> shown;
    private final StringProperty filter = new SimpleStringProperty("");

    /// @param session whose calls are shown
    public CallsViewModel(ProjectSession session) {
        this.session = session;
        shown = new FilteredList<>(session.calls());
        filter.subscribe(text -> {
            RowFilter wanted = RowFilter.of(text);
            shown.setPredicate(
                    entry -> wanted.passes(entry.run(), entry.caller().label(), searched(entry)));
        });
    }

    private static String searched(CallEntry entry) {
        return String.join(
                " ",
                entry.caller().label(),
                entry.name(),
                entry.call().arguments(),
                entry.outcome(),
                entry.decision(),
                entry.source());
    }

    // Properties

    /// All calls, oldest first.
    public ObservableList<CallEntry> calls() {
        return session.calls();
    }

    /// Those that pass the filter.
    public ObservableList<CallEntry> shown() {
        return shown;
    }

    /// What is typed into the filter: words, `-word`, `run:4`, `isolate:greeter`.
    public StringProperty filterProperty() {
        return filter;
    }

    /// What is known of a call, a line for each fact; the first names it.
    public List<String> details(CallEntry entry) {
        List<String> lines = new ArrayList<>();
        lines.add(entry.name());
        if (!entry.call().arguments().isEmpty()) {
            lines.add("Arguments: " + entry.call().arguments());
        }
        if (entry.call().error() != null) {
            lines.add("Failed: " + entry.call().error());
        } else if (entry.call().result() != null) {
            lines.add("Result: " + entry.call().result());
        }
        String rule = entry.call().rule();
        lines.add("Decision: " + entry.decision() + (rule == null ? "; no rule was asked." : ". Rule: " + rule));
        lines.add("Took " + Amounts.millis(entry.call().durationMillis()) + " from the call to its answer.");
        lines.add("Sent: " + size(entry.call().sentBytes()) + ". Received: "
                + (entry.call().error() != null ? "nothing" : size(entry.call().receivedBytes())) + ".");
        lines.add("Made by " + entry.caller().label() + " in run #" + entry.run()
                + (entry.source().isEmpty() ? "." : " at " + entry.source() + "."));
        return lines;
    }

    private static String size(@Nullable Long bytes) {
        return bytes == null ? "not measured" : Amounts.bytes(bytes);
    }

    // Commands

    /// Shows the line that made a call; without effect when it is not in the project.
    public void open(CallEntry entry) {
        Place place = entry.place();
        if (place != null) {
            session.reveal(place);
        }
    }

    /// Asks the inspector for the rule of the binding that a call went through.
    public void inspect(CallEntry entry) {
        String binding = entry.call().binding();
        session.wish(
                binding == null
                        ? new Wish.Inspect(Wish.Page.NETWORK, "")
                        : new Wish.Inspect(Wish.Page.GRANTS, binding));
    }

    /// Narrows the list to the calls of one run.
    public void onlyRun(CallEntry entry) {
        filter.set("run:" + entry.run());
    }

    /// Writes the calls that pass the filter into a file, a JSON object a line.
    public void export(Path file) {
        List<CallEntry> rows = List.copyOf(shown);
        session.askedFiles()
                .write(
                        file,
                        Amounts.count(rows.size(), "call") + " as JSON lines",
                        () -> rows.stream()
                                .map(row -> session.secretMask().apply(line(row)) + "\n")
                                .collect(Collectors.joining())
                                .getBytes(StandardCharsets.UTF_8));
    }

    private static String line(CallEntry entry) {
        CallRecord call = entry.call();
        ObjectNode line = JsonFile.empty();
        line.put("run", entry.run())
                .put("at", call.at().toString())
                .put("isolate", entry.caller().label())
                .put("call", entry.name())
                .put("arguments", call.arguments())
                .put("result", call.result())
                .put("error", call.error())
                .put("decision", entry.decision())
                .put("rule", call.rule())
                .put("ms", call.durationMillis())
                .put("sentBytes", call.sentBytes())
                .put("receivedBytes", call.receivedBytes())
                .put("source", entry.source());
        return line.toString();
    }

    /// Forgets the rows.
    public void clear() {
        session.clearCalls();
    }
}
