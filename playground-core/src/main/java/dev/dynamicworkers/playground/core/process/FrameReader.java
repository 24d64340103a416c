package dev.dynamicworkers.playground.core.process;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads frames from a pipe. Used by one thread.
final class FrameReader {
    /// First bytes on a pipe. Whatever a virtual machine prints before them is not part of the conversation.
    static final byte[] GREETING = {0, 'p', 'l', 'a', 'y', 'g', 'r', 'o', 'u', 'n', 'd', '-', '1', '\n'};

    /// Bytes of a frame beside its payload: kind and id.
    static final int HEAD_LENGTH = 1 + Long.BYTES;

    private final DataInputStream input;
    private final int mostBytes;

    /// @param mostBytes that a payload may have
    FrameReader(InputStream input, int mostBytes) {
        this.mostBytes = mostBytes;
        this.input = new DataInputStream(new BufferedInputStream(input, 64 * 1024));
    }

    /// Skips to the end of the greeting.
    void awaitGreeting() throws IOException {
        int matched = 0;
        while (matched < GREETING.length) {
            byte next = input.readByte();
            if (next == GREETING[matched]) {
                matched++;
            } else {
                matched = next == GREETING[0] ? 1 : 0;
            }
        }
    }

    /// The next frame, null at the end of the pipe.
    ///
    /// @throws WireViolation where it is none
    /// @throws IOException where the pipe ends within it
    @Nullable
    Frame read() throws IOException {
        int length;
        try {
            length = input.readInt();
        } catch (EOFException end) {
            return null;
        }
        if (length < HEAD_LENGTH || length - HEAD_LENGTH > mostBytes) {
            throw new WireViolation("a message of " + (length & 0xFFFF_FFFFL) + " bytes");
        }
        var kind = FrameKind.of(input.readUnsignedByte());
        long id = input.readLong();
        var payload = new byte[length - HEAD_LENGTH];
        input.readFully(payload);
        return new Frame(kind, id, payload);
    }
}
