package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.json.JsonValue.NumberValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ObjectValue;
import dev.dynamicworkers.playground.core.json.JsonValue.StringValue;
import dev.dynamicworkers.playground.core.json.JsoncReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a response of a fixture's value: an object with `status`, `headers` or `body` says all of it, anything else is
/// the body.
final class FixtureResponse {
    private static final Set<String> PARTS = Set.of("status", "headers", "body");
    private static final int LEAST = 200;
    private static final int MOST = 599;

    private FixtureResponse() {}

    /// @param json null for an empty response
    static FetchCall.Answer of(@Nullable String json) {
        if (json == null) {
            return new FetchCall.Answer(204, "", "", Body.NONE, null);
        }
        JsonValue value = JsoncReader.read(json);
        List<String> headers = new ArrayList<>();
        int status = LEAST;
        JsonValue body = value;
        if (value instanceof ObjectValue object
                && !object.members().isEmpty()
                && object.members().stream().allMatch(member -> PARTS.contains(member.key()))) {
            body = object.get("body").orElse(null);
            if (object.get("status").orElse(null) instanceof NumberValue number) {
                status = Math.clamp(number.value().intValue(), LEAST, MOST);
            }
            if (object.get("headers").orElse(null) instanceof ObjectValue given) {
                for (JsonValue.Member member : given.members()) {
                    if (member.value() instanceof StringValue text) {
                        headers.add(member.key().toLowerCase(Locale.ROOT));
                        headers.add(text.value().replace('\n', ' '));
                    }
                }
            }
        }
        String text = switch (body) {
            case null -> "";
            case StringValue plain -> plain.value();
            default -> body.toJson();
        };
        if (body != null && !headers.contains("content-type")) {
            headers.add("content-type");
            headers.add(body instanceof StringValue ? "text/plain;charset=UTF-8" : "application/json");
        }
        return new FetchCall.Answer(
                status, "", String.join("\n", headers), body == null ? Body.NONE : new Body.Text(text), null);
    }
}
