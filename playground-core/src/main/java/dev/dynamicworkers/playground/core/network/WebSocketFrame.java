package dev.dynamicworkers.playground.core.network;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;

/// One frame of a web socket (RFC 6455), as a client writes and reads it.
///
/// @param last whether it ends its message
record WebSocketFrame(int opcode, boolean last, byte[] payload) {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /// The most that one message may hold, as on the platform.
    static final int MOST_BYTES = 32 << 20;

    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int CONTROL = 8;
    private static final int SHORT = 125;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final SecureRandom MASKS = new SecureRandom();

    /// A message of one frame, or a control frame.
    static WebSocketFrame whole(int opcode, byte[] payload) {
        return new WebSocketFrame(opcode, /* last= */ true, payload);
    }

    /// @throws WebSocketViolation where the server breaks the protocol
    static WebSocketFrame read(DataInputStream input) throws IOException {
        int first = input.readUnsignedByte();
        int second = input.readUnsignedByte();
        int opcode = first & 0x0F;
        boolean known = opcode <= BINARY || (opcode >= CLOSE && opcode <= PONG);
        if ((first & 0x70) != 0 || !known || (second & MASKED) != 0) {
            throw new WebSocketViolation(WebSocketViolation.PROTOCOL_ERROR, "a malformed frame");
        }
        long length = second & 0x7F;
        if (opcode >= CONTROL && ((first & FIN) == 0 || length > SHORT)) {
            throw new WebSocketViolation(WebSocketViolation.PROTOCOL_ERROR, "a malformed control frame");
        }
        if (length == TWO_BYTES) {
            length = input.readUnsignedShort();
        } else if (length == EIGHT_BYTES) {
            length = input.readLong();
        }
        if (length < 0 || length > MOST_BYTES) {
            throw new WebSocketViolation(WebSocketViolation.TOO_BIG, "a message of more than 32 MiB");
        }
        byte[] payload = new byte[(int) length];
        input.readFully(payload);
        return new WebSocketFrame(opcode, (first & FIN) != 0, payload);
    }

    void write(OutputStream output) throws IOException {
        byte[] mask = new byte[4];
        MASKS.nextBytes(mask);
        output.write((last ? FIN : 0) | opcode);
        int length = payload.length;
        if (length <= SHORT) {
            output.write(MASKED | length);
        } else if (length <= 0xFFFF) {
            output.write(MASKED | TWO_BYTES);
            output.write(length >> 8);
            output.write(length);
        } else {
            output.write(MASKED | EIGHT_BYTES);
            for (int shift = 56; shift >= 0; shift -= 8) {
                output.write((int) ((long) length >> shift));
            }
        }
        output.write(mask);
        byte[] masked = new byte[length];
        for (int i = 0; i < length; i++) {
            masked[i] = (byte) (payload[i] ^ mask[i & 3]);
        }
        output.write(masked);
        output.flush();
    }
}
