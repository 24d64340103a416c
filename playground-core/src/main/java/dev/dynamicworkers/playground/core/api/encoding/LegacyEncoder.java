package dev.dynamicworkers.playground.core.api.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Writes text in one of the encodings of the Encoding standard that are not Unicode's. A character that the encoding
/// has not becomes a decimal reference such as `&#8364;`, as the standard's error mode "html" has it.
final class LegacyEncoder {
    private LegacyEncoder() {}

    /// @param encoding the standard's name of an encoding, in lower case; not one of UTF-8 and UTF-16
    static byte[] encode(String encoding, String text) {
        return switch (encoding) {
            case "gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp" -> withJdk(encoding, text);
            case "shift_jis" -> withJdk("windows-31j", text);
            case "euc-kr" -> withJdk("x-windows-949", text);
            default -> singleBytes(SingleByteDecoder.of(encoding).table(), text);
        };
    }

    private static byte[] singleBytes(String table, String text) {
        var out = new ByteArrayOutputStream(text.length());
        text.codePoints().forEach(point -> {
            int at = point < 0x80 ? point : table.indexOf(point);
            if (point < 0x80) {
                out.write(at);
            } else if (at >= 0 && point != '\uFFFD') {
                out.write(0x80 + at);
            } else {
                reference(out, point);
            }
        });
        return out.toByteArray();
    }

    private static byte[] withJdk(String charset, String text) {
        CharsetEncoder encoder = Charset.forName(charset).newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return bytesOf(encoder.encode(CharBuffer.wrap(text)));
        } catch (CharacterCodingException some) {
            var readable = new StringBuilder(text.length() + 16);
            text.codePoints().forEach(point -> {
                String character = Character.toString(point);
                readable.append(encoder.canEncode(character) ? character : "&#" + point + ";");
            });
            return readable.toString().getBytes(encoder.charset());
        }
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static void reference(ByteArrayOutputStream out, int point) {
        out.writeBytes(("&#" + point + ";").getBytes(StandardCharsets.US_ASCII));
    }
}
