package dev.dynamicworkers.playground.core.binding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A structured clone at rest: the text of runtime source `rpc/clone` and the buffers that it refers to.
///
/// @param special whether the text has tags
public record StoredValue(String text, boolean special, List<byte[]> buffers) {
    /// The bytes that are kept: a flag, then text and buffers, each with its length before it.
    public byte[] bytes() {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int size = 1 + Integer.BYTES + encoded.length;
        for (byte[] buffer : buffers) {
            size += Integer.BYTES + buffer.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).put((byte) (special ? 1 : 0));
        out.putInt(encoded.length).put(encoded);
        buffers.forEach(buffer -> out.putInt(buffer.length).put(buffer));
        return out.array();
    }

    /// What [#bytes] made.
    public static StoredValue read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean special = in.get() == 1;
        String text = new String(part(in), StandardCharsets.UTF_8);
        List<byte[]> buffers = new ArrayList<>();
        while (in.hasRemaining()) {
            buffers.add(part(in));
        }
        return new StoredValue(text, special, buffers);
    }

    private static byte[] part(ByteBuffer in) {
        byte[] part = new byte[in.getInt()];
        in.get(part);
        return part;
    }

    /// As an array: text, flag, buffers or null.
    public @Nullable Object[] forGuest() {
        return new @Nullable Object[] {text, special, buffers.isEmpty() ? null : buffers.toArray()};
    }
}
