package dev.dynamicworkers.playground.app.panel.inspector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of network rules as the rules' file has it, with the comments around each rule: what is above a rule and
/// behind it on its line moves with it, and goes with it.
final class RuleLines {
    private final String file;
    private int at;

    private RuleLines(String file) {
        this.file = file;
    }

    /// A rule, or another value of a list.
    ///
    /// @param above comments that stand before it, each with its line end
    /// @param text the value as it is written
    /// @param behind comment on the rest of its line, empty for none
    record Line(String above, String text, String behind) {}

    /// A list of several lines.
    ///
    /// @param indent of each of its values
    /// @param outer of the bracket that closes it
    /// @param below comments behind the last value
    /// @param lineEnd of the file
    record Block(List<Line> lines, String indent, String outer, String below, String lineEnd) {
        /// The list with the same values in another order, with others in it or fewer of them.
        ///
        /// @param texts of the values as {@link RuleTexts} has them; those that were there keep their comments
        /// @param before what {@link RuleTexts} had before
        String with(List<String> texts, List<String> before) {
            List<Line> left = new ArrayList<>(lines);
            List<String> known = new ArrayList<>(before);
            List<Line> found = new ArrayList<>();
            for (String text : texts) {
                int index = known.indexOf(text);
                if (index >= 0) {
                    known.remove(index);
                    found.add(left.remove(index));
                } else {
                    found.add(new Line("", text, ""));
                }
            }
            // A rule that was changed in its place keeps what is said about it.
            if (found.size() == lines.size() && left.size() == 1) {
                found.replaceAll(line -> lines.contains(line)
                        ? line
                        : new Line(
                                left.getFirst().above(),
                                line.text(),
                                left.getFirst().behind()));
            }
            StringBuilder out = new StringBuilder("[\n");
            for (int i = 0; i < found.size(); i++) {
                Line line = found.get(i);
                line.above()
                        .lines()
                        .forEach(comment ->
                                out.append(indent).append(comment.strip()).append('\n'));
                out.append(indent).append(line.text()).append(i + 1 < found.size() ? "," : "");
                out.append(line.behind().isEmpty() ? "" : " " + line.behind()).append('\n');
            }
            below.lines()
                    .forEach(comment ->
                            out.append(indent).append(comment.strip()).append('\n'));
            return out.append(outer).append(']').toString().replace("\n", lineEnd);
        }
    }

    /// The list that begins at an offset of a text that is known to be right; null where it is written in one line.
    static @Nullable Block read(String file, int start) {
        return new RuleLines(file).block(start);
    }

    private @Nullable Block block(int start) {
        at = start + 1;
        List<Line> lines = new ArrayList<>();
        String above = comments();
        String indent = indent();
        while (file.charAt(at) != ']') {
            int from = at;
            value();
            String text = file.substring(from, at).replace("\r\n", "\n");
            String rest = restOfLine();
            String next = comments();
            if (file.charAt(at) == ',') {
                at++;
                rest = rest.isEmpty() ? restOfLine() : rest;
                next += comments();
            }
            lines.add(new Line(above, text, rest));
            above = next;
        }
        boolean several = file.substring(start, at).indexOf('\n') >= 0 && !lines.isEmpty();
        return several
                ? new Block(List.copyOf(lines), indent, indent(), above, file.contains("\r\n") ? "\r\n" : "\n")
                : null;
    }

    /// The blanks before what stands here, where nothing else is on its line.
    private String indent() {
        int start = file.lastIndexOf('\n', at - 1) + 1;
        String before = file.substring(start, at);
        return before.isBlank()
                ? before
                : before.substring(0, before.length() - before.stripLeading().length());
    }

    /// Skips blanks and reads comments, each with a line end.
    private String comments() {
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = file.charAt(at);
            if (c == '/') {
                out.append(comment()).append('\n');
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return out.toString();
            }
        }
    }

    /// A comment on the rest of this line, behind a comma or not.
    private String restOfLine() {
        int begin = at;
        while (file.charAt(at) == ' ' || file.charAt(at) == '\t') {
            at++;
        }
        if (file.charAt(at) == '/') {
            return comment();
        }
        at = begin;
        return "";
    }

    private String comment() {
        int from = at;
        at = RuleTexts.comment(file, at);
        return file.substring(from, at).stripTrailing();
    }

    private void value() {
        int depth = 0;
        do {
            char c = file.charAt(at);
            if (c == '"') {
                at = RuleTexts.string(file, at);
            } else if (c == '/') {
                comment();
            } else {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                at++;
            }
        } while (depth > 0 || ",] \t\r\n/".indexOf(file.charAt(at)) < 0);
    }
}
