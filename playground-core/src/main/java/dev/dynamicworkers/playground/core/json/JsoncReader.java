package dev.dynamicworkers.playground.core.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads JSON with `//` and `/* */` comments and trailing commas, as Wrangler does.
public final class JsoncReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private JsoncReader() {}

    /// Reads one value that is the whole text.
    ///
    /// @throws JsoncException when it is not
    public static JsonValue read(String text) {
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            return read(text.substring(1));
        }
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new JsoncException("The file has no content", SourcePosition.START);
            }
            var value = value(parser);
            if (parser.nextToken() != null) {
                throw new JsoncException("There is more after the end of the value", position(parser));
            }
            return value;
        } catch (JacksonException broken) {
            // A breach of the parser's limits, such as that for nesting, has no place.
            var location = broken.getLocation();
            throw new JsoncException(sentence(broken), location == null ? SourcePosition.START : position(location));
        }
    }

    private static JsonValue value(JsonParser parser) {
        var position = position(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, position);
            case START_ARRAY -> array(parser, position);
            case VALUE_STRING -> new JsonValue.StringValue(parser.getString(), position);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.NumberValue(parser.getDecimalValue(), position);
            case VALUE_TRUE -> new JsonValue.BooleanValue(true, position);
            case VALUE_FALSE -> new JsonValue.BooleanValue(false, position);
            case VALUE_NULL -> new JsonValue.NullValue(position);
            default -> throw new JsoncException("A value is missing", position);
        };
    }

    private static JsonValue object(JsonParser parser, SourcePosition position) {
        List<JsonValue.Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            var keyPosition = position(parser);
            parser.nextToken();
            members.add(new JsonValue.Member(key, keyPosition, value(parser)));
        }
        return new JsonValue.ObjectValue(members, position);
    }

    private static JsonValue array(JsonParser parser, SourcePosition position) {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return new JsonValue.ArrayValue(elements, position);
    }

    private static SourcePosition position(JsonParser parser) {
        return position(parser.currentTokenLocation());
    }

    private static SourcePosition position(TokenStreamLocation location) {
        return new SourcePosition(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /// The parser's own words up to where it begins to speak of its features.
    private static String sentence(JacksonException broken) {
        var message = broken.getOriginalMessage().lines().findFirst().orElse("not JSON");
        return message.replaceFirst(" \\(start marker at .*", "").replaceFirst(" \\(code \\d+[^)]*\\)", "");
    }
}
