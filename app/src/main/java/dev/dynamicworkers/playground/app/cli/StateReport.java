package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.state.StateAnswer;
import java.io.PrintWriter;
import java.util.Base64;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Prints answers about state: lines for people, or one JSON value for programs.
final class StateReport {
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintWriter out;
    private final OutputFormat format;
    private final ArrayNode entries = JSON.createArrayNode();

    StateReport(PrintWriter out, OutputFormat format) {
        this.out = out;
        this.format = format;
    }

    void print(StateAnswer answer) {
        switch (answer) {
            case StateAnswer.Stores stores -> stores(stores);
            case StateAnswer.Entries page -> page.entries().forEach(this::entry);
            case StateAnswer.Rows rows -> rows(rows);
            case StateAnswer.Done(long count) -> {
                if (format == OutputFormat.JSON) {
                    out.println(JSON.createObjectNode().put("count", count));
                } else {
                    out.println("Done: " + count + ".");
                }
            }
            case StateAnswer.Value value -> value(value);
        }
    }

    private void stores(StateAnswer.Stores stores) {
        var array = JSON.createArrayNode();
        for (var store : stores.stores()) {
            if (format == OutputFormat.JSON) {
                array.addObject()
                        .put("kind", store.kind().word())
                        .put("name", store.name())
                        .put("key", store.key());
            } else {
                out.println(store.kind().word() + "\t" + Terminal.safe(store.name()));
            }
        }
        if (format == OutputFormat.JSON) {
            out.println(array);
        }
    }

    private void entry(StateAnswer.Entry entry) {
        if (format == OutputFormat.TEXT) {
            out.println(Terminal.safe(entry.key()) + "\t" + entry.size() + " bytes");
            return;
        }
        ObjectNode node = entries.addObject().put("key", entry.key()).put("size", entry.size());
        if (entry.metadata() != null) {
            node.set("metadata", JSON.readTree(entry.metadata()));
        }
        if (entry.expiration() != null) {
            node.put("expiration", entry.expiration());
        }
    }

    /// All pages of a list were printed.
    void endOfList() {
        if (format == OutputFormat.JSON) {
            out.println(entries);
        }
    }

    /// Prints a value.
    ///
    /// @return false when there is none
    boolean value(StateAnswer answer) {
        if (!(answer instanceof StateAnswer.Value value) || value.bytes() == null) {
            return false;
        }
        var text = JsonReport.text(value.bytes());
        var base64 = Base64.getEncoder().encodeToString(value.bytes());
        if (format == OutputFormat.TEXT) {
            out.println(text == null ? base64 : Terminal.safe(text));
            return true;
        }
        ObjectNode node = JSON.createObjectNode();
        node.put(text == null ? "base64" : "value", text == null ? base64 : text);
        if (value.metadata() != null) {
            node.set("metadata", JSON.readTree(value.metadata()));
        }
        if (value.expiration() != null) {
            node.put("expiration", value.expiration());
        }
        out.println(node);
        return true;
    }

    private void rows(StateAnswer.Rows rows) {
        if (format == OutputFormat.TEXT) {
            if (!rows.columns().isEmpty()) {
                out.println(Terminal.safe(String.join("\t", rows.columns())));
            }
            for (var row : rows.rows()) {
                out.println(Terminal.safe(row.stream().map(String::valueOf).collect(Collectors.joining("\t"))));
            }
            return;
        }
        ObjectNode node = JSON.createObjectNode();
        node.set("columns", JSON.valueToTree(rows.columns()));
        node.set("rows", JSON.valueToTree(rows.rows()));
        node.put("changes", rows.changes());
        out.println(node);
    }
}
