package dev.dynamicworkers.playground.app.session.body;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A query over JSON as RFC 9535 writes it: names, wildcards, indexes, slices, lists of them, descendants, and filters
/// with comparisons, `&&`, `||`, `!`, parentheses and the functions `length()` and `count()`.
public final class JsonPath {
    private final List<Function<List<JsonSpan>, List<JsonSpan>>> steps;

    JsonPath(List<Function<List<JsonSpan>, List<JsonSpan>>> steps) {
        this.steps = List.copyOf(steps);
    }

    /// A query that is not one: where, and what was expected there.
    public static final class MalformedPath extends Exception {
        private static final long serialVersionUID = 1;

        MalformedPath(String message) {
            super(message);
        }
    }

    /// Reads a query; a text that does not begin with `$` is taken to go on from it: `.items[0]`, `items[0]`.
    public static JsonPath of(String text) throws MalformedPath {
        String whole = text.strip();
        if (!whole.startsWith("$")) {
            whole = whole.startsWith(".") || whole.startsWith("[") ? "$" + whole : "$." + whole;
        }
        return new JsonPathParser(whole).parse();
    }

    /// The values it finds, in document order.
    public List<JsonSpan> find(JsonSpan root) {
        List<JsonSpan> found = List.of(root);
        for (var step : steps) {
            found = step.apply(found);
        }
        return found;
    }

    /// A value and all below it.
    static List<JsonSpan> withDescendants(JsonSpan span) {
        List<JsonSpan> all = new ArrayList<>();
        all.add(span);
        for (JsonSpan child : span.children()) {
            all.addAll(withDescendants(child));
        }
        return all;
    }
}
