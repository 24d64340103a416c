package dev.dynamicworkers.playground.core.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes single values of a JSON text with comments, and leaves everything else as it was written: order, spaces,
/// comments, line ends. Any thread; every change gives a new text.
public final class JsoncEditor {
    private static final String DEFAULT_INDENT = "  ";

    private final String text;
    private final String lineEnd;
    private int at;

    private JsoncEditor(String text) {
        this.text = text;
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /// The text with one value set; objects on the way to it are made where they are missing, and take the place of
    /// whatever is there instead of an object.
    ///
    /// @param path keys from the top-level object on, at least one
    /// @param json the value as JSON
    /// @throws JsoncException when the text is not an object
    public static String set(String text, List<String> path, JsonValue json) {
        return new JsoncEditor(text).set(path, json);
    }

    /// The text with a value that is there in the place of another, written as it is given: lines, comments and all.
    /// What is not there yet is set as [#set] does.
    ///
    /// @param path keys from the top-level object on, at least one
    /// @param jsonc the value, with comments
    /// @throws JsoncException when the text is not an object, or the value is none
    public static String put(String text, List<String> path, String jsonc) {
        JsonValue value = JsoncReader.read(jsonc);
        return new JsoncEditor(text).put(path, value, jsonc);
    }

    /// The text without a member; as it was when there is none.
    ///
    /// @param path keys from the top-level object on, at least one
    /// @throws JsoncException when the text is not an object
    public static String remove(String text, List<String> path) {
        return new JsoncEditor(text).remove(path);
    }

    // ---- where things stand ----

    /// An object in the text.
    ///
    /// @param start of its opening brace
    /// @param end of its closing brace
    private record Braces(int start, int end, List<Entry> entries) {
        @Nullable
        Entry entry(String key) {
            return entries.reversed().stream()
                    .filter(each -> each.key.equals(key))
                    .findFirst()
                    .orElse(null);
        }
    }

    /// A member of an object.
    ///
    /// @param start of the key's quote
    /// @param end behind the value
    /// @param comma of the comma behind it, -1 when there is none
    private record Entry(String key, int start, int valueStart, int end, int comma) {}

    private Braces top() {
        if (!(JsoncReader.read(text) instanceof JsonValue.ObjectValue)) {
            throw new JsoncException("The file is not an object", SourcePosition.START);
        }
        at = 0;
        skipBlanks();
        return object();
    }

    private Braces objectAt(int start) {
        at = start;
        return object();
    }

    /// Reads an object of a text that is known to be right.
    private Braces object() {
        int start = at++;
        List<Entry> entries = new ArrayList<>();
        skipBlanks();
        while (text.charAt(at) != '}') {
            int keyStart = at;
            skipString();
            String key = ((JsonValue.StringValue) JsoncReader.read(text.substring(keyStart, at))).value();
            skipBlanks();
            at++;
            skipBlanks();
            int valueStart = at;
            skipValue();
            int end = at;
            skipBlanks();
            int comma = text.charAt(at) == ',' ? at++ : -1;
            entries.add(new Entry(key, keyStart, valueStart, end, comma));
            skipBlanks();
        }
        return new Braces(start, at++, entries);
    }

    private void skipValue() {
        switch (text.charAt(at)) {
            case '"' -> skipString();
            case '{', '[' -> {
                int depth = 0;
                do {
                    char c = text.charAt(at);
                    if (c == '"') {
                        skipString();
                        continue;
                    }
                    if (c == '/') {
                        skipBlanks();
                        continue;
                    }
                    depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                    at++;
                } while (depth > 0);
            }
            default -> {
                while (at < text.length() && ",}]/ \t\r\n".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
            }
        }
    }

    private void skipString() {
        at++;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '/') {
                boolean isLine = text.charAt(at + 1) == '/';
                int end = isLine ? text.indexOf('\n', at) : text.indexOf("*/", at) + 2;
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c) || c == '\uFEFF') {
                at++;
            } else {
                return;
            }
        }
    }

    // ---- changes ----

    private String set(List<String> path, JsonValue json) {
        Braces object = top();
        for (int depth = 0; ; depth++) {
            Entry entry = object.entry(path.get(depth));
            boolean isLast = depth == path.size() - 1;
            if (entry == null) {
                return insert(object, path.get(depth), nested(path.subList(depth + 1, path.size()), json));
            }
            if (isLast || text.charAt(entry.valueStart) != '{') {
                JsonValue value = nested(path.subList(depth + 1, path.size()), json);
                String written = written(value, indentOf(entry.start), unit());
                return text.substring(0, entry.valueStart) + written + text.substring(entry.end);
            }
            object = objectAt(entry.valueStart);
        }
    }

    private String put(List<String> path, JsonValue value, String jsonc) {
        Braces object = top();
        for (int depth = 0; ; depth++) {
            Entry entry = object.entry(path.get(depth));
            if (entry == null) {
                return set(path, value);
            }
            if (depth == path.size() - 1) {
                return text.substring(0, entry.valueStart) + jsonc + text.substring(entry.end);
            }
            if (text.charAt(entry.valueStart) != '{') {
                return set(path, value);
            }
            object = objectAt(entry.valueStart);
        }
    }

    private static JsonValue nested(List<String> path, JsonValue json) {
        JsonValue value = json;
        for (String key : path.reversed()) {
            value = new JsonValue.ObjectValue(
                    List.of(new JsonValue.Member(key, SourcePosition.WHOLE, value)), SourcePosition.WHOLE);
        }
        return value;
    }

    private String insert(Braces object, String key, JsonValue value) {
        boolean isMultiline = object.entries.isEmpty()
                || text.substring(object.start, object.entries.getLast().start).contains("\n");
        if (!isMultiline) {
            Entry last = object.entries.getLast();
            String member = quoted(key) + ": " + written(value, indentOf(object.start), unit());
            int end = last.comma < 0 ? last.end : last.comma + 1;
            return text.substring(0, end) + (last.comma < 0 ? ", " : " ") + member + text.substring(end);
        }
        if (object.entries.isEmpty()) {
            String outer = indentOf(object.start);
            String inner = outer + unit();
            String member = inner + quoted(key) + ": " + written(value, inner, unit());
            String inside = text.substring(object.start + 1, object.end).stripTrailing();
            return text.substring(0, object.start + 1)
                    + inside
                    + lineEnd
                    + member
                    + lineEnd
                    + outer
                    + text.substring(object.end);
        }
        Entry last = object.entries.getLast();
        String inner = indentOf(last.start);
        String member = inner + quoted(key) + ": " + written(value, inner, unit());
        int behind = last.comma < 0 ? last.end : last.comma + 1;
        int lineEnds = endOfLine(behind, object.end);
        boolean isOnOwnLine = lineEnds < object.end;
        return text.substring(0, last.end)
                + ","
                + text.substring(behind, lineEnds)
                + lineEnd
                + member
                + (last.comma < 0 ? "" : ",")
                + (isOnOwnLine ? "" : lineEnd + indentOf(object.start))
                + text.substring(lineEnds);
    }

    /// The end of the line, its comment included, or `limit` when that comes first.
    private int endOfLine(int from, int limit) {
        int end = from;
        while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            if (text.startsWith("//", end)) {
                int line = text.indexOf('\n', end);
                return line > 0 && text.charAt(line - 1) == '\r' ? line - 1 : line;
            }
            end = text.startsWith("/*", end) ? text.indexOf("*/", end) + 2 : end + 1;
        }
        return Math.min(end, limit);
    }

    private String remove(List<String> path) {
        Braces object = top();
        for (int depth = 0; ; depth++) {
            Entry entry = object.entry(path.get(depth));
            if (entry == null) {
                return text;
            }
            if (depth == path.size() - 1) {
                String shorter = without(object, entry);
                // A key that is written twice is gone only when both are.
                return new JsoncEditor(shorter).remove(path);
            }
            if (text.charAt(entry.valueStart) != '{') {
                return text;
            }
            object = objectAt(entry.valueStart);
        }
    }

    private String without(Braces object, Entry entry) {
        int index = object.entries.indexOf(entry);
        int from = entry.start;
        int to = entry.comma < 0 ? entry.end : entry.comma + 1;
        int lineStart = text.lastIndexOf('\n', from - 1) + 1;
        int lineEnds = endOfLine(to, object.end);
        boolean isAlone = lineStart > object.start
                && text.substring(lineStart, from).isBlank()
                && lineEnds < object.end
                && (index + 1 == object.entries.size() || object.entries.get(index + 1).start > lineEnds);
        if (isAlone) {
            from = lineStart;
            to = lineEnds + (text.startsWith("\r\n", lineEnds) ? 2 : 1);
        } else {
            while (to < object.end && text.charAt(to) == ' ') {
                to++;
            }
        }
        String rest = text.substring(0, from) + text.substring(to);
        if (entry.comma < 0 && index > 0) {
            int comma = object.entries.get(index - 1).comma;
            rest = rest.substring(0, comma) + rest.substring(comma + 1);
        }
        return rest;
    }

    // ---- writing ----

    /// The blanks at the begin of a line.
    private String indentOf(int position) {
        int start = text.lastIndexOf('\n', position - 1) + 1;
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    /// One step of indentation, as the first member has it.
    private String unit() {
        Braces top = top();
        if (top.entries.isEmpty()) {
            return DEFAULT_INDENT;
        }
        String indent = indentOf(top.entries.getFirst().start);
        return indent.isEmpty() ? DEFAULT_INDENT : indent;
    }

    private static String quoted(String key) {
        return new JsonValue.StringValue(key, SourcePosition.WHOLE).toJson();
    }

    /// Objects of objects take a line for each member, everything else one line.
    private String written(JsonValue value, String indent, String unit) {
        if (!(value instanceof JsonValue.ObjectValue object) || object.members().isEmpty()) {
            return value.toJson();
        }
        boolean isFlat = object.members().stream()
                .noneMatch(member -> member.value() instanceof JsonValue.ObjectValue inner
                        && !inner.members().isEmpty());
        StringBuilder out = new StringBuilder("{");
        String separator = isFlat ? " " : lineEnd + indent + unit;
        for (JsonValue.Member member : object.members()) {
            out.append(separator)
                    .append(quoted(member.key()))
                    .append(": ")
                    .append(written(member.value(), indent + unit, unit));
            separator = isFlat ? ", " : "," + lineEnd + indent + unit;
        }
        return out.append(isFlat ? " }" : lineEnd + indent + "}").toString();
    }
}
