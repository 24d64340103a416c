package dev.dynamicworkers.playground.core.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A JSON value and where it begins in its text.
public sealed interface JsonValue {
    /// The value's first character.
    SourcePosition position();

    /// The value as compact JSON, keys in their order.
    default String toJson() {
        var out = new StringBuilder();
        JsonText.append(out, this);
        return out.toString();
    }

    /// An object.
    ///
    /// @param members in order, repeated keys included
    record ObjectValue(List<Member> members, SourcePosition position) implements JsonValue {
        public ObjectValue {
            members = List.copyOf(members);
        }

        /// The value of a key, that of its last occurrence when it is repeated.
        public Optional<JsonValue> get(String key) {
            return member(key).map(Member::value);
        }

        /// The last member with a key.
        public Optional<Member> member(String key) {
            return members.reversed().stream()
                    .filter(member -> member.key().equals(key))
                    .findFirst();
        }
    }

    /// A key and its value.
    ///
    /// @param keyPosition where the key's opening quote stands
    record Member(String key, SourcePosition keyPosition, JsonValue value) {}

    /// An array.
    record ArrayValue(List<JsonValue> elements, SourcePosition position) implements JsonValue {
        public ArrayValue {
            elements = List.copyOf(elements);
        }
    }

    /// A string, with its escapes resolved.
    record StringValue(String value, SourcePosition position) implements JsonValue {}

    /// A number.
    record NumberValue(BigDecimal value, SourcePosition position) implements JsonValue {}

    /// `true` or `false`.
    record BooleanValue(boolean value, SourcePosition position) implements JsonValue {}

    /// `null`.
    record NullValue(SourcePosition position) implements JsonValue {}
}
