package dev.dynamicworkers.playground.core.api.encoding;

import java.nio.charset.Charset;

/// gb18030, which is also the decoder of GBK.
final class Gb18030Decoder implements Decoder {
    private static final Charset CONVERTER = Charset.forName("GB18030");

    // Four-byte sequences: the gap between the planes, and the last pointer.
    private static final int GAP_START = 39419;
    private static final int GAP_END = 189000;
    private static final int LAST = 1237575;

    // 0xA3A0, which the JDK maps to a private character.
    private static final int IDEOGRAPHIC_SPACE = 6555;

    @Override
    public int next(DecoderInput in) {
        int start = in.position();
        int first = in.read();
        if (first < 0x80) {
            return first;
        }
        if (first == 0x80) {
            return 0x20AC;
        }
        if (first == 0xFF) {
            return MALFORMED;
        }
        if (!in.hasMore()) {
            return INCOMPLETE;
        }
        int second = in.read();
        if (second >= 0x30 && second <= 0x39) {
            return fourBytes(in, start, first, second);
        }
        int codePoint = Indexes.NONE;
        if (second >= 0x40 && second <= 0xFE && second != 0x7F) {
            int pointer = (first - 0x81) * 190 + second - (second < 0x7F ? 0x40 : 0x41);
            codePoint = pointer == IDEOGRAPHIC_SPACE ? 0x3000 : Indexes.codePoint(Indexes.Gb18030.TABLE, pointer);
        }
        return codePoint == Indexes.NONE ? in.malformedUnlessAscii(second) : codePoint;
    }

    private static int fourBytes(DecoderInput in, int start, int first, int second) {
        if (!in.hasMore()) {
            return INCOMPLETE;
        }
        int third = in.read();
        if (third < 0x81 || third > 0xFE) {
            in.reset(start + 1);
            return MALFORMED;
        }
        if (!in.hasMore()) {
            return INCOMPLETE;
        }
        int fourth = in.read();
        if (fourth < 0x30 || fourth > 0x39) {
            in.reset(start + 1);
            return MALFORMED;
        }
        int pointer = (((first - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
        if (pointer > GAP_START && pointer < GAP_END || pointer > LAST) {
            return MALFORMED;
        }
        byte[] bytes = {(byte) first, (byte) second, (byte) third, (byte) fourth};
        return new String(bytes, CONVERTER).codePointAt(0);
    }
}
