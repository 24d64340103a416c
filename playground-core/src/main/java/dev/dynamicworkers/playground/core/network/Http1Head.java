package dev.dynamicworkers.playground.core.network;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The head of a response (RFC 9112), with bounds to its size.
record Http1Head(int status, String reason, List<HttpField> fields) {
    private static final int MOST_BYTES = 256 * 1024;

    /// Reads one.
    ///
    /// @throws EOFException where the connection ends before its first byte
    static Http1Head read(InputStream input) throws IOException {
        int[] left = {MOST_BYTES};
        String line = line(input, left);
        if (line == null) {
            throw new EOFException("the server closed the connection");
        }
        if (!line.matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
            throw new IOException("the server does not speak HTTP/1.1");
        }
        List<HttpField> fields = new ArrayList<>();
        for (String field = line(input, left); field != null && !field.isEmpty(); field = line(input, left)) {
            int colon = field.indexOf(':');
            if (colon <= 0 || field.substring(0, colon).chars().anyMatch(c -> c <= ' ' || c >= 0x7F)) {
                throw new IOException("the server sent a malformed header");
            }
            fields.add(new HttpField(
                    field.substring(0, colon), field.substring(colon + 1).strip()));
        }
        return new Http1Head(
                Integer.parseInt(line.substring(9, 12)), line.length() > 13 ? line.substring(13) : "", fields);
    }

    /// A line without its end, null at the end of the input.
    static @Nullable String line(InputStream input, int[] left) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = input.read(); ; next = input.read()) {
            if (next < 0) {
                if (bytes.size() > 0) {
                    throw new EOFException("the server closed the connection in the middle of a line");
                }
                return null;
            }
            if (--left[0] < 0) {
                throw new IOException("the server's headers are larger than " + MOST_BYTES / 1024 + " KiB");
            }
            if (next == '\n') {
                String text = bytes.toString(StandardCharsets.ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            bytes.write(next);
        }
    }

    /// All values of a field, each in lower case.
    List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(field -> field.value().toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean has(String name, String token) {
        return values(name).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .anyMatch(each -> each.strip().equals(token));
    }

    /// The length of the body that follows, -1 where it ends with the connection.
    ///
    /// @throws IOException where it is said in two ways, or is no number
    long contentLength() throws IOException {
        List<String> values = values("content-length").stream().distinct().toList();
        if (values.isEmpty()) {
            return -1;
        }
        if (values.size() > 1 || !values.getFirst().matches("[0-9]{1,18}")) {
            throw new IOException("the server sent a malformed content-length");
        }
        return Long.parseLong(values.getFirst());
    }
}
