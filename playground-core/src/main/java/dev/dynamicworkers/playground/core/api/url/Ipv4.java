package dev.dynamicworkers.playground.core.api.url;

import org.jspecify.annotations.Nullable;

/// IPv4 addresses in all the spellings that the URL standard takes for one (`0x7f.1`, `0300.168.0.1`, `2130706433`).
final class Ipv4 {
    private static final long TOO_LARGE = 1L << 40;
    private static final int NOT_A_NUMBER = -1;

    private Ipv4() {}

    /// Whether the last label is a number, so that the host must be an IPv4 address or is invalid.
    static boolean endsInNumber(String host) {
        int end = host.endsWith(".") ? host.length() - 1 : host.length();
        String last = host.substring(host.lastIndexOf('.', end - 1) + 1, end);
        if (last.isEmpty()) {
            return false;
        }
        return last.chars().allMatch(c -> c >= '0' && c <= '9') || number(last) != NOT_A_NUMBER;
    }

    /// The address in dotted decimal, or null where `host` is not one.
    static @Nullable String parse(String host) {
        String[] parts = host.split("\\.", -1);
        int count = parts.length;
        if (count > 1 && parts[count - 1].isEmpty()) {
            count--;
        }
        if (count > 4) {
            return null;
        }
        long address = 0;
        for (int i = 0; i < count; i++) {
            long value = number(parts[i]);
            boolean last = i == count - 1;
            long limit = last ? 1L << (8 * (5 - count)) : 256;
            if (value < 0 || value >= limit) {
                return null;
            }
            address += last ? value : value << (8 * (3 - i));
        }
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    /// The value of one part, at most [#TOO_LARGE], or [#NOT_A_NUMBER].
    private static long number(String part) {
        if (part.isEmpty()) {
            return NOT_A_NUMBER;
        }
        int radix = 10;
        int start = 0;
        if (part.length() >= 2 && part.charAt(0) == '0') {
            boolean hex = (part.charAt(1) | 0x20) == 'x';
            radix = hex ? 16 : 8;
            start = hex ? 2 : 1;
        }
        long value = 0;
        for (int i = start; i < part.length(); i++) {
            char c = part.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return NOT_A_NUMBER;
            }
            value = Math.min(value * radix + digit, TOO_LARGE);
        }
        return value;
    }
}
