package dev.dynamicworkers.playground.app.session.request;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Splits a command line as a shell does: POSIX quotes, `$'...'`, line continuations; and those of Windows' cmd, `^`
/// and doubled quotes.
final class ShellWords {
    private static final Pattern CARETS = Pattern.compile("\\A[^'\"]*\\^(?:\"|\\r?\\n)");

    private final String in;
    private final boolean windows;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private int at;

    private ShellWords(String line) {
        // What browsers copy for cmd has carets before its quotes and its line ends.
        windows = CARETS.matcher(line).find();
        in = windows ? line.replaceAll("\\^\\r?\\n", " ").replaceAll("(?s)\\^(.)", "$1") : line;
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
            if (c == '\\' && at < in.length() && isEscaped(in.charAt(at))) {
                char next = in.charAt(at++);
                if (next != '\n') {
                    word.append(next);
                }
            } else {
                word.append(c);
            }
        }
    }

    private boolean isEscaped(char c) {
        return windows ? c == '"' || c == '\\' : "\"\\$`\n".indexOf(c) >= 0;
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
