package dev.dynamicworkers.playground.core.api.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Percent-decoding of the URL standard.
final class PercentDecoding {
    private PercentDecoding() {}

    /// The bytes that `text` stands for, escapes resolved and the rest as UTF-8.
    static byte[] bytes(String text) {
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(source.length);
        for (int i = 0; i < source.length; i++) {
            if (source[i] == '%' && i + 2 < source.length) {
                int high = Character.digit(source[i + 1], 16);
                int low = Character.digit(source[i + 2], 16);
                if (high >= 0 && low >= 0) {
                    out.write(high << 4 | low);
                    i += 2;
                    continue;
                }
            }
            out.write(source[i]);
        }
        return out.toByteArray();
    }

    /// As [#bytes(String)], read as UTF-8 with malformed sequences replaced.
    static String text(String text) {
        return text.indexOf('%') < 0 ? text : new String(bytes(text), StandardCharsets.UTF_8);
    }
}
