package dev.dynamicworkers.playground.core.api.streams;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Compression to gzip, deflate (zlib) or raw deflate.
final class Compressor implements Codec {
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};

    private final boolean gzip;
    private final Deflater deflater;
    private final CRC32 checksum = new CRC32();
    private final byte[] piece = new byte[PIECE];
    private boolean headerWritten;

    Compressor(Format format) {
        this.gzip = format == Format.GZIP;
        this.deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, format != Format.DEFLATE);
    }

    @Override
    public void write(byte[] input) {
        if (gzip) {
            checksum.update(input);
        }
        deflater.setInput(input);
    }

    @Override
    public byte[] read() {
        if (gzip && !headerWritten) {
            headerWritten = true;
            return GZIP_HEADER.clone();
        }
        return Arrays.copyOf(piece, deflater.deflate(piece));
    }

    @Override
    public byte[] finish() {
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] rest = read(); rest.length > 0; rest = read()) {
            out.writeBytes(rest);
        }
        if (gzip) {
            ByteBuffer trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            trailer.putInt((int) checksum.getValue()).putInt((int) deflater.getBytesRead());
            out.writeBytes(trailer.array());
        }
        close();
        return out.toByteArray();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
