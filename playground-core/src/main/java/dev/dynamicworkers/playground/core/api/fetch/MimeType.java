package dev.dynamicworkers.playground.core.api.fetch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A MIME type as the MIME Sniffing standard parses it.
///
/// @param essence type and subtype in lower case
/// @param parameters by lower-case name, the first of each name
record MimeType(String essence, Map<String, String> parameters) {
    /// The type that `text` holds, or null where it is none.
    static @Nullable MimeType parse(String text) {
        String input = trim(text);
        int semicolon = input.indexOf(';');
        String essence = trim(semicolon < 0 ? input : input.substring(0, semicolon));
        int slash = essence.indexOf('/');
        if (slash < 1 || !isToken(essence.substring(0, slash)) || !isToken(essence.substring(slash + 1))) {
            return null;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        if (semicolon >= 0) {
            new Parameters(input, semicolon + 1, parameters).read();
        }
        return new MimeType(essence.toLowerCase(Locale.ROOT), parameters);
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(MimeType::isTokenCharacter);
    }

    private static boolean isTokenCharacter(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    /// Reads `; name=value` pairs, with quoted values. Header parameters such as those of Content-Disposition have the
    /// same form.
    static final class Parameters {
        private final String text;
        private final Map<String, String> into;
        private int at;

        Parameters(String text, int start, Map<String, String> into) {
            this.text = text;
            this.at = start;
            this.into = into;
        }

        void read() {
            while (at < text.length()) {
                while (at < text.length() && isSpace(text.charAt(at))) {
                    at++;
                }
                String name = until(";=").toLowerCase(Locale.ROOT);
                boolean hasValue = at < text.length() && text.charAt(at) == '=';
                at++;
                if (hasValue) {
                    String value = value();
                    if (isToken(name) && value != null) {
                        into.putIfAbsent(name, value);
                    }
                }
            }
        }

        private String until(String stops) {
            int start = Math.min(at, text.length());
            while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, Math.min(at, text.length()));
        }

        private @Nullable String value() {
            if (at < text.length() && text.charAt(at) == '"') {
                String value = quoted();
                until(";");
                at++;
                return value;
            }
            String value = trim(until(";"));
            at++;
            return value.isEmpty() ? null : value;
        }

        private String quoted() {
            StringBuilder value = new StringBuilder();
            at++;
            while (at < text.length() && text.charAt(at) != '"') {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at++));
            }
            at++;
            return value.toString();
        }
    }
}
