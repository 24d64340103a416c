package dev.dynamicworkers.playground.app.session.body;

import java.util.Locale;

/// Texts whose lines are short enough to be laid out: one line of a megabyte would hold the window up for seconds.
public final class LongLines {
    /// Most characters of a line.
    public static final int MOST = 10_000;

    private LongLines() {}

    /// The text with lines that are too long cut, and what was left out said in their place.
    public static String cut(String text) {
        if (!hasLong(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            int shown = Math.min(end, start + MOST);
            out.append(text, start, shown);
            if (shown < end) {
                out.append(String.format(
                        Locale.ROOT,
                        " \u2026 %,d more characters of this line: copy or save the body for all of it",
                        end - shown));
            }
            if (end < text.length()) {
                out.append('\n');
            }
            start = end + 1;
        }
        return out.toString();
    }

    private static boolean hasLong(String text) {
        int start = 0;
        while (text.length() - start > MOST) {
            int end = text.indexOf('\n', start);
            if (end < 0 || end - start > MOST) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }
}
