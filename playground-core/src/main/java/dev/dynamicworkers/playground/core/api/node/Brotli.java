package dev.dynamicworkers.playground.core.api.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.brotli.dec.BrotliInputStream;

/// Decompression of Brotli, whole buffers at once.
final class Brotli {
    private Brotli() {}

    /// @param most bytes that it may become
    static byte[] decompress(byte[] data, int most) throws ZlibStream.DataException {
        try (var stream = new BrotliInputStream(new ByteArrayInputStream(data))) {
            byte[] result = stream.readNBytes(most);
            if (stream.read() >= 0) {
                throw ZlibStream.tooLarge(most);
            }
            return result;
        } catch (IOException e) {
            throw new ZlibStream.DataException("Decompression failed");
        }
    }
}
