package dev.dynamicworkers.playground.app.session.body;

/// Walks over JSON without making anything of it.
final class JsonScanner {
    private static final int DEEPEST = 500;

    private final String in;

    JsonScanner(String in) {
        this.in = in;
    }

    /// The offset behind white space.
    int space(int from) {
        int at = from;
        while (at < in.length() && " \t\r\n".indexOf(in.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /// The offset behind the value that starts here, -1 when none does.
    int value(int at, int depth) {
        if (at < 0 || at >= in.length() || depth > DEEPEST) {
            return -1;
        }
        return switch (in.charAt(at)) {
            case '{', '[' -> container(at, depth);
            case '"' -> string(at);
            default -> word(at);
        };
    }

    private int container(int start, int depth) {
        boolean object = in.charAt(start) == '{';
        char close = object ? '}' : ']';
        int at = space(start + 1);
        if (at < in.length() && in.charAt(at) == close) {
            return at + 1;
        }
        while (true) {
            if (object) {
                at = at < in.length() && in.charAt(at) == '"' ? string(at) : -1;
                at = at < 0 ? -1 : space(at);
                if (at < 0 || at >= in.length() || in.charAt(at) != ':') {
                    return -1;
                }
                at = space(at + 1);
            }
            at = value(at, depth + 1);
            if (at < 0) {
                return -1;
            }
            at = space(at);
            if (at >= in.length()) {
                return -1;
            }
            if (in.charAt(at) == close) {
                return at + 1;
            }
            if (in.charAt(at) != ',') {
                return -1;
            }
            at = space(at + 1);
        }
    }

    /// The offset behind the string that starts here, -1 when it does not end well.
    int string(int start) {
        int at = start + 1;
        while (at < in.length()) {
            char c = in.charAt(at++);
            if (c == '"') {
                return at;
            }
            if (c < 0x20) {
                return -1;
            }
            if (c == '\\') {
                if (at >= in.length()) {
                    return -1;
                }
                char escaped = in.charAt(at++);
                if (escaped == 'u') {
                    if (!isHex(at)) {
                        return -1;
                    }
                    at += 4;
                } else if ("\"\\/bfnrt".indexOf(escaped) < 0) {
                    return -1;
                }
            }
        }
        return -1;
    }

    private boolean isHex(int at) {
        if (at + 4 > in.length()) {
            return false;
        }
        for (int i = at; i < at + 4; i++) {
            if (Character.digit(in.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private int word(int start) {
        int at = start;
        while (at < in.length() && (Character.isLetterOrDigit(in.charAt(at)) || "+-.".indexOf(in.charAt(at)) >= 0)) {
            at++;
        }
        String word = in.substring(start, at);
        boolean known = word.equals("true") || word.equals("false") || word.equals("null");
        return known || isNumber(word) ? at : -1;
    }

    private static boolean isNumber(String word) {
        int at = word.startsWith("-") ? 1 : 0;
        int whole = digits(word, at);
        if (whole == at || whole - at > 1 && word.charAt(at) == '0') {
            return false;
        }
        at = whole;
        if (at < word.length() && word.charAt(at) == '.') {
            int fraction = digits(word, at + 1);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        if (at < word.length() && (word.charAt(at) == 'e' || word.charAt(at) == 'E')) {
            int sign = at + 1 < word.length() && "+-".indexOf(word.charAt(at + 1)) >= 0 ? 1 : 0;
            int exponent = digits(word, at + 1 + sign);
            if (exponent == at + 1 + sign) {
                return false;
            }
            at = exponent;
        }
        return at == word.length();
    }

    private static int digits(String word, int from) {
        int at = from;
        while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
