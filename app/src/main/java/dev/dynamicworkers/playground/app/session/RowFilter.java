package dev.dynamicworkers.playground.app.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What is typed into the filter of a table: words, `-word`, `run:4`, `isolate:greeter`. All of it has to fit.
///
/// @param terms in lower case
public record RowFilter(List<String> terms) {
    public RowFilter {
        terms = List.copyOf(terms);
    }

    /// Reads a filter.
    public static RowFilter of(String text) {
        return new RowFilter(Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(term -> !term.isEmpty() && !term.equals("-"))
                .toList());
    }

    /// Whether a row passes.
    ///
    /// @param text all of the row that words are looked for in
    public boolean passes(long run, String isolate, String text) {
        String searched = text.toLowerCase(Locale.ROOT);
        String label = isolate.toLowerCase(Locale.ROOT);
        return terms.stream().allMatch(term -> {
            boolean wanted = !term.startsWith("-");
            return wanted == fits(wanted ? term : term.substring(1), run, label, searched);
        });
    }

    private static boolean fits(String term, long run, String isolate, String text) {
        if (term.startsWith("run:")) {
            return term.substring(4).replace("#", "").equals(String.valueOf(run));
        }
        if (term.startsWith("isolate:")) {
            return isolate.contains(term.substring(8));
        }
        return text.contains(term);
    }
}
