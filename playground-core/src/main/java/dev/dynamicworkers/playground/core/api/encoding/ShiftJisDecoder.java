package dev.dynamicworkers.playground.core.api.encoding;

/// Shift_JIS.
final class ShiftJisDecoder implements Decoder {
    private static final int USER_DEFINED_FIRST = 8836;
    private static final int USER_DEFINED_LAST = 10715;

    @Override
    public int next(DecoderInput in) {
        int lead = in.read();
        if (lead <= 0x80) {
            return lead;
        }
        if (lead >= 0xA1 && lead <= 0xDF) {
            return 0xFF61 - 0xA1 + lead;
        }
        if (lead == 0xA0 || lead > 0xFC) {
            return MALFORMED;
        }
        if (!in.hasMore()) {
            return INCOMPLETE;
        }
        int trail = in.read();
        int codePoint = Indexes.NONE;
        if (trail >= 0x40 && trail <= 0xFC && trail != 0x7F) {
            int pointer = (lead - (lead < 0xA0 ? 0x81 : 0xC1)) * 188 + trail - (trail < 0x7F ? 0x40 : 0x41);
            if (pointer >= USER_DEFINED_FIRST && pointer <= USER_DEFINED_LAST) {
                return 0xE000 - USER_DEFINED_FIRST + pointer;
            }
            codePoint = Indexes.codePoint(Indexes.Jis0208.TABLE, pointer);
        }
        return codePoint == Indexes.NONE ? in.malformedUnlessAscii(trail) : codePoint;
    }
}
