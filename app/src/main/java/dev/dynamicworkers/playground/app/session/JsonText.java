package dev.dynamicworkers.playground.app.session;

import java.util.Optional;

/// Lays JSON out for reading without touching its values: numbers keep their digits, keys their order.
final class JsonText {
    private static final int DEEPEST = 500;

    private final String in;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private JsonText(String in) {
        this.in = in;
    }

    /// The text with one value per line; empty when it is not JSON.
    static Optional<String> pretty(String text) {
        JsonText printer = new JsonText(text);
        printer.space();
        if (printer.value(0)) {
            printer.space();
            if (printer.at == text.length()) {
                return Optional.of(printer.out.toString());
            }
        }
        return Optional.empty();
    }

    private boolean value(int depth) {
        if (at >= in.length() || depth > DEEPEST) {
            return false;
        }
        return switch (in.charAt(at)) {
            case '{' -> container('}', depth);
            case '[' -> container(']', depth);
            case '"' -> string();
            default -> word();
        };
    }

    private boolean container(char end, int depth) {
        out.append(in.charAt(at++));
        space();
        if (at < in.length() && in.charAt(at) == end) {
            out.append(in.charAt(at++));
            return true;
        }
        while (true) {
            newLine(depth + 1);
            if (end == '}') {
                if (at >= in.length() || in.charAt(at) != '"' || !string()) {
                    return false;
                }
                space();
                if (at >= in.length() || in.charAt(at++) != ':') {
                    return false;
                }
                out.append(": ");
                space();
            }
            if (!value(depth + 1)) {
                return false;
            }
            space();
            if (at >= in.length()) {
                return false;
            }
            char c = in.charAt(at++);
            if (c == end) {
                newLine(depth);
                out.append(end);
                return true;
            }
            if (c != ',') {
                return false;
            }
            out.append(',');
            space();
        }
    }

    private boolean string() {
        int start = at++;
        while (at < in.length()) {
            char c = in.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                out.append(in, start, at);
                return true;
            } else if (c < 0x20) {
                return false;
            }
        }
        return false;
    }

    private boolean word() {
        int start = at;
        while (at < in.length() && (Character.isLetterOrDigit(in.charAt(at)) || "+-.".indexOf(in.charAt(at)) >= 0)) {
            at++;
        }
        String word = in.substring(start, at);
        out.append(word);
        return word.equals("true")
                || word.equals("false")
                || word.equals("null")
                || word.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    }

    private void newLine(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }

    private void space() {
        while (at < in.length() && " \t\r\n".indexOf(in.charAt(at)) >= 0) {
            at++;
        }
    }
}
