package dev.dynamicworkers.playground.app.session.request;

import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Requests as code and as raw HTTP.
public final class Snippets {
    private Snippets() {}

    /// A request as a call of `fetch()`.
    public static String fetch(RequestDraft draft) {
        StringBuilder out = new StringBuilder("await fetch(" + JsonSpan.quote(draft.absoluteUrl()));
        StringBuilder init = new StringBuilder();
        if (!draft.method().equals("GET")) {
            init.append("  method: ").append(JsonSpan.quote(draft.method())).append(",\n");
        }
        if (!draft.headers().isEmpty()) {
            init.append("  headers: [\n");
            for (HeaderLine header : draft.headers()) {
                init.append("    [")
                        .append(JsonSpan.quote(header.name()))
                        .append(", ")
                        .append(JsonSpan.quote(header.value()))
                        .append("],\n");
            }
            init.append("  ],\n");
        }
        if (!draft.body().isEmpty()) {
            init.append("  body: ").append(body(draft)).append(",\n");
        }
        return init.isEmpty()
                ? out.append(");").toString()
                : out.append(", {\n").append(init).append("});").toString();
    }

    private static String body(RequestDraft draft) {
        String quoted = JsonSpan.quote(draft.body());
        return switch (draft.notes().bodyKind()) {
            case FORM -> "new URLSearchParams(" + JsonSpan.quote(RequestBytes.form(draft.body())) + ")";
            case BASE64 -> "Uint8Array.fromBase64(" + quoted + ")";
            case FILE -> "await (await import('node:fs/promises')).readFile(" + quoted + ")";
            case MULTIPART -> {
                StringBuilder form = new StringBuilder("(() => {\n    const form = new FormData();\n");
                draft.body()
                        .lines()
                        .flatMap(line -> BodyKind.field(line).stream())
                        .forEach(field -> form.append("    form.append(")
                                .append(JsonSpan.quote(field.name()))
                                .append(", ")
                                .append(
                                        field.isFile()
                                                ? "new Blob([/* the bytes of " + field.path() + " */]), "
                                                        + JsonSpan.quote(field.path())
                                                : JsonSpan.quote(field.value()))
                                .append(");\n"));
                yield form.append("    return form;\n  })()").toString();
            }
            default -> quoted;
        };
    }

    /// A request as it is sent over HTTP/1.1.
    public static String raw(RequestDraft draft) {
        String address = draft.absoluteUrl();
        int pathAt = address.indexOf('/', address.indexOf("://") + 3);
        String path = pathAt < 0 ? "/" : address.substring(pathAt);
        String host = authority(address);
        StringBuilder out = new StringBuilder(draft.method() + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
        draft.headers()
                .forEach(header -> out.append(header.name())
                        .append(": ")
                        .append(header.value())
                        .append("\r\n"));
        String body = draft.notes().bodyKind() == BodyKind.FORM ? RequestBytes.form(draft.body()) : draft.body();
        if (!body.isEmpty()) {
            out.append("Content-Length: ")
                    .append(body.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        return out.append("\r\n").append(body).toString();
    }

    private static String authority(String address) {
        try {
            String authority = URI.create(address.replaceFirst("[?#].*", "").replace(' ', '+'))
                    .getRawAuthority();
            return authority == null ? "localhost" : authority;
        } catch (IllegalArgumentException e) {
            return "localhost";
        }
    }
}
