package dev.dynamicworkers.playground.core.api.node;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// Text and bytes in the encodings of Node.js buffers. Input that is not well-formed is taken as far as it goes, as
/// there.
final class BufferText {
    private BufferText() {}

    /// The bytes of a text.
    static byte[] encode(String text, String encoding) {
        return switch (encoding) {
            case "utf16le" -> text.getBytes(StandardCharsets.UTF_16LE);
            case "latin1", "ascii" -> low(text);
            case "hex" -> hex(text);
            case "base64", "base64url" -> base64(text);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] low(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return bytes;
    }

    private static byte[] hex(String text) {
        int end = 0;
        while (end + 1 < text.length()
                && HexFormat.isHexDigit(text.charAt(end))
                && HexFormat.isHexDigit(text.charAt(end + 1))) {
            end += 2;
        }
        return HexFormat.of().parseHex(text, 0, end);
    }

    /// Takes both alphabets, skips what belongs to neither, and stops at padding.
    private static byte[] base64(String text) {
        byte[] clean = new byte[text.length()];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=') {
                break;
            }
            char standard = c == '-' ? '+' : c == '_' ? '/' : c;
            boolean isDigit =
                    standard < 128 && (Character.isLetterOrDigit(standard) || standard == '+' || standard == '/');
            if (isDigit) {
                clean[size++] = (byte) standard;
            }
        }
        int whole = size % 4 == 1 ? size - 1 : size;
        return Base64.getDecoder().decode(Arrays.copyOf(clean, whole));
    }

    /// The text of bytes.
    static String decode(byte[] bytes, String encoding) {
        return switch (encoding) {
            case "utf16le" -> new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16LE);
            case "latin1" -> new String(bytes, StandardCharsets.ISO_8859_1);
            case "ascii" -> ascii(bytes);
            case "hex" -> HexFormat.of().formatHex(bytes);
            case "base64" -> Base64.getEncoder().encodeToString(bytes);
            case "base64url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            default -> new String(bytes, StandardCharsets.UTF_8);
        };
    }

    private static String ascii(byte[] bytes) {
        byte[] low = new byte[bytes.length];
        for (int i = 0; i < low.length; i++) {
            low[i] = (byte) (bytes[i] & 0x7f);
        }
        return new String(low, StandardCharsets.ISO_8859_1);
    }
}
