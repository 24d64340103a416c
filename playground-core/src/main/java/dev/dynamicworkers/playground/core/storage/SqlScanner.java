package dev.dynamicworkers.playground.core.storage;

/// Steps over the tokens of SQL text: words, strings, comments and single characters. For one reading.
final class SqlScanner {
    private final String sql;
    private int start;
    private int end;

    SqlScanner(String sql, int from) {
        this.sql = sql;
        end = from;
    }

    /// Moves to the next token that is neither blank nor a comment.
    ///
    /// @return false at the end of the text
    boolean next() {
        start = skipBlanks(end);
        if (start >= sql.length()) {
            end = start;
            return false;
        }
        char c = sql.charAt(start);
        end = switch (c) {
            case '\'', '"', '`' -> quoted(start + 1, c);
            case '[' -> after(start + 1, "]");
            default -> isWord(c) ? word(start) : start + 1;
        };
        return true;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /// The token as it stands in the text.
    String token() {
        return sql.substring(start, end);
    }

    boolean is(String keyword) {
        return token().equalsIgnoreCase(keyword);
    }

    /// The name that the token stands for, its quotes taken off; empty for strings and punctuation.
    String name() {
        char c = sql.charAt(start);
        if (isWord(c)) {
            return token();
        }
        boolean quoted = c == '"' || c == '`' || c == '[';
        return quoted && end - start >= 2 ? sql.substring(start + 1, end - 1) : "";
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at))) {
                at++;
            } else if (sql.startsWith("--", at)) {
                at = after(at, "\n");
            } else if (sql.startsWith("/*", at)) {
                at = after(at + 2, "*/");
            } else {
                return at;
            }
        }
        return at;
    }

    private int after(int from, String terminator) {
        int at = sql.indexOf(terminator, from);
        return at < 0 ? sql.length() : at + terminator.length();
    }

    private int quoted(int from, char quote) {
        int at = from;
        while (at < sql.length()) {
            if (sql.charAt(at) == quote) {
                if (at + 1 >= sql.length() || sql.charAt(at + 1) != quote) {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        return at;
    }

    private int word(int from) {
        int at = from;
        while (at < sql.length() && isWord(sql.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }
}
