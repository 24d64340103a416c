package dev.dynamicworkers.playground.core.project.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A way to write a secret's value down.
public enum SecretForm {
    PLAIN,
    JSON,
    PERCENT,
    BASE64,
    HEX;

    /// Values that are shorter stand in texts by chance.
    static final int LEAST_LENGTH = 6;

    /// Encoded values that are shorter stand in texts by chance.
    private static final int LEAST_ENCODED = 8;

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

    /// The word for it: `plain`, `json`, `percent`, `base64` or `hex`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// All that a value may look like, each with the form's name; the plain value first.
    static Map<String, SecretForm> of(String value) {
        Map<String, SecretForm> forms = new LinkedHashMap<>();
        if (value.length() < LEAST_LENGTH) {
            return forms;
        }
        forms.put(value, PLAIN);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        add(forms, json(value), JSON);
        String percent = percent(bytes, UNRESERVED);
        add(forms, percent, PERCENT);
        add(forms, percent(bytes, UNRESERVED + "!*'()"), PERCENT);
        add(forms, percent.replace("%20", "+"), PERCENT);
        add(forms, percent(bytes, ""), PERCENT);
        add(forms, percent(bytes, "").toLowerCase(Locale.ROOT), PERCENT);
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            for (int shift = 0; shift < 3; shift++) {
                add(forms, base64(bytes, shift, encoder), BASE64);
            }
        }
        add(forms, HexFormat.of().formatHex(bytes), HEX);
        add(forms, HexFormat.of().withUpperCase().formatHex(bytes), HEX);
        return forms;
    }

    private static void add(Map<String, SecretForm> forms, String text, SecretForm form) {
        if (text.length() >= LEAST_ENCODED) {
            forms.putIfAbsent(text, form);
        }
    }

    private static String json(String value) {
        return value.chars()
                .mapToObj(c -> switch (c) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '\t' -> "\\t";
                    case '\b' -> "\\b";
                    case '\f' -> "\\f";
                    default -> c < ' ' ? String.format(Locale.ROOT, "\\u%04x", c) : String.valueOf((char) c);
                })
                .collect(Collectors.joining());
    }

    private static String percent(byte[] bytes, String kept) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            if (each > 0 && kept.indexOf(each) >= 0) {
                text.append((char) each);
            } else {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return text.toString();
    }

    /// What the value's Base64 is inside of a longer text that `shift` bytes (modulo 3) come before: without the
    /// characters that depend on its neighbours.
    private static String base64(byte[] bytes, int shift, Base64.Encoder encoder) {
        byte[] shifted = new byte[shift + bytes.length];
        Arrays.fill(shifted, (byte) 'x');
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String text = encoder.withoutPadding().encodeToString(shifted);
        int from = (shift * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return from < to ? text.substring(from, to) : "";
    }
}
