package dev.dynamicworkers.playground.app.theme;

import java.util.Locale;

/// How the window is coloured.
public enum Theme {
    SYSTEM("Follow the system"),
    LIGHT("Light"),
    DARK("Dark");

    private final String title;

    Theme(String title) {
        this.title = title;
    }

    /// As menus show it.
    public String title() {
        return title;
    }

    /// The word in the settings file.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The theme with this word, {@link #SYSTEM} for any other.
    public static Theme of(String word) {
        for (Theme theme : values()) {
            if (theme.word().equals(word)) {
                return theme;
            }
        }
        return SYSTEM;
    }
}
