package dev.dynamicworkers.playground.core.language;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Messages on two streams: 8 bytes id, 4 bytes length, JSON in UTF-8. One thread reads; writing is safe on any thread.
final class Pipe {
    /// Id of messages that say how many bytes of heap the process uses.
    static final long STATUS = -1;

    private static final int LARGEST = 256 << 20;

    private final DataInputStream input;
    private final DataOutputStream output;

    record Message(long id, String json) {}

    Pipe(InputStream input, OutputStream output) {
        this.input = new DataInputStream(new BufferedInputStream(input, 1 << 16));
        this.output = new DataOutputStream(new BufferedOutputStream(output, 1 << 16));
    }

    /// Waits for the next message; null at the end.
    @Nullable
    Message read() throws IOException {
        try {
            long id = input.readLong();
            int length = input.readInt();
            if (length < 0 || length > LARGEST) {
                throw new IOException("a message of " + length + " bytes");
            }
            return new Message(id, new String(input.readNBytes(length), StandardCharsets.UTF_8));
        } catch (EOFException end) {
            return null;
        }
    }

    synchronized void write(long id, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        output.writeLong(id);
        output.writeInt(bytes.length);
        output.write(bytes);
        output.flush();
    }
}
