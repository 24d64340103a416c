package dev.dynamicworkers.playground.core.api.encoding;

import java.nio.charset.Charset;
import java.util.Arrays;

/// The Encoding standard's indexes of the East Asian encodings, read out of the JDK's converters when an encoding is
/// first used. An index gives the code point of a pointer, or [#NONE].
final class Indexes {
    static final int NONE = -1;

    private static final int REPLACEMENT = 0xFFFD;

    private Indexes() {}

    /// Rows of 188 cells, as Shift_JIS counts them; also two rows of 94 each, as the other Japanese encodings do.
    static final class Jis0208 {
        static final int[] TABLE = table("windows-31j", 11280, pointer -> {
            int lead = pointer / 188;
            int trail = pointer % 188;
            return new byte[] {
                (byte) (lead + (lead < 0x1F ? 0x81 : 0xC1)), (byte) (trail + (trail < 0x3F ? 0x40 : 0x41))
            };
        });

        private Jis0208() {}
    }

    /// Rows of 94 cells.
    static final class Jis0212 {
        static final int[] TABLE = table("EUC-JP", 94 * 94, pointer ->
                new byte[] {(byte) 0x8F, (byte) (pointer / 94 + 0xA1), (byte) (pointer % 94 + 0xA1)});

        private Jis0212() {}
    }

    /// Rows of 190 cells.
    static final class EucKr {
        // The standard's index has nothing where Windows has room for private characters.
        private static final int PRIVATE_START = 0xE000;
        private static final int PRIVATE_END = 0xF900;

        static final int[] TABLE = Arrays.stream(table("x-windows-949", 126 * 190, pointer ->
                        new byte[] {(byte) (pointer / 190 + 0x81), (byte) (pointer % 190 + 0x41)}))
                .map(point -> point >= PRIVATE_START && point < PRIVATE_END ? NONE : point)
                .toArray();

        private EucKr() {}
    }

    /// Rows of 157 cells, with the Hong Kong supplement.
    static final class Big5 {
        // Rows 0xA1 to 0xA3, the punctuation, are Windows' in the standard's index.
        private static final int WINDOWS_START = 0x20 * 157;
        private static final int WINDOWS_END = 0x23 * 157;

        static final int[] TABLE = join();

        private Big5() {}

        private static int[] join() {
            int[] table = table("Big5-HKSCS", 126 * 157, Big5::bytes);
            int[] windows = table("x-windows-950", WINDOWS_END, Big5::bytes);
            System.arraycopy(windows, WINDOWS_START, table, WINDOWS_START, WINDOWS_END - WINDOWS_START);
            return table;
        }

        private static byte[] bytes(int pointer) {
            int trail = pointer % 157;
            return new byte[] {(byte) (pointer / 157 + 0x81), (byte) (trail + (trail < 0x3F ? 0x40 : 0x62))};
        }
    }

    /// Rows of 190 cells.
    static final class Gb18030 {
        static final int[] TABLE = table("GB18030", 126 * 190, pointer -> {
            int trail = pointer % 190;
            return new byte[] {(byte) (pointer / 190 + 0x81), (byte) (trail + (trail < 0x3F ? 0x40 : 0x41))};
        });

        private Gb18030() {}
    }

    /// The code point of a pointer, [#NONE] also for one outside the index.
    static int codePoint(int[] table, int pointer) {
        return pointer >= 0 && pointer < table.length ? table[pointer] : NONE;
    }

    private interface Bytes {
        byte[] of(int pointer);
    }

    private static int[] table(String charset, int size, Bytes bytes) {
        Charset converter = Charset.forName(charset);
        int[] table = new int[size];
        for (int pointer = 0; pointer < size; pointer++) {
            String text = new String(bytes.of(pointer), converter);
            boolean one = text.codePointCount(0, text.length()) == 1;
            table[pointer] = one && text.codePointAt(0) != REPLACEMENT ? text.codePointAt(0) : NONE;
        }
        return table;
    }
}
