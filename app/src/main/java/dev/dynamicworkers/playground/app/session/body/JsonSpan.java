package dev.dynamicworkers.playground.app.session.body;

import dev.dynamicworkers.playground.app.fx.ValueTreePane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One value within a JSON text, by its place there: children are found when they are asked for, so that a tree of ten
/// megabytes costs only what is opened. Numbers keep their digits, keys their order.
///
/// @param text the whole text, well-formed around this value
/// @param start offset of the value's first character
/// @param end offset behind its last character
/// @param key name within the object it is in, null for the root and for elements
/// @param index place within the array it is in, -1 for others
public record JsonSpan(
        String text, int start, int end, @Nullable String key, int index) implements ValueTreePane.Branch {
    /// What a value is.
    public enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /// The whole of a text; empty when it is not one JSON value.
    public static Optional<JsonSpan> of(String text) {
        JsonScanner scanner = new JsonScanner(text);
        int start = scanner.space(0);
        int end = scanner.value(start, 0);
        if (end < 0 || scanner.space(end) != text.length()) {
            return Optional.empty();
        }
        return Optional.of(new JsonSpan(text, start, end, null, -1));
    }

    /// What it is.
    public Kind kind() {
        return switch (text.charAt(start)) {
            case '{' -> Kind.OBJECT;
            case '[' -> Kind.ARRAY;
            case '"' -> Kind.STRING;
            case 't', 'f' -> Kind.BOOLEAN;
            case 'n' -> Kind.NULL;
            default -> Kind.NUMBER;
        };
    }

    /// Its key, its place in an array, `$` for the root.
    @Override
    public String label() {
        return key != null ? key : index >= 0 ? String.valueOf(index) : "$";
    }

    @Override
    public String kindWord() {
        return kind().name().toLowerCase(Locale.ROOT);
    }

    /// Whether it can have children.
    @Override
    public boolean isContainer() {
        return text.charAt(start) == '{' || text.charAt(start) == '[';
    }

    /// The values right inside of it, in order; none for a value that is no container.
    @Override
    public List<JsonSpan> children() {
        List<JsonSpan> children = new ArrayList<>();
        if (!isContainer()) {
            return children;
        }
        boolean object = text.charAt(start) == '{';
        JsonScanner scanner = new JsonScanner(text);
        int at = scanner.space(start + 1);
        while (at < end - 1) {
            String name = null;
            if (object) {
                int nameEnd = scanner.string(at);
                name = unquote(text.substring(at, nameEnd));
                at = scanner.space(scanner.space(nameEnd) + 1);
            }
            int valueEnd = scanner.value(at, 0);
            children.add(new JsonSpan(text, at, valueEnd, name, object ? -1 : children.size()));
            at = scanner.space(valueEnd);
            if (at < end - 1) {
                at = scanner.space(at + 1);
            }
        }
        return children;
    }

    /// The value as it is written.
    public String raw() {
        return text.substring(start, end);
    }

    /// A string without quotes and escapes, any other value as it is written.
    public String plain() {
        return kind() == Kind.STRING ? unquote(raw()) : raw();
    }

    /// The value in one short line: `{3}` and `[12]` for containers.
    ///
    /// @param longest most characters of it
    @Override
    public String summary(int longest) {
        if (isContainer()) {
            int count = children().size();
            return kind() == Kind.OBJECT ? "{" + count + "}" : "[" + count + "]";
        }
        int length = end - start;
        return length <= longest ? raw() : text.substring(start, start + longest) + "\u2026";
    }

    /// The value laid out with one value per line.
    @Override
    public String pretty() {
        StringBuilder out = new StringBuilder();
        print(out, 0);
        return out.toString();
    }

    private void print(StringBuilder out, int depth) {
        List<JsonSpan> inside = children();
        if (inside.isEmpty()) {
            out.append(isContainer() ? (kind() == Kind.OBJECT ? "{}" : "[]") : raw());
            return;
        }
        out.append(text.charAt(start));
        for (int i = 0; i < inside.size(); i++) {
            out.append(i == 0 ? "\n" : ",\n").append("  ".repeat(depth + 1));
            JsonSpan child = inside.get(i);
            if (child.key != null) {
                out.append(quote(child.key)).append(": ");
            }
            child.print(out, depth + 1);
        }
        out.append('\n').append("  ".repeat(depth)).append(text.charAt(end - 1));
    }

    /// A JSON text in one line; a text that is no JSON with spaces for its line ends.
    public static String oneLine(String text) {
        return JsonSpan.of(text)
                .map(JsonSpan::compact)
                .orElseGet(() -> text.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    private String compact() {
        if (!isContainer()) {
            return raw();
        }
        return children().stream()
                .map(child -> (child.key == null ? "" : quote(child.key) + ":") + child.compact())
                .collect(Collectors.joining(",", text.substring(start, start + 1), text.substring(end - 1, end)));
    }

    /// A text as a JSON string.
    public static String quote(String plain) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    private static String unquote(String quoted) {
        if (quoted.indexOf('\\') < 0) {
            return quoted.substring(1, quoted.length() - 1);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escaped = quoted.charAt(++i);
            switch (escaped) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'u' -> {
                    out.append((char) Integer.parseInt(quoted.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> out.append(escaped);
            }
        }
        return out.toString();
    }
}
