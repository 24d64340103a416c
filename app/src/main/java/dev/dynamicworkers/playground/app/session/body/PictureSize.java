package dev.dynamicworkers.playground.app.session.body;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// The size of a picture as its first bytes say it, for the formats that the window's toolkit reads in Java: PNG and
/// GIF.
/// Others are read by native code, which what a guest sends must not reach.
///
/// @param width in pixels
/// @param height in pixels
public record PictureSize(int width, int height) {
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int PNG_SIZE_AT = 16;
    private static final int PNG_HEAD = 24;
    private static final int GIF = 0x47494638;
    private static final int GIF_SIZE_AT = 6;
    private static final int GIF_HEAD = 10;
    private static final int MOST = 4_096;

    /// The size of a picture that can be shown; empty for other bytes, and for pictures that are too large.
    public static Optional<PictureSize> of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        PictureSize found;
        if (bytes.length > PNG_HEAD && in.getLong(0) == PNG) {
            found = new PictureSize(in.getInt(PNG_SIZE_AT), in.getInt(PNG_SIZE_AT + Integer.BYTES));
        } else if (bytes.length > GIF_HEAD && in.getInt(0) == GIF) {
            in.order(ByteOrder.LITTLE_ENDIAN);
            found = new PictureSize(in.getShort(GIF_SIZE_AT) & 0xFFFF, in.getShort(GIF_SIZE_AT + Short.BYTES) & 0xFFFF);
        } else {
            return Optional.empty();
        }
        boolean fits = found.width > 0 && found.width <= MOST && found.height > 0 && found.height <= MOST;
        return fits ? Optional.of(found) : Optional.empty();
    }

    /// As people write it: `640 x 480`.
    public String text() {
        return width + " \u00d7 " + height;
    }
}
