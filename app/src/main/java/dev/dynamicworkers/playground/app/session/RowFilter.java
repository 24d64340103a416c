package dev.dynamicworkers.playground.app.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is typed into the filter of a table: words, `"two words"`, `-word`, `run:4`, `isolate:greeter`. All of it has
/// to fit.
///
/// @param terms in lower case
public record RowFilter(List<String> terms) {
    // A word, or what stands between quotes or strokes, blanks included; a minus and a key may go before it.
    private static final Pattern TERM = Pattern.compile("(-?(?:\\w+:)?)(?:\"([^\"]*)\"?|(/.+?/)(?=\\s|$)|(\\S+))");

    public RowFilter {
        terms = List.copyOf(terms);
    }

    /// The terms of a filter as they were typed: words, and what stands in quotes or between two strokes.
    public static List<String> split(String text) {
        List<String> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            String value = quoted != null ? quoted : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            String term = matcher.group(1) + value;
            if (!value.isEmpty() && !term.equals("-")) {
                terms.add(term);
            }
        }
        return terms;
    }

    /// Reads a filter.
    public static RowFilter of(String text) {
        return new RowFilter(split(text.toLowerCase(Locale.ROOT)));
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
