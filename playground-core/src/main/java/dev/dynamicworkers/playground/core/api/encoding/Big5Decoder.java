package dev.dynamicworkers.playground.core.api.encoding;

/// Big5 with the Hong Kong supplement.
final class Big5Decoder implements Decoder {
    // Four pointers stand for two code points each; their results lie beyond Unicode.
    private static final int PAIRS = Character.MAX_CODE_POINT + 1;

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
        int codePoint = Indexes.NONE;
        if (trail >= 0x40 && trail <= 0x7E || trail >= 0xA1 && trail <= 0xFE) {
            int pointer = (lead - 0x81) * 157 + trail - (trail < 0x7F ? 0x40 : 0x62);
            if (pointer == 1133 || pointer == 1135 || pointer == 1164 || pointer == 1166) {
                return PAIRS + pointer;
            }
            codePoint = Indexes.codePoint(Indexes.Big5.TABLE, pointer);
        }
        return codePoint == Indexes.NONE ? in.malformedUnlessAscii(trail) : codePoint;
    }

    @Override
    public void append(int result, StringBuilder out) {
        if (result < PAIRS) {
            out.appendCodePoint(result);
            return;
        }
        int pointer = result - PAIRS;
        out.append(pointer < 1150 ? '\u00CA' : '\u00EA');
        out.append(pointer == 1133 || pointer == 1164 ? '\u0304' : '\u030C');
    }
}
