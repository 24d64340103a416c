package dev.dynamicworkers.playground.app.panel.console;

import dev.dynamicworkers.playground.app.session.LogEntry;
import dev.dynamicworkers.playground.app.session.RowFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Reads what is typed into the console's filter: `text -text "two words" /re/ isolate:x run:42 level:error`.
final class LogFilter {
    private LogFilter() {}

    static Predicate<LogEntry> parse(String text) {
        List<Predicate<LogEntry>> all = new ArrayList<>();
        for (String word : RowFilter.split(text)) {
            all.add(word.startsWith("-") ? term(word.substring(1)).negate() : term(word));
        }
        return entry -> all.stream().allMatch(term -> term.test(entry));
    }

    /// What can't be read of a filter, as a sentence; empty when all of it can.
    static String complaint(String text) {
        for (String word : RowFilter.split(text)) {
            String term = word.startsWith("-") ? word.substring(1) : word;
            try {
                if (isExpression(term)) {
                    Pattern.compile(term.substring(1, term.length() - 1));
                }
            } catch (PatternSyntaxException e) {
                return "The filter's expression " + term + " can't be read: "
                        + e.getDescription().toLowerCase(Locale.ROOT) + ".";
            }
        }
        return "";
    }

    private static boolean isExpression(String word) {
        return word.length() > 2 && word.startsWith("/") && word.endsWith("/");
    }

    private static Predicate<LogEntry> term(String word) {
        int colon = word.indexOf(':');
        String key = colon < 0 ? "" : word.substring(0, colon);
        String value = word.substring(colon + 1).toLowerCase(Locale.ROOT);
        switch (key) {
            case "isolate" -> {
                return entry -> entry.isolate().label().toLowerCase(Locale.ROOT).contains(value);
            }
            case "run" -> {
                return entry -> String.valueOf(entry.run()).equals(value.replace("#", ""));
            }
            case "level" -> {
                return entry -> entry.level().word().startsWith(value);
            }
            default -> {}
        }
        if (isExpression(word)) {
            try {
                Pattern pattern = Pattern.compile(word.substring(1, word.length() - 1));
                return entry -> pattern.matcher(entry.text()).find();
            } catch (PatternSyntaxException e) {
                return entry -> false;
            }
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        return entry -> entry.text().toLowerCase(Locale.ROOT).contains(wanted)
                || entry.source().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
