package dev.dynamicworkers.playground.app.theme;

import java.util.Locale;
import javafx.scene.Scene;

/// How the window is coloured.
public enum Theme {
    SYSTEM("Follow the system"),
    LIGHT("Primer Light"),
    DARK("Primer Dark"),
    NORD("Nord"),
    DRACULA("Dracula"),
    CONTRAST("High contrast");

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

    /// Whether its background is dark; a theme that follows the system is neither.
    boolean isDark() {
        return this != LIGHT && this != SYSTEM;
    }

    /// The theme whose colours a scene has; the light one for a scene that has none.
    public static Theme shownIn(Scene scene) {
        for (Theme theme : values()) {
            if (scene.getStylesheets().stream().anyMatch(sheet -> sheet.endsWith("/tokens-" + theme.word() + ".css"))) {
                return theme;
            }
        }
        return LIGHT;
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
