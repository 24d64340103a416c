package dev.dynamicworkers.playground.app.session.body;

import java.util.ArrayList;
import java.util.List;

/// The events of a `text/event-stream`, read as the HTML standard says.
public final class ServerEvents {
    private ServerEvents() {}

    /// One event.
    ///
    /// @param offset of its first character in the stream
    /// @param id last id that was given, empty for none
    /// @param type `message` where the stream names none
    public record ServerEvent(int offset, String id, String type, String data) {}

    /// The complete events of a stream so far; what is not closed by an empty line is not one yet.
    public static List<ServerEvent> of(String stream) {
        List<ServerEvent> events = new ArrayList<>();
        String id = "";
        String type = "";
        StringBuilder data = new StringBuilder();
        boolean hasData = false;
        int start = 0;
        int at = stream.startsWith("\uFEFF") ? 1 : 0;
        while (at < stream.length()) {
            int end = at;
            while (end < stream.length() && stream.charAt(end) != '\n' && stream.charAt(end) != '\r') {
                end++;
            }
            if (end == stream.length()) {
                break;
            }
            String line = stream.substring(at, end);
            at = end + (stream.startsWith("\r\n", end) ? 2 : 1);
            if (line.isEmpty()) {
                if (hasData) {
                    events.add(new ServerEvent(start, id, type.isEmpty() ? "message" : type, data.toString()));
                }
                type = "";
                data.setLength(0);
                hasData = false;
                start = at;
                continue;
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            switch (field) {
                case "data" -> {
                    data.append(hasData ? "\n" : "").append(value);
                    hasData = true;
                }
                case "event" -> type = value;
                case "id" -> id = value.indexOf('\0') < 0 ? value : id;
                default -> {
                    // Comments, `retry` and fields that the standard does not know.
                }
            }
        }
        return events;
    }
}
