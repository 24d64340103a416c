package dev.dynamicworkers.playground.core.api.encoding;

/// EUC-KR with the Windows extension.
final class EucKrDecoder implements Decoder {
    @Override
    public int next(DecoderInput in) {
        int lead = in.read();
        if (lead < 0x80) {
            return lead;
        }
        if (lead == 0x80 || lead == 0xFF) {
            return MALFORMED;
        }
        if (!in.hasMore()) {
            return INCOMPLETE;
        }
        int trail = in.read();
        int codePoint = trail >= 0x41 && trail <= 0xFE
                ? Indexes.codePoint(Indexes.EucKr.TABLE, (lead - 0x81) * 190 + trail - 0x41)
                : Indexes.NONE;
        return codePoint == Indexes.NONE ? in.malformedUnlessAscii(trail) : codePoint;
    }
}
