package dev.dynamicworkers.playground.core.api.streams;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Compression to gzip, deflate (zlib) or raw deflate.
final class Compressor implements Codec {
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int CHUNK = 16 * 1024;

    private final boolean gzip;
    private final Deflater deflater;
    private final CRC32 checksum = new CRC32();
    private boolean headerWritten;

    Compressor(Format format) {
        this.gzip = format == Format.GZIP;
        this.deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, format != Format.DEFLATE);
    }

    @Override
    public byte[] write(byte[] input) {
        ByteArrayOutputStream out = start();
        if (gzip) {
            checksum.update(input);
        }
        deflater.setInput(input);
        drain(out);
        return out.toByteArray();
    }

    @Override
    public byte[] finish() {
        ByteArrayOutputStream out = start();
        deflater.finish();
        drain(out);
        if (gzip) {
            ByteBuffer trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            trailer.putInt((int) checksum.getValue()).putInt((int) deflater.getBytesRead());
            out.writeBytes(trailer.array());
        }
        close();
        return out.toByteArray();
    }

    private ByteArrayOutputStream start() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (gzip && !headerWritten) {
            headerWritten = true;
            out.writeBytes(GZIP_HEADER);
        }
        return out;
    }

    private void drain(ByteArrayOutputStream out) {
        byte[] chunk = new byte[CHUNK];
        int count = deflater.deflate(chunk);
        while (count > 0) {
            out.write(chunk, 0, count);
            count = deflater.deflate(chunk);
        }
    }

    @Override
    public void close() {
        deflater.end();
    }
}
