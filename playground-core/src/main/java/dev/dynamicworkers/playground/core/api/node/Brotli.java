package dev.dynamicworkers.playground.core.api.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.brotli.dec.BrotliInputStream;

/// Decompression of Brotli, whole buffers at once.
final class Brotli {
    private static final int MAX_OUTPUT = 128 * 1024 * 1024;

    private Brotli() {}

    static byte[] decompress(byte[] data) throws ZlibStream.DataException {
        try (var stream = new BrotliInputStream(new ByteArrayInputStream(data))) {
            byte[] result = stream.readNBytes(MAX_OUTPUT);
            if (stream.read() >= 0) {
                throw new ZlibStream.DataException(
                        "the data is larger than " + MAX_OUTPUT + " bytes when decompressed");
            }
            return result;
        } catch (IOException e) {
            throw new ZlibStream.DataException("Decompression failed");
        }
    }
}
