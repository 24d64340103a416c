package dev.dynamicworkers.playground.app.fx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// An opaque picture that can be written as a PNG file, which the toolkit itself reads and does not write.
/// [#bytes] may run on any thread.
public final class PngImage {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte EIGHT_BITS = 8;
    private static final byte RED_GREEN_BLUE = 2;
    private static final int COLOURS = 3;
    private static final byte BY_THE_ROW_ABOVE = 2;
    private static final int PIECE = 64 * 1024;

    private final int width;
    private final int height;
    private final int[] pixels;

    /// @param pixels one number each, row by row, as 0xAARRGGBB; not changed any more
    public PngImage(int width, int height, int[] pixels) {
        if (width < 1 || height < 1 || pixels.length != width * height) {
            throw new IllegalArgumentException(width + "x" + height + " are not " + pixels.length + " pixels");
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /// In pixels.
    public int width() {
        return width;
    }

    /// In pixels.
    public int height() {
        return height;
    }

    /// The file.
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        byte[] head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(EIGHT_BITS)
                .put(RED_GREEN_BLUE)
                .put(new byte[COLOURS])
                .array();
        chunk(out, "IHDR", head, head.length);
        Deflater deflater = new Deflater();
        try {
            byte[] packed = new byte[PIECE];
            for (int y = 0; y < height; y++) {
                deflater.setInput(row(y));
                drain(out, deflater, packed);
            }
            deflater.finish();
            drain(out, deflater, packed);
        } finally {
            deflater.end();
        }
        chunk(out, "IEND", new byte[0], 0);
        return out.toByteArray();
    }

    private static void drain(ByteArrayOutputStream out, Deflater deflater, byte[] packed) {
        for (int count = deflater.deflate(packed); count > 0; count = deflater.deflate(packed)) {
            chunk(out, "IDAT", packed, count);
        }
    }

    /// What each colour differs by from that above it: drawings are mostly the same from row to row.
    private byte[] row(int y) {
        byte[] row = new byte[1 + width * COLOURS];
        row[0] = BY_THE_ROW_ABOVE;
        for (int x = 0; x < width; x++) {
            int now = pixels[y * width + x];
            int above = y == 0 ? 0 : pixels[(y - 1) * width + x];
            for (int colour = 0; colour < COLOURS; colour++) {
                int shift = 8 * (COLOURS - 1 - colour);
                row[1 + x * COLOURS + colour] = (byte) ((now >> shift) - (above >> shift));
            }
        }
        return row;
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content, int length) {
        byte[] kind = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(kind);
        check.update(content, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        out.writeBytes(kind);
        out.write(content, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
