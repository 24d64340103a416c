package dev.dynamicworkers.playground.core.trace;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Heads and bodies of one outgoing request and its answer, for people. Values of the project's secrets are masked in
/// it; of long ones the beginning is kept.
///
/// @param number the one of its [SubrequestRecord]
/// @param response null while there is none
public record ExchangeRecord(
        long number, Message request, @Nullable Message response) {
    /// Bytes that are kept of a body.
    public static final int MOST_BODY = 64 << 10;

    /// Header fields that are kept of a message.
    public static final int MOST_FIELDS = 100;

    /// Characters that are kept of a field's name, and of its value.
    public static final int MOST_TEXT = 2_000;

    /// One way.
    ///
    /// @param fields in order
    /// @param body its first bytes, not to be changed
    /// @param bytes how many there were, as far as they have passed
    /// @param isOver whether there will be no more
    @SuppressWarnings("ArrayRecordComponent") // compared by content, and nobody changes it
    public record Message(List<Field> fields, byte[] body, long bytes, boolean isOver) {
        public Message {
            fields = List.copyOf(fields);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Message that
                    && bytes == that.bytes
                    && isOver == that.isOver
                    && fields.equals(that.fields)
                    && Arrays.equals(body, that.body);
        }

        @Override
        public int hashCode() {
            return 31 * fields.hashCode() + Arrays.hashCode(body);
        }

        @Override
        public String toString() {
            return "Message[" + fields.size() + " fields, " + bytes + " bytes]";
        }
    }

    /// A header field.
    ///
    /// @param name lower case
    public record Field(String name, String value) {}
}
