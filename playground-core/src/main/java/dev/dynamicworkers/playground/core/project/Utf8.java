package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.SourcePosition;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Whether bytes are text, and where they stop to be.
final class Utf8 {
    private Utf8() {}

    /// The place of the first byte that is not valid UTF-8, empty when there is none.
    static Optional<SourcePosition> firstFault(byte[] bytes) {
        var rest = ByteBuffer.wrap(bytes);
        var result = StandardCharsets.UTF_8.newDecoder().decode(rest, CharBuffer.allocate(bytes.length), true);
        return result.isError() ? Optional.of(positionOf(bytes, rest.position())) : Optional.empty();
    }

    /// The line and column of a byte, whatever stands before it being valid UTF-8.
    private static SourcePosition positionOf(byte[] bytes, int offset) {
        var before = new String(bytes, 0, offset, StandardCharsets.UTF_8);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new SourcePosition(line, before.length() - before.lastIndexOf('\n'));
    }
}
