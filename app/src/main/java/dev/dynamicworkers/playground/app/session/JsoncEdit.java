package dev.dynamicworkers.playground.app.session;

import java.util.ArrayDeque;
import java.util.Deque;

/// Changes single values of a JSON text with comments, and leaves every other character as it is.
final class JsoncEdit {
    private final String text;
    private int at;

    private JsoncEdit(String text) {
        this.text = text;
    }

    /// Gives a key of the outermost object a string; adds the key when it is missing. The same text when it holds no
    /// object.
    static String setString(String text, String key, String value) {
        String quoted = quote(value);
        JsoncEdit edit = new JsoncEdit(text);
        int[] span = edit.find(key);
        if (span.length == 2) {
            return text.substring(0, span[0]) + quoted + text.substring(span[1]);
        }
        return edit.add(key, quoted);
    }

    /// Adds a key with a value, given as JSON, to the outermost object.
    static String addValue(String text, String key, String json) {
        return new JsoncEdit(text).add(key, json);
    }

    /// Adds a key with a value, given as JSON, to an object that is the value of a key of the outermost object; makes
    /// that object when it is missing.
    static String addWithin(String text, String object, String key, String json) {
        int[] span = new JsoncEdit(text).find(object);
        if (span.length == 0) {
            return addValue(text, object, "{ " + quote(key) + ": " + json + " }");
        }
        String within = text.substring(span[0], span[1]);
        if (!within.startsWith("{")) {
            return text;
        }
        boolean empty = within.substring(1).strip().startsWith("}");
        String added = " " + quote(key) + ": " + json + (empty ? " " : ",");
        return text.substring(0, span[0] + 1) + added + text.substring(span[0] + 1);
    }

    /// Puts a value, given as JSON, at the start of the array that is the value of a key of the outermost object; makes
    /// that array when it is missing. The same text when the value is no array.
    static String putInto(String text, String key, String json) {
        int[] span = new JsoncEdit(text).find(key);
        if (span.length == 0) {
            return addValue(text, key, "[" + json + "]");
        }
        String array = text.substring(span[0], span[1]);
        if (!array.startsWith("[")) {
            return text;
        }
        String rest = array.substring(1);
        String before = rest.substring(0, rest.length() - rest.stripLeading().length());
        String lines = before.contains("\n") ? before.substring(before.lastIndexOf('\n')) : "";
        boolean empty = rest.stripLeading().startsWith("]");
        return text.substring(0, span[0] + 1)
                + (empty ? "" : lines)
                + json
                + (empty ? "" : lines.isEmpty() ? ", " : ",")
                + text.substring(span[0] + 1);
    }

    /// The same for an array within an object that is the value of a key of the outermost object.
    static String putInto(String text, String object, String key, String json) {
        int[] span = new JsoncEdit(text).find(object);
        if (span.length == 0) {
            return addValue(text, object, "{ " + quote(key) + ": [" + json + "] }");
        }
        String within = text.substring(span[0], span[1]);
        return within.startsWith("{")
                ? text.substring(0, span[0]) + putInto(within, key, json) + text.substring(span[1])
                : text;
    }

    /// Where a key of the outermost object is; -1 for nowhere.
    static int offsetOf(String text, String key) {
        int[] span = new JsoncEdit(text).find(key);
        return span.length == 0 ? -1 : span[0];
    }

    static String quote(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// Start and end of the key's value; empty when there is no such key.
    private int[] find(String key) {
        Deque<Character> open = new ArrayDeque<>();
        at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (skipComment()) {
                continue;
            }
            if (c == '"') {
                int start = at;
                String name = string();
                boolean outer = open.size() == 1 && name.equals(key);
                if (outer) {
                    skipSpace();
                    if (at < text.length() && text.charAt(at) == ':') {
                        at++;
                        skipSpace();
                        int from = at;
                        value();
                        return new int[] {from, at};
                    }
                }
                at = Math.max(at, start + 1);
                continue;
            }
            if (c == '{' || c == '[') {
                open.push(c);
            } else if ((c == '}' || c == ']') && !open.isEmpty()) {
                open.pop();
            }
            at++;
        }
        return new int[0];
    }

    private String add(String key, String json) {
        at = 0;
        while (at < text.length() && text.charAt(at) != '{') {
            if (!skipComment()) {
                at++;
            }
        }
        if (at >= text.length()) {
            return text;
        }
        int brace = at + 1;
        boolean empty = text.substring(brace).strip().startsWith("}");
        String line = "\n  " + quote(key) + ": " + json + (empty ? "\n" : ",");
        return text.substring(0, brace) + line + (empty ? text.substring(brace).stripLeading() : text.substring(brace));
    }

    private void value() {
        if (at < text.length() && text.charAt(at) == '"') {
            string();
            return;
        }
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (skipComment()) {
                continue;
            }
            if (c == '"') {
                string();
                continue;
            }
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                if (depth == 0) {
                    return;
                }
                depth--;
                if (depth == 0) {
                    at++;
                    return;
                }
            } else if (depth == 0 && (c == ',' || Character.isWhitespace(c))) {
                return;
            }
            at++;
        }
    }

    private String string() {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        String found = text.substring(start, Math.min(at, text.length()));
        at = Math.min(at + 1, text.length());
        return found;
    }

    private void skipSpace() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '/')) {
            if (!skipComment()) {
                at++;
            }
        }
    }

    private boolean skipComment() {
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
            return true;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
            return true;
        }
        return false;
    }
}
