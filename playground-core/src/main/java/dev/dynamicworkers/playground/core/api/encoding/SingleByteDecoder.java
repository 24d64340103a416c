package dev.dynamicworkers.playground.core.api.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The legacy single-byte encodings, from the JDK's tables with the standard's own additions.
record SingleByteDecoder(String table) implements Decoder {
    private static final char UNMAPPED = '\uFFFD';

    // 0xA0 to 0xFF of encodings that the JDK lacks.
    private static final String LATIN6 =
            "\u00A0\u0104\u0112\u0122\u012A\u0128\u0136\u00A7\u013B\u0110\u0160\u0166\u017D\u00AD\u016A\u014A"
                + "\u00B0\u0105\u0113\u0123\u012B\u0129\u0137\u00B7\u013C\u0111\u0161\u0167\u017E\u2015\u016B\u014B"
                + "\u0100\u00C1\u00C2\u00C3\u00C4\u00C5\u00C6\u012E\u010C\u00C9\u0118\u00CB\u0116\u00CD\u00CE\u00CF"
                + "\u00D0\u0145\u014C\u00D3\u00D4\u00D5\u00D6\u0168\u00D8\u0172\u00DA\u00DB\u00DC\u00DD\u00DE\u00DF"
                + "\u0101\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u012F\u010D\u00E9\u0119\u00EB\u0117\u00ED\u00EE\u00EF"
                + "\u00F0\u0146\u014D\u00F3\u00F4\u00F5\u00F6\u0169\u00F8\u0173\u00FA\u00FB\u00FC\u00FD\u00FE\u0138";
    private static final String LATIN8 =
            "\u00A0\u1E02\u1E03\u00A3\u010A\u010B\u1E0A\u00A7\u1E80\u00A9\u1E82\u1E0B\u1EF2\u00AD\u00AE\u0178"
                + "\u1E1E\u1E1F\u0120\u0121\u1E40\u1E41\u00B6\u1E56\u1E81\u1E57\u1E83\u1E60\u1EF3\u1E84\u1E85\u1E61"
                + "\u00C0\u00C1\u00C2\u00C3\u00C4\u00C5\u00C6\u00C7\u00C8\u00C9\u00CA\u00CB\u00CC\u00CD\u00CE\u00CF"
                + "\u0174\u00D1\u00D2\u00D3\u00D4\u00D5\u00D6\u1E6A\u00D8\u00D9\u00DA\u00DB\u00DC\u00DD\u0176\u00DF"
                + "\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u00E7\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED\u00EE\u00EF"
                + "\u0175\u00F1\u00F2\u00F3\u00F4\u00F5\u00F6\u1E6B\u00F8\u00F9\u00FA\u00FB\u00FC\u00FD\u0177\u00FF";

    private static final Map<String, String> TABLES = new ConcurrentHashMap<>();

    static SingleByteDecoder of(String encoding) {
        return new SingleByteDecoder(TABLES.computeIfAbsent(encoding, SingleByteDecoder::build));
    }

    private static String build(String encoding) {
        byte[] upper = new byte[128];
        for (int i = 0; i < 128; i++) {
            upper[i] = (byte) (0x80 + i);
        }
        String latin1 = new String(upper, StandardCharsets.ISO_8859_1);
        String table = switch (encoding) {
            case "iso-8859-10" -> latin1.substring(0, 32) + LATIN6;
            case "iso-8859-14" -> latin1.substring(0, 32) + LATIN8;
            case "x-user-defined" -> userDefined();
            default -> fromJdk(encoding, upper);
        };
        return amend(encoding, table);
    }

    private static String userDefined() {
        StringBuilder table = new StringBuilder(128);
        for (int i = 0; i < 128; i++) {
            table.append((char) (0xF780 + i));
        }
        return table.toString();
    }

    private static String fromJdk(String encoding, byte[] upper) {
        String name = switch (encoding) {
            case "macintosh" -> "x-MacRoman";
            case "x-mac-cyrillic" -> "x-MacUkraine";
            case "iso-8859-8-i" -> "iso-8859-8";
            case "windows-874" -> "x-windows-874";
            default -> encoding;
        };
        StringBuilder table = new StringBuilder(new String(upper, Charset.forName(name)));
        // The standard maps what Windows leaves open below 0xA0 to the control characters of the same number.
        for (int i = 0; i < 32; i++) {
            if (table.charAt(i) == UNMAPPED) {
                table.setCharAt(i, (char) (0x80 + i));
            }
        }
        return table.toString();
    }

    /// The few places where the JDK and the standard's index differ.
    private static String amend(String encoding, String table) {
        StringBuilder amended = new StringBuilder(table);
        switch (encoding) {
            case "koi8-u" -> {
                amended.setCharAt(0xAE - 0x80, '\u045E');
                amended.setCharAt(0xBE - 0x80, '\u040E');
            }
            case "macintosh" -> amended.setCharAt(0xDB - 0x80, '\u20AC');
            case "x-mac-cyrillic" -> amended.setCharAt(0xFF - 0x80, '\u20AC');
            case "windows-1255" -> amended.setCharAt(0xCA - 0x80, '\u05BA');
            default -> {
                return table;
            }
        }
        return amended.toString();
    }

    @Override
    public int next(DecoderInput in) {
        int b = in.read();
        if (b < 0x80) {
            return b;
        }
        char c = table.charAt(b - 0x80);
        return c == UNMAPPED ? MALFORMED : c;
    }
}
