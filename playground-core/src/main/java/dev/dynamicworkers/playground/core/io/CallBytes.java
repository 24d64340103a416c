package dev.dynamicworkers.playground.core.io;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many bytes cross the boundary of an isolate with a call. What is a stream is not read for it.
public final class CallBytes {
    private static final int NUMBER = 8;
    private static final int MOST_DIGITS = 15;

    private CallBytes() {}

    /// Bytes of a text as UTF-8.
    public static long of(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x800 && !Character.isSurrogate(c)) {
                bytes += 2;
            } else if (c >= 0x80) {
                // A half of a pair takes two of the four bytes of its character.
                bytes++;
            }
        }
        return bytes;
    }

    /// Bytes of a structured clone: its text, and the buffers beside it.
    static long of(Payload payload) {
        long bytes = of(payload.text());
        for (byte[] buffer : payload.buffers()) {
            bytes += buffer.length;
        }
        return bytes;
    }

    /// Bytes of a value between an isolate and a store: texts as UTF-8, bytes, 8 for a number, 1 for a boolean, and all
    /// that lists and maps have of these, names included.
    public static long ofValue(@Nullable Object value) {
        return switch (value) {
            case String text -> of(text);
            case byte[] bytes -> bytes.length;
            case Number number -> NUMBER;
            case Boolean truth -> 1;
            case Object[] items -> {
                long bytes = 0;
                for (Object item : items) {
                    bytes += ofValue(item);
                }
                yield bytes;
            }
            case Collection<?> items ->
                items.stream().mapToLong(CallBytes::ofValue).sum();
            case Map<?, ?> entries ->
                entries.entrySet().stream()
                        .mapToLong(entry -> ofValue(entry.getKey()) + ofValue(entry.getValue()))
                        .sum();
            case null, default -> 0;
        };
    }

    /// Bytes of a body; of a stream what its `content-length` says, null where it says nothing.
    ///
    /// @param headers names and values in turn, separated by line feeds
    static @Nullable Long of(Body body, String headers) {
        return switch (body) {
            case Body.None none -> 0L;
            case Body.Text text -> of(text.text());
            case Body.Bytes bytes -> (long) bytes.bytes().length;
            case Body.Stream stream -> said(headers);
        };
    }

    private static @Nullable Long said(String headers) {
        String[] fields = headers.split("\n", -1);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            String value = fields[i + 1].strip();
            if (fields[i].equalsIgnoreCase("content-length")
                    && value.matches("\\d+")
                    && value.length() <= MOST_DIGITS) {
                return Long.valueOf(value);
            }
        }
        return null;
    }
}
