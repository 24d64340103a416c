package dev.dynamicworkers.playground.core.api.encoding;

/// Makes the decoder of an encoding.
final class Decoders {
    private Decoders() {}

    static Decoder create(String encoding, int mode) {
        return switch (encoding) {
            case "utf-8" -> Utf8::next;
            case "utf-16le" -> in -> utf16(in, /* high= */ 1, /* low= */ 0);
            case "utf-16be" -> in -> utf16(in, /* high= */ 0, /* low= */ 1);
            case "gbk", "gb18030" -> new Gb18030Decoder();
            case "big5" -> new Big5Decoder();
            case "euc-jp" -> new EucJpDecoder();
            case "iso-2022-jp" -> new Iso2022JpDecoder(mode);
            case "shift_jis" -> new ShiftJisDecoder();
            case "euc-kr" -> new EucKrDecoder();
            default -> SingleByteDecoder.of(encoding);
        };
    }

    private static int utf16(DecoderInput in, int high, int low) {
        if (in.remaining() < 2) {
            in.reset(in.position() + in.remaining());
            return Decoder.INCOMPLETE;
        }
        int unit = unit(in, high, low);
        if (unit >= 0xDC00 && unit <= 0xDFFF) {
            return Decoder.MALFORMED;
        }
        if (unit < 0xD800 || unit > 0xDFFF) {
            return unit;
        }
        if (in.remaining() < 2) {
            return Decoder.INCOMPLETE;
        }
        int trail = unit(in, high, low);
        if (trail < 0xDC00 || trail > 0xDFFF) {
            in.unread(2);
            return Decoder.MALFORMED;
        }
        return Character.toCodePoint((char) unit, (char) trail);
    }

    private static int unit(DecoderInput in, int high, int low) {
        int[] pair = {in.read(), in.read()};
        return pair[high] << 8 | pair[low];
    }
}
