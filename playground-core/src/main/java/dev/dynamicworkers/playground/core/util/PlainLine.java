package dev.dynamicworkers.playground.core.util;

/// A line of text from others, for a log, a terminal or a sentence: short, and without characters that do anything.
public final class PlainLine {
    /// Characters of a line that a child process says, at most.
    public static final int MOST = 1_000;

    private static final String CUT = "...";

    private PlainLine() {}

    /// The text with `?` in the place of control characters and of those that change the direction or the order of
    /// text; what is longer is cut.
    ///
    /// @param most characters, more than three
    public static String of(String text, int most) {
        boolean isLong = text.length() > most;
        String kept = isLong ? text.substring(0, most - CUT.length()) : text;
        StringBuilder plain = new StringBuilder(kept.length());
        kept.codePoints().forEach(each -> plain.appendCodePoint(isPlain(each) ? each : each == '\t' ? ' ' : '?'));
        return isLong ? plain.append(CUT).toString() : plain.toString();
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
