package dev.dynamicworkers.playground.app.session.logpoint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/// Whether a line of JavaScript surely begins a statement, so that another statement can stand before it. Says no where
/// that would take a parser to know: a logpoint must not change what the code does.
final class StatementStart {
    private static final Pattern BLOCK_HEAD =
            Pattern.compile("(?s).*(\\)|=>|\\b(?:else|do|try|finally|static)|[;{}])\\s*");
    private static final Pattern SWITCH_HEAD = Pattern.compile("(?s).*\\bswitch\\s*\\([^{}]*\\)\\s*");
    private static final Pattern NO_BEGINNING =
            Pattern.compile("(?:else|catch|finally|case|default|extends|instanceof|in|of|import|export|while)\\b.*");

    private final String text;
    private final Deque<Integer> open = new ArrayDeque<>();
    private final StringBuilder code = new StringBuilder();

    private StatementStart(String text) {
        this.text = text;
    }

    /// @param line counts from 1
    static boolean at(String text, int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return false;
            }
        }
        int end = text.indexOf('\n', start);
        String first = text.substring(start, end < 0 ? text.length() : end).strip();
        if (first.isEmpty()
                || !Character.isJavaIdentifierStart(first.charAt(0))
                || NO_BEGINNING.matcher(first).matches()) {
            return false;
        }
        return new StatementStart(text).isCodeAt(start);
    }

    /// Reads the text up to a place: without comments, and with nothing in the place of strings.
    private boolean isCodeAt(int place) {
        int i = 0;
        while (i < place) {
            char c = text.charAt(i);
            if (text.startsWith("//", i)) {
                i = skipTo("\n", i);
            } else if (text.startsWith("/*", i)) {
                i = skipTo("*/", i);
            } else if (c == '\'' || c == '"' || c == '`') {
                i = behindString(i);
                code.append("''");
            } else {
                if (c == '{' || c == '(' || c == '[') {
                    open.push(code.length());
                } else if ((c == '}' || c == ')' || c == ']') && !open.isEmpty()) {
                    open.pop();
                }
                code.append(c);
                i++;
            }
        }
        // Past it: the place is in a comment or in a string.
        return i == place && isBeginning();
    }

    private int skipTo(String end, int from) {
        int at = text.indexOf(end, from + 2);
        return at < 0 ? text.length() + 1 : at + end.length();
    }

    private int behindString(int from) {
        char quote = text.charAt(from);
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        return text.length() + 1;
    }

    private boolean isBeginning() {
        String before = code.toString().stripTrailing();
        if (!open.isEmpty()) {
            int bracket = open.peek();
            String head = code.substring(0, bracket);
            boolean block = code.charAt(bracket) == '{'
                    && BLOCK_HEAD.matcher(head).matches()
                    && !SWITCH_HEAD.matcher(head).matches();
            if (!block) {
                return false;
            }
        }
        return before.isEmpty() || ";{}".indexOf(before.charAt(before.length() - 1)) >= 0;
    }
}
