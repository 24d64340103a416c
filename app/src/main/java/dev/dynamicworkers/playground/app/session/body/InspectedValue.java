package dev.dynamicworkers.playground.app.session.body;

import dev.dynamicworkers.playground.app.fx.ValueTreePane;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A value as the console prints it, read as a tree: maps, sets, instances of classes, errors, typed arrays and objects
/// that contain themselves, none of which JSON can say. Where the print ends, what JSON says of the same value goes on,
/// and where that ends too, a row says so. Children are found when they are asked for.
///
/// @param label what it is called within the value it is in
/// @param text as it is printed
/// @param told the same value as JSON; null where JSON can't say it
/// @param deeper the same value with what the print leaves out; null where nothing is known of that
public record InspectedValue(
        String label,
        String text,
        @Nullable JsonSpan told,
        @Nullable String deeper) implements ValueTreePane.Branch {
    /// What the print puts in place of a value that is too deep.
    private static final Pattern TOO_DEEP =
            Pattern.compile("\\[(?!Getter|Setter)[A-Za-z_$][\\w$]*(?<!Error)(?:: null prototype)?]");

    private static final Pattern MORE = Pattern.compile("\\.\\.\\. \\d+ more items?");

    private static final Pattern NAMED = Pattern.compile(
            "(?s)([A-Za-z_$][\\w$]*|'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|\\[[^\\]\\n]*]): (.*)");
    private static final Pattern FRAMES =
            Pattern.compile("(?s)([^\\n]*(?:\\n(?! {4}at )[^\\n]*)*)((?:\\n {4}at [^\\n]*)+)(.*)");
    private static final String ARROW = " => ";

    /// What a line logged that can be opened.
    ///
    /// @param line the whole line
    /// @param message its arguments as JSON, where JSON can say them
    /// @param deeper the line with what it leaves out because it is too deep; null for nothing
    public static List<ValueTreePane.Branch> of(String line, List<String> message, @Nullable String deeper) {
        List<ValueTreePane.Branch> found = of(line, message);
        List<ValueTreePane.Branch> more = deeper == null ? List.of() : of(deeper, message);
        if (more.size() == found.size()) {
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i) instanceof InspectedValue value && more.get(i) instanceof InspectedValue other) {
                    found.set(i, new InspectedValue(value.label, value.text, value.told, other.text));
                }
            }
        }
        return found;
    }

    private static List<ValueTreePane.Branch> of(String line, List<String> message) {
        List<ValueTreePane.Branch> found = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < message.size(); i++) {
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
            String json = message.get(i);
            int end = end(line, at, json, i == message.size() - 1);
            JsonSpan span = JsonSpan.of(json).orElse(null);
            if (end < 0) {
                // The line is laid out by a format; what JSON can say is shown all the same.
                addJson(found, span);
                continue;
            }
            InspectedValue printed = new InspectedValue("$", line.substring(at, end), container(span), null);
            if (printed.isContainer()) {
                found.add(printed);
            } else {
                addJson(found, span);
            }
            at = end;
        }
        return found;
    }

    private static void addJson(List<ValueTreePane.Branch> found, @Nullable JsonSpan span) {
        if (span != null && span.isContainer()) {
            found.add(span);
        }
    }

    /// Whether a line may have something to open; quick.
    public static boolean mayOpen(String line) {
        return line.contains("{ ")
                || line.contains("[ ")
                || line.contains("{\n")
                || line.contains("[\n")
                || line.contains("\n    at ");
    }

    /// Where the argument that begins here ends; -1 when it is not printed here.
    @SuppressWarnings("BooleanParameter") // a place in a list
    private static int end(String line, int at, String json, boolean last) {
        String plain = JsonSpan.of(json)
                .filter(span -> !span.isContainer())
                .map(JsonSpan::plain)
                .orElse(null);
        if (plain != null && line.startsWith(plain, at) && !line.startsWith("\n    at ", at + plain.length())) {
            return at + plain.length();
        }
        if (plain != null && line.startsWith(plain, at) && last) {
            return line.length();
        }
        int open = opening(line, at);
        if (open < 0) {
            return last ? line.length() : -1;
        }
        return closing(line, open) + 1;
    }

    private static @Nullable JsonSpan container(@Nullable JsonSpan span) {
        return span != null && span.isContainer() ? span : null;
    }

    private boolean isTooDeep() {
        return TOO_DEEP.matcher(text).matches();
    }

    /// The bracket that a container begins with: an atom such as `[Function: f]` has no space behind it.
    private static int opening(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isQuote(c)) {
                i = endOfString(text, i);
            } else if (c == '{' || c == '[') {
                boolean spaced = i + 1 < text.length() && (text.charAt(i + 1) == ' ' || text.charAt(i + 1) == '\n');
                boolean empty = text.startsWith("{}", i) || text.startsWith("[]", i);
                if (spaced || empty) {
                    return i;
                }
                i = closing(text, i);
            }
        }
        return -1;
    }

    /// The bracket that ends what begins here; the end of the text when none does.
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isQuote(c)) {
                i = endOfString(text, i);
            } else {
                depth += step(c);
                if (depth == 0) {
                    return i;
                }
            }
        }
        return text.length() - 1;
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"' || c == '`';
    }

    /// The quote that ends a string; the end of the text when none does.
    private static int endOfString(String text, int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return text.length() - 1;
    }

    /// How a character changes the depth of brackets.
    private static int step(char c) {
        return switch (c) {
            case '{', '[', '(' -> 1;
            case '}', ']', ')' -> -1;
            default -> 0;
        };
    }

    private boolean isError() {
        return FRAMES.matcher(text).matches();
    }

    @Override
    public boolean isContainer() {
        if (isError() || isTooDeep()) {
            return true;
        }
        int open = opening(text, 0);
        return open >= 0
                && closing(text, open) == text.length() - 1
                && !inside(open).isBlank();
    }

    private String inside(int open) {
        return text.substring(open + 1, Math.max(open + 1, text.length() - 1));
    }

    @Override
    public List<? extends ValueTreePane.Branch> children() {
        List<? extends ValueTreePane.Branch> own = printedChildren();
        if (deeper == null) {
            return own;
        }
        List<? extends ValueTreePane.Branch> more = new InspectedValue(label, deeper, told, null).printedChildren();
        List<ValueTreePane.Branch> children = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            ValueTreePane.Branch child = own.get(i);
            boolean same = more.size() == own.size() && more.get(i).label().equals(child.label());
            boolean goesOn = same
                    && child instanceof InspectedValue printed
                    && more.get(i) instanceof InspectedValue other
                    && !other.isTooDeep()
                    && printed.isContainer();
            if (goesOn && child instanceof InspectedValue printed && more.get(i) instanceof InspectedValue other) {
                children.add(
                        printed.isTooDeep()
                                ? other
                                : new InspectedValue(printed.label, printed.text, printed.told, other.text));
            } else {
                children.add(child);
            }
        }
        return children;
    }

    private List<? extends ValueTreePane.Branch> printedChildren() {
        if (isTooDeep()) {
            return List.of(NotTold.DEPTH);
        }
        Matcher error = FRAMES.matcher(text);
        if (error.matches()) {
            return errorParts(error);
        }
        int open = opening(text, 0);
        if (open < 0) {
            return List.of();
        }
        List<ValueTreePane.Branch> children = new ArrayList<>();
        List<JsonSpan> told = told() == null ? List.of() : told().children();
        for (String item : items(inside(open))) {
            Matcher named = NAMED.matcher(item);
            int arrow = named.matches() ? -1 : arrow(item);
            if (named.matches()) {
                children.add(child(named.group(1), named.group(2), told));
            } else if (arrow > 0) {
                children.add(new InspectedValue(
                        item.substring(0, arrow), item.substring(arrow + ARROW.length()), null, null));
            } else if (!MORE.matcher(item).matches()) {
                children.add(child(String.valueOf(children.size()), item, told));
            } else if (told.size() > children.size()) {
                children.addAll(told.subList(children.size(), told.size()));
            } else {
                children.add(new NotTold("\u2026", item + ": not logged"));
            }
        }
        return children;
    }

    /// A part, as JSON says it where the print has none of it.
    private static ValueTreePane.Branch child(String label, String text, List<JsonSpan> told) {
        String key = label.startsWith("'") || label.startsWith("\"") ? label.substring(1, label.length() - 1) : label;
        JsonSpan same = told.stream()
                .filter(span -> span.isContainer() && span.label().equals(key))
                .findFirst()
                .orElse(null);
        InspectedValue printed = new InspectedValue(label, text, same, null);
        return same != null && printed.isTooDeep() ? same : printed;
    }

    /// A row that says what a line does not have.
    private record NotTold(String label, String text) implements ValueTreePane.Branch {
        static final NotTold DEPTH = new NotTold(
                "\u2026", "not logged: a line is printed three levels deep. Log this part by itself to see it.");

        @Override
        public String summary(int longest) {
            return text;
        }

        @Override
        public String kindWord() {
            return "null";
        }

        @Override
        public boolean isContainer() {
            return false;
        }

        @Override
        public List<ValueTreePane.Branch> children() {
            return List.of();
        }

        @Override
        public String pretty() {
            return text;
        }
    }

    private static List<InspectedValue> errorParts(Matcher error) {
        List<InspectedValue> parts = new ArrayList<>();
        parts.add(new InspectedValue("message", error.group(1), null, null));
        // Properties begin behind the last frame.
        String frames = error.group(2).strip();
        boolean more = frames.endsWith(" {");
        for (String frame : (more ? frames.substring(0, frames.length() - 2) : frames).split("\\n\\s*")) {
            parts.add(new InspectedValue("at", frame.replaceFirst("^at ", ""), null, null));
        }
        String rest = ((more ? "{" : "") + error.group(3)).strip();
        if (!rest.isEmpty()) {
            parts.add(new InspectedValue("properties", rest, null, null));
        }
        return parts;
    }

    /// The entries of a container, apart by commas.
    private static List<String> items(String inside) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (isQuote(c)) {
                i = endOfString(inside, i);
            } else if (c == ',' && depth == 0) {
                items.add(inside.substring(start, i).strip());
                start = i + 1;
            } else {
                depth += step(c);
            }
        }
        String last = inside.substring(Math.min(start, inside.length())).strip();
        if (!last.isEmpty()) {
            items.add(last);
        }
        return items;
    }

    /// Where the arrow of a map's entry is, outside of brackets and strings; -1 for none.
    private static int arrow(String item) {
        int from = item.isEmpty() || !isQuote(item.charAt(0)) ? 0 : endOfString(item, 0) + 1;
        int open = opening(item, from);
        int arrow = item.indexOf(ARROW, from);
        if (open >= 0 && open < arrow) {
            // The key is a container itself.
            arrow = item.indexOf(ARROW, closing(item, open));
        }
        return arrow;
    }

    @Override
    public String summary(int longest) {
        String shown = text;
        if (isError()) {
            shown = text.substring(0, text.indexOf("\n"));
        } else if (!isTooDeep() && isContainer()) {
            int open = opening(text, 0);
            int count = children().size();
            String name = text.substring(0, open).strip();
            shown = (name.isEmpty() ? "" : name + " ")
                    + (text.charAt(open) == '{' ? "{" + count + "}" : "[" + count + "]");
        }
        String line = shown.replaceAll("\\s*\\n\\s*", " ");
        return line.length() <= longest ? line : line.substring(0, longest) + "\u2026";
    }

    @Override
    public String kindWord() {
        if (isContainer()) {
            return "object";
        }
        if (text.startsWith("'") || text.startsWith("\"") || text.startsWith("`")) {
            return "string";
        }
        if (text.matches("-?(\\d[\\d._e+-]*n?|Infinity|NaN)")) {
            return "number";
        }
        return text.equals("true") || text.equals("false") ? "boolean" : "null";
    }

    @Override
    public String pretty() {
        return text;
    }
}
