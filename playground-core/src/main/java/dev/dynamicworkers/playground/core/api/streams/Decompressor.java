package dev.dynamicworkers.playground.core.api.streams;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Decompression of gzip, deflate (zlib) or raw deflate. Input behind the end of the data is an error, and so is input
/// that ends too early.
final class Decompressor implements Codec {
    private static final int CHUNK = 16 * 1024;
    private static final int TRAILER = 8;

    /// What one chunk of input may become. A stream as a whole may be of any size.
    private static final int MOST_AT_ONCE = 64 << 20;

    private final boolean gzip;
    private final Inflater inflater;
    private final CRC32 checksum = new CRC32();
    private final GzipHeader header = new GzipHeader();
    private final byte[] trailer = new byte[TRAILER];
    private int trailerLength;

    Decompressor(Format format) {
        this.gzip = format == Format.GZIP;
        this.inflater = new Inflater(format != Format.DEFLATE);
    }

    @Override
    public byte[] write(byte[] input) {
        int start = gzip ? header.read(input) : 0;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!inflater.finished() && start < input.length) {
            inflater.setInput(input, start, input.length - start);
            inflate(out);
            start = input.length - inflater.getRemaining();
        }
        if (start < input.length) {
            afterEnd(input, start);
        }
        return out.toByteArray();
    }

    private void inflate(ByteArrayOutputStream out) {
        byte[] chunk = new byte[CHUNK];
        try {
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                if (out.size() + count > MOST_AT_ONCE) {
                    throw GuestThrow.rangeError("A chunk of compressed data would become more than 64 MiB.");
                }
                checksum.update(chunk, 0, count);
                out.write(chunk, 0, count);
            }
        } catch (DataFormatException e) {
            throw GuestThrow.typeError("Decompression failed.");
        }
        if (inflater.needsDictionary()) {
            throw GuestThrow.typeError("Decompression failed.");
        }
    }

    private void afterEnd(byte[] input, int start) {
        int count = input.length - start;
        if (!gzip || trailerLength + count > TRAILER) {
            throw GuestThrow.typeError("Trailing bytes after end of compressed data");
        }
        System.arraycopy(input, start, trailer, trailerLength, count);
        trailerLength += count;
        if (trailerLength == TRAILER) {
            checkTrailer();
        }
    }

    private void checkTrailer() {
        long sum = little(0);
        long length = little(4);
        if (sum != checksum.getValue() || length != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw GuestThrow.typeError("Decompression failed.");
        }
    }

    private long little(int at) {
        return trailer[at] & 0xFFL
                | (trailer[at + 1] & 0xFFL) << 8
                | (trailer[at + 2] & 0xFFL) << 16
                | (trailer[at + 3] & 0xFFL) << 24;
    }

    @Override
    public byte[] finish() {
        boolean complete = inflater.finished() && (!gzip || trailerLength == TRAILER);
        close();
        if (!complete) {
            throw GuestThrow.typeError("Called close() on a decompression stream with incomplete data");
        }
        return new byte[0];
    }

    @Override
    public void close() {
        inflater.end();
    }
}
