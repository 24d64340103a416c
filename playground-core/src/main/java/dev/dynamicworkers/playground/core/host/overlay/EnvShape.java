package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ArrayValue;
import dev.dynamicworkers.playground.core.json.JsonValue.NumberValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ObjectValue;
import dev.dynamicworkers.playground.core.json.JsonValue.StringValue;
import dev.dynamicworkers.playground.core.json.JsoncReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which keys a payload for `env` has, and which of its capabilities belong to which key. Read from the payload's text,
/// on the host's side, so that guest code can't tell it otherwise.
///
/// @param values of all keys in order, in the form of runtime source `rpc/clone`
/// @param owners keys by index of the capability
record EnvShape(Map<String, JsonValue> values, Map<Integer, String> owners) {
    private static final EnvShape EMPTY = new EnvShape(Map.of(), Map.of());

    static EnvShape of(@Nullable Payload payload) {
        if (payload == null || !(JsoncReader.read(payload.text()) instanceof ObjectValue object)) {
            return EMPTY;
        }
        Map<String, JsonValue> values = new LinkedHashMap<>();
        if (payload.special() && tag(object) != null) {
            entries(object, values);
        } else {
            object.members().forEach(member -> values.put(member.key(), member.value()));
        }
        Map<Integer, String> owners = new TreeMap<>();
        if (payload.special()) {
            values.forEach((key, value) -> capabilities(value, key, owners));
        }
        return new EnvShape(values, owners);
    }

    /// Entries of an object that has the key `$` itself.
    private static void entries(ObjectValue escaped, Map<String, JsonValue> values) {
        if (escaped.get("v").orElse(null) instanceof ArrayValue entries) {
            for (JsonValue entry : entries.elements()) {
                if (entry instanceof ArrayValue pair
                        && pair.elements().size() == 2
                        && pair.elements().getFirst() instanceof StringValue key) {
                    values.put(key.value(), pair.elements().getLast());
                }
            }
        }
    }

    /// The tag of what JSON has no words for, or null.
    static @Nullable String tag(JsonValue value) {
        return value instanceof ObjectValue object && object.get("$").orElse(null) instanceof StringValue tag
                ? tag.value()
                : null;
    }

    private static void capabilities(JsonValue value, String key, Map<Integer, String> owners) {
        switch (value) {
            case ObjectValue object -> {
                String tag = tag(object);
                if (("s".equals(tag) || "f".equals(tag)) && object.get("v").orElse(null) instanceof NumberValue index) {
                    owners.putIfAbsent(index.value().intValue(), key);
                }
                object.members().forEach(member -> capabilities(member.value(), key, owners));
            }
            case ArrayValue array -> array.elements().forEach(element -> capabilities(element, key, owners));
            default -> {
                // Holds nothing.
            }
        }
    }
}
