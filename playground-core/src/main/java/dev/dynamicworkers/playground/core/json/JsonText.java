package dev.dynamicworkers.playground.core.json;

import tools.jackson.core.io.JsonStringEncoder;

/// Writes values as compact JSON.
final class JsonText {
    private JsonText() {}

    static void append(StringBuilder out, JsonValue value) {
        switch (value) {
            case JsonValue.ObjectValue object -> {
                var separator = "{";
                for (var member : object.members()) {
                    out.append(separator);
                    appendString(out, member.key());
                    out.append(':');
                    append(out, member.value());
                    separator = ",";
                }
                out.append(object.members().isEmpty() ? "{}" : "}");
            }
            case JsonValue.ArrayValue array -> {
                var separator = "[";
                for (var element : array.elements()) {
                    out.append(separator);
                    append(out, element);
                    separator = ",";
                }
                out.append(array.elements().isEmpty() ? "[]" : "]");
            }
            case JsonValue.StringValue string -> appendString(out, string.value());
            case JsonValue.NumberValue number -> out.append(number.value());
            case JsonValue.BooleanValue truth -> out.append(truth.value());
            case JsonValue.NullValue nothing -> out.append("null");
        }
    }

    private static void appendString(StringBuilder out, String text) {
        out.append('"')
                .append(JsonStringEncoder.getInstance().quoteAsCharArray(text))
                .append('"');
    }
}
