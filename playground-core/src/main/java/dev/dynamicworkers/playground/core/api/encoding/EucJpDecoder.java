package dev.dynamicworkers.playground.core.api.encoding;

/// EUC-JP.
final class EucJpDecoder implements Decoder {
    @Override
    public int next(DecoderInput in) {
        int lead = in.read();
        if (lead < 0x80) {
            return lead;
        }
        if (lead != 0x8E && lead != 0x8F && !isRow(lead)) {
            return MALFORMED;
        }
        if (!in.hasMore()) {
            return INCOMPLETE;
        }
        int trail = in.read();
        if (lead == 0x8E) {
            boolean katakana = trail >= 0xA1 && trail <= 0xDF;
            return katakana ? 0xFF61 - 0xA1 + trail : in.malformedUnlessAscii(trail);
        }
        if (lead != 0x8F) {
            return lookUp(Indexes.Jis0208.TABLE, lead, trail, in);
        }
        if (!isRow(trail)) {
            return in.malformedUnlessAscii(trail);
        }
        return in.hasMore() ? lookUp(Indexes.Jis0212.TABLE, trail, in.read(), in) : INCOMPLETE;
    }

    private static boolean isRow(int b) {
        return b >= 0xA1 && b <= 0xFE;
    }

    private static int lookUp(int[] table, int lead, int trail, DecoderInput in) {
        int codePoint = isRow(trail) ? Indexes.codePoint(table, (lead - 0xA1) * 94 + trail - 0xA1) : Indexes.NONE;
        return codePoint == Indexes.NONE ? in.malformedUnlessAscii(trail) : codePoint;
    }
}
