package dev.dynamicworkers.playground.core.api.node;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/// Zstandard (RFC 8878), whole buffers at once. Compression has one level.
final class Zstd {
    private static final int MAGIC = 0xFD2FB528;
    private static final int SKIPPABLE = 0x184D2A50;
    private static final int BLOCK_HEADER = 3;
    private static final int CHECKSUM = 4;

    private Zstd() {}

    static byte[] compress(byte[] data) {
        var compressor = new ZstdCompressor();
        byte[] room = new byte[compressor.maxCompressedLength(data.length)];
        return Arrays.copyOf(room, compressor.compress(data, 0, data.length, room, 0, room.length));
    }

    /// The content of the first frame; what follows it is left alone, and no data at all is no content.
    ///
    /// @param most bytes that it may become
    static byte[] decompress(byte[] data, int most) throws ZlibStream.DataException {
        if (data.length == 0) {
            return data;
        }
        int start = 0;
        while ((word(data, start) & 0xFFFFFFF0) == SKIPPABLE) {
            start = after(data, start + 8, word(data, start + 4) & 0xFFFFFFFFL);
        }
        if (word(data, start) != MAGIC) {
            throw failure("Unknown frame descriptor");
        }
        int end = endOfFrame(data, start);
        try (var stream = new ZstdInputStream(new ByteArrayInputStream(data, start, end - start))) {
            byte[] result = stream.readNBytes(most);
            if (stream.read() >= 0) {
                throw ZlibStream.tooLarge(most);
            }
            return result;
        } catch (MalformedInputException | IOException e) {
            throw failure("Data corruption detected");
        }
    }

    // Frame header, blocks up to the one that says it is the last, checksum.
    private static int endOfFrame(byte[] data, int start) throws ZlibStream.DataException {
        int descriptor = octet(data, start + 4);
        boolean isSingle = (descriptor & 0x20) != 0;
        int idLength = new int[] {0, 1, 2, 4}[descriptor & 3];
        int sizeLength = new int[] {isSingle ? 1 : 0, 2, 4, 8}[descriptor >> 6];
        int at = start + 5 + (isSingle ? 0 : 1) + idLength + sizeLength;
        boolean isLast;
        do {
            int header = octet(data, at) | octet(data, at + 1) << 8 | octet(data, at + 2) << 16;
            isLast = (header & 1) != 0;
            boolean isRepeated = (header >> 1 & 3) == 1;
            at = after(data, at + BLOCK_HEADER, isRepeated ? 1 : header >> 3);
        } while (!isLast);
        return (descriptor & 4) == 0 ? at : after(data, at, CHECKSUM);
    }

    private static int after(byte[] data, int at, long length) throws ZlibStream.DataException {
        if (at + length > data.length) {
            throw tooShort();
        }
        return (int) (at + length);
    }

    private static int octet(byte[] data, int at) throws ZlibStream.DataException {
        if (at >= data.length) {
            throw tooShort();
        }
        return Byte.toUnsignedInt(data[at]);
    }

    private static int word(byte[] data, int at) throws ZlibStream.DataException {
        return octet(data, at) | octet(data, at + 1) << 8 | octet(data, at + 2) << 16 | octet(data, at + 3) << 24;
    }

    private static ZlibStream.DataException tooShort() {
        return new ZlibStream.DataException("unexpected end of file");
    }

    private static ZlibStream.DataException failure(String reason) {
        return new ZlibStream.DataException("Zstd decompression failed: " + reason);
    }
}
