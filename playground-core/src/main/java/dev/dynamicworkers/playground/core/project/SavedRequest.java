package dev.dynamicworkers.playground.core.project;

import java.util.List;

/// A request of a `.http` file.
///
/// @param name what stands after `###`, empty when nothing does
/// @param comments lines before the request that begin with `#` or `//`, as written
/// @param headers in order
/// @param body empty for none; lines are separated by `\n`, and blank lines at the end are no part of it
public record SavedRequest(
        String name, List<String> comments, String method, String url, List<HeaderLine> headers, String body) {
    public SavedRequest {
        comments = List.copyOf(comments);
        headers = List.copyOf(headers);
        body = body.replace("\r\n", "\n").replace('\r', '\n').replaceFirst("\\n+\\z", "");
    }

    /// Whether [RequestFile] can hold this request: a line of the body that begins with `###` would end it.
    public boolean canBeWritten() {
        return body.lines().noneMatch(line -> line.startsWith(RequestFile.SEPARATOR));
    }

    /// A header field as written.
    public record HeaderLine(String name, String value) {}
}
