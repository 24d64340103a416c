package dev.dynamicworkers.playground.app.session.request;

import dev.dynamicworkers.playground.app.session.RequestDraft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Collectors;

/// The body of a request as it is sent. Reads files, so not for the FX thread.
///
/// @param contentType what its header should say where the request says nothing, empty for nothing
public record RequestBytes(byte[] bytes, String contentType) {
    private static final String LINE = "\r\n";

    /// A body that can't be made; the message is a sentence.
    public static final class UnsendableBody extends IOException {
        private static final long serialVersionUID = 1;

        UnsendableBody(String message) {
            super(message);
        }
    }

    /// Makes the body of a request.
    ///
    /// @param root of the project, which paths of files begin at
    public static RequestBytes of(RequestDraft draft, Path root) throws UnsendableBody {
        String text = draft.body();
        BodyKind kind = draft.notes().bodyKind();
        if (text.isEmpty()) {
            return new RequestBytes(new byte[0], "");
        }
        return switch (kind) {
            case TEXT, JSON -> new RequestBytes(text.getBytes(StandardCharsets.UTF_8), kind.contentType());
            case FORM -> new RequestBytes(form(text).getBytes(StandardCharsets.UTF_8), kind.contentType());
            case MULTIPART -> multipart(text, root);
            case FILE -> new RequestBytes(read(text.strip(), root), kind.contentType());
            case BASE64 -> new RequestBytes(decoded(text), kind.contentType());
        };
    }

    /// The fields of a form as a query.
    static String form(String text) {
        return text.lines()
                .flatMap(line -> BodyKind.field(line).stream())
                .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String text) throws UnsendableBody {
        try {
            return Base64.getDecoder().decode(text.replaceAll("\\s+", ""));
        } catch (IllegalArgumentException notBase64) {
            throw new UnsendableBody(
                    "The body is not Base64: it has characters, or an end, that Base64 does not have.");
        }
    }

    private static byte[] read(String path, Path root) throws UnsendableBody {
        try {
            Path file = root.resolve(path);
            if (Files.isRegularFile(file)) {
                return Files.readAllBytes(file);
            }
        } catch (IOException | InvalidPathException unreadable) {
            // Said below.
        }
        throw new UnsendableBody("The file " + path
                + " of the body can't be read. Write a path within the project, or an absolute one.");
    }

    private static RequestBytes multipart(String text, Path root) throws UnsendableBody {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        String boundary = "----playground-" + Integer.toHexString(text.hashCode());
        for (String line : text.lines().toList()) {
            BodyKind.Field field = BodyKind.field(line).orElse(null);
            if (field == null) {
                continue;
            }
            StringBuilder head = new StringBuilder(
                    "--" + boundary + LINE + "Content-Disposition: form-data; name=\"" + quoted(field.name()) + '"');
            byte[] content;
            if (field.isFile()) {
                content = read(field.path(), root);
                String name = String.valueOf(Path.of(field.path()).getFileName());
                head.append("; filename=\"").append(quoted(name)).append('"').append(LINE);
                head.append("Content-Type: ")
                        .append(field.type().isEmpty() ? "application/octet-stream" : field.type());
            } else {
                content = field.value().getBytes(StandardCharsets.UTF_8);
            }
            parts.writeBytes(head.append(LINE).append(LINE).toString().getBytes(StandardCharsets.UTF_8));
            parts.writeBytes(content);
            parts.writeBytes(LINE.getBytes(StandardCharsets.UTF_8));
        }
        parts.writeBytes(("--" + boundary + "--" + LINE).getBytes(StandardCharsets.UTF_8));
        return new RequestBytes(parts.toByteArray(), BodyKind.MULTIPART.contentType() + "; boundary=" + boundary);
    }

    /// A name as the HTML standard writes it in a multipart form.
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
