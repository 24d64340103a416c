package dev.dynamicworkers.playground.core.api.streams;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Decompression of gzip, deflate (zlib) or raw deflate. Input behind the end of the data is an error, and so is input
/// that ends too early.
final class Decompressor implements Codec {
    private static final int TRAILER = 8;
    private static final byte[] NOTHING = {};

    private final boolean gzip;
    private final Inflater inflater;
    private final CRC32 checksum = new CRC32();
    private final GzipHeader header = new GzipHeader();
    private final byte[] trailer = new byte[TRAILER];
    private final byte[] piece = new byte[PIECE];
    private int trailerLength;
    private byte[] input = NOTHING;
    private byte[] behind = NOTHING;

    Decompressor(Format format) {
        this.gzip = format == Format.GZIP;
        this.inflater = new Inflater(format != Format.DEFLATE);
    }

    @Override
    public void write(byte[] given) {
        int start = gzip ? header.read(given) : 0;
        if (inflater.finished()) {
            behind = Arrays.copyOfRange(given, start, given.length);
        } else if (start < given.length) {
            inflater.setInput(given, start, given.length - start);
            input = given;
        }
    }

    @Override
    public byte[] read() {
        byte[] output = inflater.finished() ? NOTHING : inflate();
        if (output.length == 0 && behind.length > 0) {
            takeTrailer();
        }
        return output;
    }

    private byte[] inflate() {
        int count;
        try {
            count = inflater.inflate(piece);
        } catch (DataFormatException e) {
            throw GuestThrow.typeError("Decompression failed.");
        }
        if (inflater.needsDictionary()) {
            throw GuestThrow.typeError("Decompression failed.");
        }
        if (inflater.finished()) {
            behind = Arrays.copyOfRange(input, input.length - inflater.getRemaining(), input.length);
            input = NOTHING;
        }
        checksum.update(piece, 0, count);
        return Arrays.copyOf(piece, count);
    }

    private void takeTrailer() {
        if (!gzip || trailerLength + behind.length > TRAILER) {
            throw GuestThrow.typeError("Trailing bytes after end of compressed data");
        }
        System.arraycopy(behind, 0, trailer, trailerLength, behind.length);
        trailerLength += behind.length;
        behind = NOTHING;
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
