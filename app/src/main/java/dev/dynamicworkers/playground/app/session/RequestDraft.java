package dev.dynamicworkers.playground.app.session;

import java.util.List;
import java.util.function.UnaryOperator;

/// A request as the person wrote it.
///
/// @param url absolute, or a path, which belongs to `http://localhost`
///     for an event that is no request, what [EventKind#targetName] says
/// @param body empty for none
/// @param entrypoint the export it is sent to, empty for the default one
/// @param notes what it says besides
public record RequestDraft(
        String method,
        String url,
        List<HeaderLine> headers,
        String body,
        EventKind kind,
        String entrypoint,
        RequestNotes notes) {
    /// What a project without kept requests starts with.
    public static final RequestDraft EMPTY = new RequestDraft("GET", "http://localhost/", List.of(), "");

    /// A request to the default entrypoint.
    public RequestDraft(String method, String url, List<HeaderLine> headers, String body) {
        this(method, url, headers, body, EventKind.FETCH, "", RequestNotes.NONE);
    }

    /// A request, or another event, that says nothing besides.
    public RequestDraft(
            String method, String url, List<HeaderLine> headers, String body, EventKind kind, String entrypoint) {
        this(method, url, headers, body, kind, entrypoint, RequestNotes.NONE);
    }

    public RequestDraft {
        headers = List.copyOf(headers);
    }

    /// The URL with scheme and host.
    public String absoluteUrl() {
        String trimmed = url.strip();
        if (trimmed.contains("://")) {
            return trimmed;
        }
        return "http://localhost" + (trimmed.startsWith("/") ? "" : "/") + trimmed;
    }

    /// The same request with each text that was typed into it turned into another one.
    RequestDraft map(UnaryOperator<String> change) {
        return new RequestDraft(
                method,
                change.apply(url),
                headers.stream()
                        .map(line -> new HeaderLine(line.name(), change.apply(line.value())))
                        .toList(),
                change.apply(body),
                kind,
                entrypoint,
                notes.withProps(change.apply(notes.props())));
    }

    /// One line for lists: `GET /hello`.
    public String summary() {
        if (kind != EventKind.FETCH) {
            return kind.word() + (kind == EventKind.TAIL ? "" : " " + url);
        }
        String absolute = absoluteUrl();
        int path = absolute.indexOf('/', absolute.indexOf("://") + 3);
        return method + " " + (path < 0 ? "/" : absolute.substring(path));
    }
}
