package dev.dynamicworkers.playground.app.code;

import java.util.ArrayList;
import java.util.List;

/// Changes of whole lines, as text in and text out.
final class LineEdit {
    private LineEdit() {}

    /// The leading white space of a line.
    static String indent(String line) {
        int end = 0;
        while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
            end++;
        }
        return line.substring(0, end);
    }

    /// Comments all lines out, or back in when each of them is commented out.
    static List<String> toggleComment(List<String> lines, String marker) {
        List<String> code = lines.stream().filter(line -> !line.isBlank()).toList();
        boolean commented = !code.isEmpty()
                && code.stream().allMatch(line -> line.stripLeading().startsWith(marker));
        int column = code.stream().mapToInt(line -> indent(line).length()).min().orElse(0);
        List<String> out = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank()) {
                out.add(line);
            } else if (commented) {
                int at = line.indexOf(marker);
                String rest = line.substring(at + marker.length());
                out.add(line.substring(0, at) + (rest.startsWith(" ") ? rest.substring(1) : rest));
            } else {
                out.add(line.substring(0, column) + marker + " " + line.substring(column));
            }
        }
        return out;
    }

    /// Moves lines one step to the right.
    static List<String> indentMore(List<String> lines, String unit) {
        return lines.stream().map(line -> line.isEmpty() ? line : unit + line).toList();
    }

    /// Moves lines one step to the left.
    static List<String> indentLess(List<String> lines, String unit) {
        return lines.stream()
                .map(line -> {
                    if (line.startsWith("\t")) {
                        return line.substring(1);
                    }
                    int room = Math.min(unit.length(), indent(line).length());
                    return line.substring(room);
                })
                .toList();
    }

    /// One step of indentation as the text uses it.
    ///
    /// @param width of a step, in spaces, where the text has none yet
    static String unit(String text, int width) {
        int two = 0;
        int four = 0;
        int eight = 0;
        for (String line : text.lines().limit(500).toList()) {
            if (line.startsWith("\t")) {
                return "\t";
            }
            int wide = indent(line).length();
            if (wide == 2 || wide == 6) {
                two++;
            } else if (wide == 4) {
                four++;
            } else if (wide == 8) {
                eight++;
            }
        }
        if (two == 0 && four == 0 && eight == 0) {
            return " ".repeat(width);
        }
        return " ".repeat(two > 0 ? 2 : four > 0 ? 4 : 8);
    }

    /// What Enter inserts at a caret between two parts of a line.
    ///
    /// @return the text, and how far behind its start the caret goes
    static NewLine newLine(String before, String after, String unit) {
        String indent = indent(before);
        String code = before.stripTrailing();
        boolean opens = !code.isEmpty() && "{[(".indexOf(code.charAt(code.length() - 1)) >= 0;
        String first = "\n" + indent + (opens ? unit : "");
        String rest = after.stripLeading();
        boolean closes = opens && !rest.isEmpty() && "}])".indexOf(rest.charAt(0)) >= 0;
        return new NewLine(closes ? first + "\n" + indent : first, first.length());
    }

    /// Text to insert and where the caret goes in it.
    record NewLine(String text, int caret) {}
}
