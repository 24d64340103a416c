package dev.dynamicworkers.playground.core.api.encoding;

/// ISO-2022-JP: escape sequences switch between character sets.
final class Iso2022JpDecoder implements Decoder {
    private static final int ESCAPE = 0x1B;
    private static final int ASCII = 0;
    private static final int ROMAN = 1;
    private static final int KATAKANA = 2;
    private static final int KANJI = 3;

    // Set in the mode while the last thing seen was an escape sequence.
    private static final int JUST_SWITCHED = 4;

    private int set;
    private boolean justSwitched;

    Iso2022JpDecoder(int mode) {
        this.set = mode & KANJI;
        this.justSwitched = (mode & JUST_SWITCHED) != 0;
    }

    @Override
    public int mode() {
        return set | (justSwitched ? JUST_SWITCHED : 0);
    }

    @Override
    public int next(DecoderInput in) {
        int b = in.read();
        if (b == ESCAPE) {
            return escape(in);
        }
        justSwitched = false;
        return switch (set) {
            case KATAKANA -> b >= 0x21 && b <= 0x5F ? 0xFF61 - 0x21 + b : MALFORMED;
            case KANJI -> kanji(b, in);
            default -> latin(b);
        };
    }

    private int latin(int b) {
        if (b >= 0x80 || b == 0x0E || b == 0x0F) {
            return MALFORMED;
        }
        if (set == ROMAN) {
            return b == 0x5C ? 0xA5 : b == 0x7E ? 0x203E : b;
        }
        return b;
    }

    private static int kanji(int lead, DecoderInput in) {
        if (lead < 0x21 || lead > 0x7E) {
            return MALFORMED;
        }
        if (!in.hasMore()) {
            return INCOMPLETE;
        }
        int trail = in.peek();
        if (trail == ESCAPE) {
            return MALFORMED;
        }
        in.read();
        if (trail < 0x21 || trail > 0x7E) {
            return MALFORMED;
        }
        int codePoint = Indexes.codePoint(Indexes.Jis0208.TABLE, (lead - 0x21) * 94 + trail - 0x21);
        return codePoint == Indexes.NONE ? MALFORMED : codePoint;
    }

    private int escape(DecoderInput in) {
        if (!in.hasMore()) {
            return INCOMPLETE;
        }
        int start = in.position();
        int kind = in.read();
        if (kind != 0x24 && kind != 0x28) {
            return notAnEscape(in, start);
        }
        if (!in.hasMore()) {
            return INCOMPLETE;
        }
        int next = setOf(kind, in.read());
        if (next < 0) {
            return notAnEscape(in, start);
        }
        set = next;
        boolean twice = justSwitched;
        justSwitched = true;
        return twice ? MALFORMED : NOTHING;
    }

    private int notAnEscape(DecoderInput in, int start) {
        in.reset(start);
        justSwitched = false;
        return MALFORMED;
    }

    private static int setOf(int kind, int code) {
        if (kind == 0x28) {
            return code == 0x42 ? ASCII : code == 0x4A ? ROMAN : code == 0x49 ? KATAKANA : -1;
        }
        return code == 0x40 || code == 0x42 ? KANJI : -1;
    }

    /// An escape sequence that the end cuts off is one malformed byte, and what follows it counts as text.
    @Override
    public int malformedLength(DecoderInput in, int start) {
        in.reset(start);
        return in.peek() == ESCAPE ? 1 : in.remaining();
    }
}
