package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.session.request.BodyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A request as a JSON object, whole: what is sent, and what is noted beside it.
final class RequestJson {
    private RequestJson() {}

    static void write(ObjectNode into, RequestDraft request) {
        into.put("method", request.method())
                .put("url", request.url())
                .put("body", request.body())
                .put("bodyKind", request.notes().bodyKind().word())
                .put("kind", request.kind().name())
                .put("entrypoint", request.entrypoint())
                .put("props", request.notes().props());
        lines(into.putArray("headers"), request.headers());
        lines(into.putArray("variables"), request.notes().variables());
        ArrayNode expectations = into.putArray("expectations");
        request.notes().expectations().forEach(expectations::add);
    }

    /// Writes pairs of name and value.
    static void lines(ArrayNode into, List<HeaderLine> lines) {
        lines.forEach(line -> into.addArray().add(line.name()).add(line.value()));
    }

    /// @throws IllegalArgumentException when its kind is none
    static RequestDraft read(JsonNode of) {
        List<String> expectations = new ArrayList<>();
        of.path("expectations").forEach((Consumer<JsonNode>) line -> expectations.add(line.asString("")));
        return new RequestDraft(
                of.path("method").asString("GET"),
                of.path("url").asString(""),
                lines(of.path("headers")),
                of.path("body").asString(""),
                EventKind.valueOf(of.path("kind").asString("FETCH")),
                of.path("entrypoint").asString(""),
                new RequestNotes(
                        lines(of.path("variables")),
                        expectations,
                        BodyKind.of(of.path("bodyKind").asString("text")),
                        of.path("props").asString("")));
    }

    /// Reads pairs of name and value.
    static List<HeaderLine> lines(JsonNode array) {
        List<HeaderLine> lines = new ArrayList<>();
        array.forEach((Consumer<JsonNode>) line ->
                lines.add(new HeaderLine(line.path(0).asString(""), line.path(1).asString(""))));
        return lines;
    }
}
