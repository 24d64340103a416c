package dev.dynamicworkers.playground.core.api.url;

import org.jspecify.annotations.Nullable;

/// IPv6 addresses: the URL standard's parser and serialiser.
final class Ipv6 {
    private static final int PIECES = 8;

    private final String text;
    private final int[] address = new int[PIECES];
    private int at;
    private int piece;
    private int compress = -1;

    private Ipv6(String text) {
        this.text = text;
    }

    /// The address between the brackets in its shortest form, or null where `text` is not one.
    static @Nullable String parse(String text) {
        Ipv6 parser = new Ipv6(text);
        return parser.run() ? parser.serialize() : null;
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    private boolean run() {
        if (peek() == ':') {
            if (!text.startsWith("::")) {
                return false;
            }
            at += 2;
            piece++;
            compress = piece;
        }
        while (at < text.length()) {
            if (piece == PIECES) {
                return false;
            }
            if (peek() == ':') {
                if (compress >= 0) {
                    return false;
                }
                at++;
                piece++;
                compress = piece;
                continue;
            }
            int start = at;
            int value = hexPiece();
            if (peek() == '.') {
                at = start;
                return at < text.length() && value >= 0 && start != endOfHex(start) && ipv4Tail() && finish();
            }
            if (peek() == ':') {
                at++;
                if (at == text.length()) {
                    return false;
                }
            } else if (at < text.length()) {
                return false;
            }
            address[piece++] = value;
        }
        return finish();
    }

    private int endOfHex(int start) {
        int end = start;
        while (end < text.length() && end < start + 4 && hexDigit(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static int hexDigit(int c) {
        return c >= 0 && c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private int hexPiece() {
        int end = endOfHex(at);
        int value = 0;
        while (at < end) {
            value = value * 16 + hexDigit(text.charAt(at++));
        }
        return value;
    }

    private boolean ipv4Tail() {
        if (piece > PIECES - 2) {
            return false;
        }
        for (int seen = 0; seen < 4; seen++) {
            if (seen > 0) {
                if (peek() != '.') {
                    return false;
                }
                at++;
            }
            int value = decimalByte();
            if (value < 0) {
                return false;
            }
            address[piece] = address[piece] * 256 + value;
            if (seen == 1 || seen == 3) {
                piece++;
            }
        }
        return at == text.length();
    }

    private int decimalByte() {
        int start = at;
        int value = 0;
        while (peek() >= '0' && peek() <= '9') {
            if (at > start && value == 0) {
                return -1;
            }
            value = value * 10 + (peek() - '0');
            if (value > 255) {
                return -1;
            }
            at++;
        }
        return at == start ? -1 : value;
    }

    private boolean finish() {
        if (compress < 0) {
            return piece == PIECES;
        }
        int moved = piece - compress;
        for (int to = PIECES - 1; to > 0 && moved > 0; to--, moved--) {
            int from = compress + moved - 1;
            int swap = address[to];
            address[to] = address[from];
            address[from] = swap;
        }
        return true;
    }

    private String serialize() {
        int start = -1;
        int length = 1;
        for (int i = 0; i < PIECES; i++) {
            int end = i;
            while (end < PIECES && address[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
            i = Math.max(i, end - 1);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < PIECES; i++) {
            if (i == start) {
                out.append(i == 0 ? "::" : ":");
                i += length - 1;
                continue;
            }
            out.append(Integer.toHexString(address[i]));
            if (i < PIECES - 1) {
                out.append(':');
            }
        }
        return out.toString();
    }
}
