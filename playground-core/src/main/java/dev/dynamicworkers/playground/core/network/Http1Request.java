package dev.dynamicworkers.playground.core.network;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A request as it goes over the wire.
///
/// @param target path and query
/// @param fields without those that the connection sets itself: `host`, `content-length`, `transfer-encoding`,
///     `connection`
public record Http1Request(
        String method, Destination destination, String target, List<HttpField> fields, Content content) {
    public Http1Request {
        fields = List.copyOf(fields);
    }

    /// The request's body.
    public sealed interface Content {
        /// There is none.
        record None() implements Content {}

        /// It is known as a whole.
        record Whole(byte[] bytes) implements Content {}

        /// It arrives over time. Read on a thread of its own, and closed when nobody reads on.
        ///
        /// @param length how many bytes there will be, or [#UNKNOWN]
        record Streamed(InputStream input, long length) implements Content {
            /// The length of a body whose sender does not know it.
            public static final long UNKNOWN = -1;
        }
    }

    /// Whether it may be sent twice where a connection was closed before anything was answered.
    boolean isRepeatable() {
        boolean idempotent = switch (method) {
            case "GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE" -> true;
            default -> false;
        };
        return idempotent && !(content instanceof Content.Streamed);
    }

    /// The head as bytes of ISO 8859-1.
    ///
    /// @param own fields of the connection
    /// @throws IllegalArgumentException where a name, a value or the target would break out of its line
    byte[] head(List<HttpField> own) {
        StringBuilder text = new StringBuilder();
        text.append(token(method)).append(' ').append(visible(target)).append(" HTTP/1.1\r\n");
        field(text, new HttpField("host", destination.authority()));
        own.forEach(field -> field(text, field));
        fields.forEach(field -> field(text, field));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void field(StringBuilder text, HttpField field) {
        for (int i = 0; i < field.value().length(); i++) {
            char c = field.value().charAt(i);
            if (c == '\r' || c == '\n' || c == 0 || c > 0xFF) {
                throw new IllegalArgumentException("the header " + field.name() + " has a character that HTTP forbids");
            }
        }
        text.append(token(field.name())).append(": ").append(field.value()).append("\r\n");
    }

    private static String token(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7F || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
                throw new IllegalArgumentException("not a token of HTTP: " + text);
            }
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a name is empty");
        }
        return text;
    }

    private static String visible(String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c >= 0x7F)) {
            throw new IllegalArgumentException("the path has a character that HTTP forbids");
        }
        return text;
    }
}
