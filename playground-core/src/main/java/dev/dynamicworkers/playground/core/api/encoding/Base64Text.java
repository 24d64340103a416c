package dev.dynamicworkers.playground.core.api.encoding;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// `atob` and `btoa`: the "forgiving base64" of the Infra standard over binary strings.
final class Base64Text {
    private static final String NOT_LATIN1 =
            "btoa() can only operate on characters in the Latin1 (ISO/IEC 8859-1) range.";
    private static final String NOT_BASE64 =
            "atob() called with invalid base64-encoded data. (Only whitespace, '+', '/', alphanumeric ASCII, and up to"
                    + " two terminal '=' signs when the input data length is divisible by 4 are allowed.)";

    private Base64Text() {}

    static String btoa(String binary) {
        for (int i = 0; i < binary.length(); i++) {
            if (binary.charAt(i) > 0xFF) {
                throw GuestThrow.domException("InvalidCharacterError", NOT_LATIN1);
            }
        }
        return Base64.getEncoder().encodeToString(binary.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String atob(String text) {
        byte[] bytes = decodeForgiving(text);
        if (bytes == null) {
            throw GuestThrow.domException("InvalidCharacterError", NOT_BASE64);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// Infra standard, "forgiving-base64 decode"; null on failure.
    static byte @Nullable [] decodeForgiving(String text) {
        StringBuilder data = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r') {
                data.append(c);
            }
        }
        if (data.length() % 4 == 0) {
            for (int i = 0; i < 2 && !data.isEmpty() && data.charAt(data.length() - 1) == '='; i++) {
                data.setLength(data.length() - 1);
            }
        }
        if (data.length() % 4 == 1) {
            return null;
        }
        byte[] out = new byte[data.length() * 3 / 4];
        int bits = 0;
        int pending = 0;
        int at = 0;
        for (int i = 0; i < data.length(); i++) {
            int value = sextet(data.charAt(i));
            if (value < 0) {
                return null;
            }
            bits = bits << 6 | value;
            pending += 6;
            if (pending >= 8) {
                pending -= 8;
                out[at++] = (byte) (bits >> pending);
            }
        }
        return out;
    }

    private static int sextet(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }
}
