package dev.dynamicworkers.playground.app.cli;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How text looks: colours on a terminal, plain elsewhere; what guest code wrote can't steer the terminal.
///
/// @param hasColors whether escape sequences are understood and wanted
record Terminal(boolean hasColors) {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int REPLACEMENT = 0xfffd;

    /// The terminal of this process. Follows https://no-color.org.
    static Terminal ofProcess() {
        var noColor = System.getenv("NO_COLOR");
        var console = System.console();
        return new Terminal((noColor == null || noColor.isEmpty()) && console != null && console.isTerminal());
    }

    String bold(String text) {
        return styled("1", text);
    }

    String faint(String text) {
        return styled("2", text);
    }

    String red(String text) {
        return styled("31", text);
    }

    String green(String text) {
        return styled("32", text);
    }

    String yellow(String text) {
        return styled("33", text);
    }

    String cyan(String text) {
        return styled("36", text);
    }

    /// Text of unknown origin with its control characters made visible.
    static String safe(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll(match -> {
            int character = match.group().charAt(0);
            return Character.toString(character < ' ' ? CONTROL_PICTURES + character : REPLACEMENT);
        });
    }

    private String styled(String code, String text) {
        return hasColors ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
