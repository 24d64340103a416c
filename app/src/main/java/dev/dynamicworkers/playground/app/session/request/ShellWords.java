package dev.dynamicworkers.playground.app.session.request;

import java.util.ArrayList;
import java.util.List;

/// Splits a command line as a shell does: POSIX quotes, `$'...'`, line continuations; and those of Windows' cmd, `^`
/// and doubled quotes.
final class ShellWords {
    private final String in;
    private final boolean windows;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private int at;

    private ShellWords(String in) {
        this.in = in;
        // What browsers copy for cmd escapes with carets, which a POSIX shell hardly ever sees before quotes.
        windows = in.contains("^\"") || in.contains("^\n") || in.contains("^\r\n");
    }

    static List<String> of(String line) {
        return new ShellWords(line).split();
    }

    private List<String> split() {
        while (at < in.length()) {
            char c = in.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                end();
            } else if (windows && c == '^') {
                caret();
            } else if (c == '\'' && !windows) {
                single();
            } else if (c == '"') {
                twice();
            } else if (c == '$' && in.startsWith("$'", at)) {
                at += 2;
                ansi();
            } else if (c == '\\' && !windows) {
                backslash();
            } else {
                add(c);
                at++;
            }
        }
        end();
        return words;
    }

    private void add(char c) {
        begun = true;
        word.append(c);
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
    }

    private void caret() {
        at++;
        if (in.startsWith("\r\n", at)) {
            at += 2;
        } else if (at < in.length() && in.charAt(at) == '\n') {
            at++;
        } else if (at < in.length() && in.charAt(at) == '"') {
            twice();
        } else if (at < in.length()) {
            add(in.charAt(at++));
        }
    }

    private void single() {
        begun = true;
        int end = in.indexOf('\'', at + 1);
        end = end < 0 ? in.length() : end;
        word.append(in, at + 1, end);
        at = Math.min(end + 1, in.length());
    }

    private void backslash() {
        at++;
        if (in.startsWith("\r\n", at)) {
            at += 2;
        } else if (at < in.length() && in.charAt(at) == '\n') {
            at++;
        } else if (at < in.length()) {
            add(in.charAt(at++));
        }
    }

    private void twice() {
        begun = true;
        at++;
        while (at < in.length()) {
            char c = in.charAt(at++);
            if (c == '"') {
                if (windows && at < in.length() && in.charAt(at) == '"') {
                    word.append('"');
                    at++;
                    continue;
                }
                return;
            }
            if (windows && c == '^' && at < in.length()) {
                char next = in.charAt(at++);
                if (next == '"') {
                    return;
                }
                word.append(next);
            } else if (c == '\\' && at < in.length() && isEscaped(in.charAt(at))) {
                char next = in.charAt(at++);
                if (windows && next == '^' && at < in.length()) {
                    next = in.charAt(at++);
                }
                if (next != '\n') {
                    word.append(next);
                }
            } else {
                word.append(c);
            }
        }
    }

    private boolean isEscaped(char c) {
        return windows ? c == '"' || c == '\\' || c == '^' : "\"\\$`\n".indexOf(c) >= 0;
    }

    private void ansi() {
        begun = true;
        while (at < in.length()) {
            char c = in.charAt(at++);
            if (c == '\'') {
                return;
            }
            if (c != '\\' || at >= in.length()) {
                word.append(c);
                continue;
            }
            char next = in.charAt(at++);
            switch (next) {
                case 'n' -> word.append('\n');
                case 'r' -> word.append('\r');
                case 't' -> word.append('\t');
                case 'a' -> word.append('\u0007');
                case 'b' -> word.append('\b');
                case 'f' -> word.append('\f');
                case 'x' -> code(2);
                case 'u' -> code(4);
                case 'U' -> code(8);
                default -> word.append(next);
            }
        }
    }

    private void code(int most) {
        int start = at;
        while (at < in.length() && at - start < most && Character.digit(in.charAt(at), 16) >= 0) {
            at++;
        }
        if (at > start) {
            int code = (int) Long.parseLong(in.substring(start, at), 16);
            word.appendCodePoint(Character.isValidCodePoint(code) ? code : 0xFFFD);
        }
    }
}
