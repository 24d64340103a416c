package dev.dynamicworkers.playground.core.api.encoding;

import java.nio.charset.StandardCharsets;

/// UTF-8 as the Encoding standard has it: lone surrogates become U+FFFD on the way out, and each maximal piece of
/// a malformed sequence becomes one U+FFFD on the way in (the JDK joins some of them).
final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    static byte[] encode(String text) {
        return wellFormed(text).getBytes(StandardCharsets.UTF_8);
    }

    /// The number of bytes of [#encode(String)], without making them.
    static int length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length++;
            }
            // A surrogate pair is two characters and four bytes, a lone surrogate one and three.
            if (c >= 0x800) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                length++;
                i += pair ? 1 : 0;
            }
        }
        return length;
    }

    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) {
                return replaceFrom(text, i);
            }
            i++;
        }
        return text;
    }

    private static String replaceFrom(String text, int from) {
        StringBuilder out = new StringBuilder(text);
        for (int i = from; i < out.length(); i++) {
            if (!Character.isSurrogate(out.charAt(i))) {
                continue;
            }
            if (Character.isHighSurrogate(out.charAt(i))
                    && i + 1 < out.length()
                    && Character.isLowSurrogate(out.charAt(i + 1))) {
                i++;
            } else {
                out.setCharAt(i, REPLACEMENT);
            }
        }
        return out.toString();
    }

    /// All of `bytes` as text, malformed sequences replaced, a byte order mark kept.
    static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeCarefully(bytes);
    }

    private static String decodeCarefully(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length);
        DecoderInput in = new DecoderInput(bytes);
        while (in.hasMore()) {
            int codePoint = next(in);
            out.appendCodePoint(codePoint < 0 ? REPLACEMENT : codePoint);
        }
        return out.toString();
    }

    /// The code point at the input's position, or [Decoder#MALFORMED] for a malformed piece, which is consumed;
    /// [Decoder#INCOMPLETE] where the input ends inside a sequence that could still become valid.
    static int next(DecoderInput in) {
        int lead = in.read();
        if (lead < 0x80) {
            return lead;
        }
        int needed = lead >= 0xC2 && lead <= 0xDF
                ? 1
                : lead >= 0xE0 && lead <= 0xEF ? 2 : lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
        if (needed == 0) {
            return Decoder.MALFORMED;
        }
        int lower = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int upper = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        int codePoint = lead & (needed == 1 ? 0x1F : needed == 2 ? 0x0F : 0x07);
        for (int i = 0; i < needed; i++) {
            if (!in.hasMore()) {
                return Decoder.INCOMPLETE;
            }
            int trail = in.peek();
            if (trail < lower || trail > upper) {
                return Decoder.MALFORMED;
            }
            in.read();
            lower = 0x80;
            upper = 0xBF;
            codePoint = codePoint << 6 | trail & 0x3F;
        }
        return codePoint;
    }
}
