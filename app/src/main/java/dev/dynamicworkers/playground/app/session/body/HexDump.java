package dev.dynamicworkers.playground.app.session.body;

/// Bytes as hexadecimal figures beside the characters they are in ASCII.
public final class HexDump {
    private static final String FIGURES = "0123456789abcdef";

    private HexDump() {}

    /// Sixteen bytes a line: offset, figures, characters.
    ///
    /// @param limit most bytes that are shown
    public static String of(byte[] bytes, int limit) {
        int end = Math.min(bytes.length, limit);
        StringBuilder out = new StringBuilder(end / 16 * 78 + 78);
        for (int row = 0; row < end; row += 16) {
            for (int shift = 28; shift >= 0; shift -= 4) {
                out.append(FIGURES.charAt(row >> shift & 15));
            }
            out.append("  ");
            for (int i = row; i < row + 16; i++) {
                if (i < end) {
                    out.append(FIGURES.charAt(bytes[i] >> 4 & 15)).append(FIGURES.charAt(bytes[i] & 15));
                } else {
                    out.append("  ");
                }
                out.append(i == row + 7 ? "  " : " ");
            }
            out.append(' ');
            for (int i = row; i < Math.min(row + 16, end); i++) {
                out.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            }
            out.append('\n');
        }
        return out.toString();
    }
}
