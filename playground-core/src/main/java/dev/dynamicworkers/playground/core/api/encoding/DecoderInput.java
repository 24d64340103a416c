package dev.dynamicworkers.playground.core.api.encoding;

/// A cursor over the bytes of one decode call.
final class DecoderInput {
    private final byte[] bytes;
    private int position;

    DecoderInput(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return position < bytes.length;
    }

    int peek() {
        return bytes[position] & 0xFF;
    }

    int read() {
        return bytes[position++] & 0xFF;
    }

    /// Gives the last `count` bytes back.
    void unread(int count) {
        position -= count;
    }

    /// The result for a trail byte that fits nothing: an ASCII byte is read again as itself.
    int malformedUnlessAscii(int trail) {
        if (trail < 0x80) {
            unread(1);
        }
        return Decoder.MALFORMED;
    }

    int position() {
        return position;
    }

    void reset(int to) {
        position = to;
    }

    int remaining() {
        return bytes.length - position;
    }
}
