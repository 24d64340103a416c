package dev.dynamicworkers.playground.core.runtime;

import static java.util.Map.entry;

import dev.dynamicworkers.playground.core.io.FetchCall;
import java.util.Map;

/// Reason phrases of responses that give none themselves (RFC 9110 section 15).
final class StatusText {
    private static final Map<Integer, String> PHRASES = Map.ofEntries(
            entry(101, "Switching Protocols"),
            entry(200, "OK"),
            entry(201, "Created"),
            entry(202, "Accepted"),
            entry(203, "Non-Authoritative Information"),
            entry(204, "No Content"),
            entry(205, "Reset Content"),
            entry(206, "Partial Content"),
            entry(301, "Moved Permanently"),
            entry(302, "Found"),
            entry(303, "See Other"),
            entry(304, "Not Modified"),
            entry(307, "Temporary Redirect"),
            entry(308, "Permanent Redirect"),
            entry(400, "Bad Request"),
            entry(401, "Unauthorized"),
            entry(402, "Payment Required"),
            entry(403, "Forbidden"),
            entry(404, "Not Found"),
            entry(405, "Method Not Allowed"),
            entry(406, "Not Acceptable"),
            entry(408, "Request Timeout"),
            entry(409, "Conflict"),
            entry(410, "Gone"),
            entry(411, "Length Required"),
            entry(412, "Precondition Failed"),
            entry(413, "Content Too Large"),
            entry(414, "URI Too Long"),
            entry(415, "Unsupported Media Type"),
            entry(416, "Range Not Satisfiable"),
            entry(417, "Expectation Failed"),
            entry(421, "Misdirected Request"),
            entry(422, "Unprocessable Content"),
            entry(426, "Upgrade Required"),
            entry(429, "Too Many Requests"),
            entry(500, "Internal Server Error"),
            entry(501, "Not Implemented"),
            entry(502, "Bad Gateway"),
            entry(503, "Service Unavailable"),
            entry(504, "Gateway Timeout"));

    private StatusText() {}

    /// The response's own phrase, else that of its status, else nothing.
    static String of(FetchCall.Answer answer) {
        return answer.statusText().isEmpty() ? PHRASES.getOrDefault(answer.status(), "") : answer.statusText();
    }
}
