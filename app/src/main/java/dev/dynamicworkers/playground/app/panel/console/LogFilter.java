package dev.dynamicworkers.playground.app.panel.console;

import dev.dynamicworkers.playground.app.session.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Reads what is typed into the console's filter: `text -text /re/ isolate:x run:42 level:error`.
final class LogFilter {
    private LogFilter() {}

    static Predicate<LogEntry> parse(String text) {
        List<Predicate<LogEntry>> all = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            if (word.startsWith("-") && word.length() > 1) {
                all.add(term(word.substring(1)).negate());
            } else if (!word.isEmpty()) {
                all.add(term(word));
            }
        }
        return entry -> all.stream().allMatch(term -> term.test(entry));
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
        if (word.length() > 2 && word.startsWith("/") && word.endsWith("/")) {
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
