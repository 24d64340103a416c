package dev.dynamicworkers.playground.core.process;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One message between the application and the engine process.
///
/// @param id number of the call or of the project it belongs to, 0 for the connection itself
record Frame(FrameKind kind, long id, byte[] payload) {
    private static final byte[] NOTHING = {};

    static Frame of(FrameKind kind, long id) {
        return new Frame(kind, id, NOTHING);
    }

    static Frame ofCount(FrameKind kind, long id, int count) {
        return new Frame(
                kind, id, ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
    }

    static Frame ofText(FrameKind kind, long id, String text) {
        return new Frame(kind, id, text.getBytes(StandardCharsets.UTF_8));
    }

    int count() {
        return ByteBuffer.wrap(payload).getInt();
    }

    String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
