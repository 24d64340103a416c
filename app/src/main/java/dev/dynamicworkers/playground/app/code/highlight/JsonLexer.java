package dev.dynamicworkers.playground.app.code.highlight;

/// JSON with comments.
public final class JsonLexer implements Lexer {
    private enum Position implements State {
        CODE,
        COMMENT
    }

    @Override
    public State start() {
        return Position.CODE;
    }

    @Override
    public State line(String line, State before, Sink sink) {
        int at = 0;
        if (before == Position.COMMENT) {
            int end = line.indexOf("*/");
            if (end < 0) {
                sink.token(0, line.length(), TokenKind.COMMENT);
                return Position.COMMENT;
            }
            at = end + 2;
            sink.token(0, at, TokenKind.COMMENT);
        }
        while (at < line.length()) {
            char c = line.charAt(at);
            int start = at++;
            if (c == '"') {
                at = stringEnd(line, at);
                sink.token(start, at, isKey(line, at) ? TokenKind.PROPERTY : TokenKind.STRING);
            } else if (c == '/' && line.startsWith("/", at)) {
                sink.token(start, line.length(), TokenKind.COMMENT);
                return Position.CODE;
            } else if (c == '/' && line.startsWith("*", at)) {
                int end = line.indexOf("*/", at + 1);
                at = end < 0 ? line.length() : end + 2;
                sink.token(start, at, TokenKind.COMMENT);
                if (end < 0) {
                    return Position.COMMENT;
                }
            } else if (c == '-' || Character.isDigit(c)) {
                while (at < line.length() && "+-.eE0123456789".indexOf(line.charAt(at)) >= 0) {
                    at++;
                }
                sink.token(start, at, TokenKind.NUMBER);
            } else if (Character.isLetter(c)) {
                while (at < line.length() && Character.isLetter(line.charAt(at))) {
                    at++;
                }
                sink.token(start, at, TokenKind.KEYWORD);
            } else if (!Character.isWhitespace(c)) {
                sink.token(start, at, TokenKind.PUNCTUATION);
            }
        }
        return Position.CODE;
    }

    private static int stringEnd(String line, int from) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '\\') {
                at = Math.min(line.length(), at + 1);
            } else if (c == '"') {
                break;
            }
        }
        return at;
    }

    private static boolean isKey(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at < line.length() && line.charAt(at) == ':';
    }
}
