package dev.dynamicworkers.playground.core.api.url;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/// The percent-encode sets of the URL standard: which ASCII characters a component may not hold as they are.
/// Everything outside printable ASCII is always encoded.
enum PercentEncodeSet {
    C0_CONTROL(""),
    FRAGMENT(" \"<>`"),
    QUERY(" \"#<>"),
    SPECIAL_QUERY(" \"#<>'"),
    PATH(" \"#<>?^`{}"),
    USERINFO(" \"#<>?^`{}/:;=@[\\]|"),
    COMPONENT(" \"#<>?^`{}/:;=@[\\]|$%&+,"),
    FORM(" !\"#$%&'()+,/:;<=>?@[\\]^`{|}~");

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final BitSet kept = new BitSet(128);

    PercentEncodeSet(String encoded) {
        kept.set(' ', 0x7F);
        encoded.chars().forEach(kept::clear);
    }

    /// Whether `c` stands for itself.
    boolean keeps(char c) {
        return c < 0x80 && kept.get(c);
    }

    /// `text` with every character of this set percent-encoded as UTF-8; lone surrogates become U+FFFD.
    String encode(String text) {
        int i = 0;
        while (i < text.length() && keeps(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, i);
        while (i < text.length()) {
            i = append(text, i, out);
        }
        return out.toString();
    }

    /// Appends the code point of `text` at `index`, encoded where needed; returns the index behind it.
    int append(String text, int index, StringBuilder out) {
        char c = text.charAt(index);
        if (keeps(c)) {
            out.append(c);
            return index + 1;
        }
        if (c < 0x80) {
            appendByte(c, out);
            return index + 1;
        }
        int codePoint = text.codePointAt(index);
        int width = Character.charCount(codePoint);
        boolean loneSurrogate = width == 1 && Character.isSurrogate(c);
        String scalar = loneSurrogate ? "\uFFFD" : Character.toString(codePoint);
        for (byte b : scalar.getBytes(StandardCharsets.UTF_8)) {
            appendByte(b & 0xFF, out);
        }
        return index + width;
    }

    private static void appendByte(int value, StringBuilder out) {
        out.append('%').append(HEX[value >> 4]).append(HEX[value & 15]);
    }
}
