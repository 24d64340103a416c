package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ArrayValue;
import dev.dynamicworkers.playground.core.json.JsonValue.BooleanValue;
import dev.dynamicworkers.playground.core.json.JsonValue.Member;
import dev.dynamicworkers.playground.core.json.JsonValue.NumberValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ObjectValue;
import dev.dynamicworkers.playground.core.json.JsonValue.StringValue;
import dev.dynamicworkers.playground.core.json.SourcePosition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An object of the configuration that reports values of the wrong type instead of handing them out.
///
/// @param path what the object is called in messages, empty for the top level
record ConfigObject(ObjectValue json, String file, String path, Problems problems) {
    SourcePosition position() {
        return json.position();
    }

    /// Where the value of a key stands, or the object where there is none.
    SourcePosition positionOf(String key) {
        return json.get(key).map(JsonValue::position).orElse(json.position());
    }

    Optional<String> string(String key) {
        return json.get(key).flatMap(value -> {
            if (value instanceof StringValue string) {
                return Optional.of(string.value());
            }
            wrongType(value, key, "a string");
            return Optional.empty();
        });
    }

    /// A string that must be there.
    Optional<String> required(String key) {
        if (json.get(key).isEmpty()) {
            problems.error(file, json.position(), named(key) + " is missing.", "Add it; it is a string.");
        }
        return string(key).filter(text -> {
            if (text.isBlank()) {
                problems.error(file, positionOf(key), named(key) + " is empty.", "Write a name.");
            }
            return !text.isBlank();
        });
    }

    /// A whole number, empty where there is none or a wrong one.
    Optional<Long> wholeNumber(String key, long least, long most) {
        return json.get(key).flatMap(value -> {
            if (value instanceof NumberValue number
                    && number.value().stripTrailingZeros().scale() <= 0
                    && number.value().compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.value().compareTo(BigDecimal.valueOf(most)) <= 0) {
                return Optional.of(number.value().longValue());
            }
            problems.error(
                    file,
                    value.position(),
                    "\"" + key + "\" wants a whole number from " + least + " to " + most + ".",
                    "Correct it, or remove it.");
            return Optional.empty();
        });
    }

    boolean flag(String key) {
        return json.get(key)
                .map(value -> {
                    if (value instanceof BooleanValue truth) {
                        return truth.value();
                    }
                    wrongType(value, key, "true or false");
                    return false;
                })
                .orElse(false);
    }

    List<String> strings(String key) {
        List<String> strings = new ArrayList<>();
        for (var element : elements(key)) {
            if (element instanceof StringValue string) {
                strings.add(string.value());
            } else {
                wrongType(element, key, "an array of strings");
            }
        }
        return strings;
    }

    List<ConfigObject> objects(String key) {
        List<ConfigObject> objects = new ArrayList<>();
        for (var element : elements(key)) {
            if (element instanceof ObjectValue object) {
                objects.add(new ConfigObject(object, file, path(key) + "[" + objects.size() + "]", problems));
            } else {
                wrongType(element, key, "an array of objects");
            }
        }
        return objects;
    }

    Optional<ConfigObject> object(String key) {
        return json.get(key).flatMap(value -> {
            if (value instanceof ObjectValue object) {
                return Optional.of(new ConfigObject(object, file, path(key), problems));
            }
            wrongType(value, key, "an object");
            return Optional.empty();
        });
    }

    List<Member> members() {
        return json.members();
    }

    private List<JsonValue> elements(String key) {
        return json.get(key)
                .map(value -> {
                    if (value instanceof ArrayValue array) {
                        return array.elements();
                    }
                    wrongType(value, key, "an array");
                    return List.<JsonValue>of();
                })
                .orElse(List.of());
    }

    private void wrongType(JsonValue value, String key, String expected) {
        problems.error(file, value.position(), named(key) + " must be " + expected + ".", "Change the value.");
    }

    private String named(String key) {
        return "\"" + path(key) + "\"";
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
