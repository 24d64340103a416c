package dev.dynamicworkers.playground.core.api.fetch;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Parser of multipart/form-data bodies (RFC 7578), linear in the body. An instance serves one body.
final class Multipart {
    /// One part.
    ///
    /// @param fileName null for a plain field
    /// @param type the part's Content-Type, null where it has none
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Part(
            String name,
            @Nullable String fileName,
            @Nullable String type,
            byte[] content) {}

    private static final int NOT_FOUND = -1;

    private final byte[] body;
    private final byte[] delimiter;
    private int at;

    private Multipart(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("\n--" + boundary).getBytes(StandardCharsets.UTF_8);
    }

    /// The parts of `body`.
    ///
    /// @throws GuestThrow a TypeError where the body is not well formed
    static List<Part> parse(byte[] body, String boundary) {
        return new Multipart(body, boundary).run();
    }

    private List<Part> run() {
        // The first delimiter may stand at the very start, without a line break before it.
        if (startsWith(0, 1)) {
            at = delimiter.length - 1;
        } else {
            int first = find(0);
            if (first == NOT_FOUND) {
                throw GuestThrow.typeError("No initial boundary string (or you have a truncated message).");
            }
            at = first + delimiter.length;
        }
        List<Part> parts = new ArrayList<>();
        while (!atEnd()) {
            skipLineEnd();
            Map<String, String> headers = headers();
            int end = startsWith(at, 1) ? at - 1 : find(Math.max(at - 1, 0));
            if (end == NOT_FOUND) {
                throw GuestThrow.typeError("No subsequent boundary string after multipart message.");
            }
            int contentEnd = end > at && body[end - 1] == '\r' ? end - 1 : end;
            byte[] content = Arrays.copyOfRange(body, at, Math.max(at, contentEnd));
            parts.add(part(headers, content));
            at = end + delimiter.length;
        }
        return parts;
    }

    /// Whether the delimiter, from its byte `skip` on, stands at `position`.
    private boolean startsWith(int position, int skip) {
        int end = position + delimiter.length - skip;
        return end <= body.length && Arrays.equals(body, position, end, delimiter, skip, delimiter.length);
    }

    /// The place of the next delimiter at or behind `from`.
    private int find(int from) {
        for (int i = from; i <= body.length - delimiter.length; i++) {
            if (body[i] == '\n' && startsWith(i, 0)) {
                return i;
            }
        }
        return NOT_FOUND;
    }

    private boolean atEnd() {
        return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
    }

    private void skipLineEnd() {
        while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
            at++;
        }
        if (at + 1 < body.length && body[at] == '\r' && body[at + 1] == '\n') {
            at += 2;
        } else if (at < body.length && body[at] == '\n') {
            at++;
        } else {
            throw GuestThrow.typeError("Boundary string was not succeeded by CRLF or '--'.");
        }
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        while (true) {
            int end = lineEnd();
            if (end == NOT_FOUND) {
                throw GuestThrow.typeError("No end of headers in FormData part.");
            }
            int lineLength = end > at && body[end - 1] == '\r' ? end - 1 - at : end - at;
            String line = new String(body, at, lineLength, StandardCharsets.UTF_8);
            at = end + 1;
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
    }

    private int lineEnd() {
        for (int i = at; i < body.length; i++) {
            if (body[i] == '\n') {
                return i;
            }
        }
        return NOT_FOUND;
    }

    private static Part part(Map<String, String> headers, byte[] content) {
        String disposition = headers.get("content-disposition");
        if (disposition == null) {
            throw GuestThrow.typeError("No valid Content-Disposition header found in FormData part.");
        }
        int semicolon = disposition.indexOf(';');
        String kind = semicolon < 0 ? disposition : disposition.substring(0, semicolon);
        if (!kind.strip().equalsIgnoreCase("form-data")) {
            throw GuestThrow.typeError(
                    "Content-Disposition header for FormData part must have the value \"form-data\".");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        if (semicolon >= 0) {
            new MimeType.Parameters(disposition, semicolon + 1, parameters).read();
        }
        String name = parameters.get("name");
        if (name == null) {
            throw GuestThrow.typeError("Content-Disposition header in FormData part is missing a name.");
        }
        String fileName = parameters.get("filename");
        return new Part(
                unescape(name), fileName == null ? null : unescape(fileName), headers.get("content-type"), content);
    }

    /// Undoes what senders do to quotes and line breaks in names: HTML standard, "multipart/form-data encoding
    /// algorithm".
    private static String unescape(String text) {
        return text.indexOf('%') < 0
                ? text
                : text.replace("%0A", "\n").replace("%0D", "\r").replace("%22", "\"");
    }
}
