package dev.dynamicworkers.playground.app.fx;

import java.util.Locale;

/// What keys mean on this operating system.
public final class Keyboard {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    private Keyboard() {}

    /// Whether it is one of macOS: there Cmd gives commands, Ctrl is a key of its own, and Alt types characters.
    public static boolean isMac() {
        return MAC;
    }
}
