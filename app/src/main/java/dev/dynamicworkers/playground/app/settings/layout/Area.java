package dev.dynamicworkers.playground.app.settings.layout;

import java.util.List;
import java.util.Locale;

/// Where a panel can stand.
public enum Area {
    /// Left of the editors.
    LEFT("the left"),
    /// Right of the editors.
    RIGHT("the right"),
    /// Under everything else.
    BOTTOM("the bottom"),
    /// Under the editors: the place of request and response, side by side.
    MIDDLE("the request row"),
    /// A window of its own.
    WINDOW("its own window");

    /// The areas of the main window.
    public static final List<Area> DOCKED = List.of(LEFT, RIGHT, BOTTOM, MIDDLE);

    private final String words;

    Area(String words) {
        this.words = words;
    }

    /// What a sentence says of it, with its article.
    public String words() {
        return words;
    }

    /// Its name in files and ids.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a panel can stand here.
    public boolean takes(Panel panel) {
        return this != MIDDLE || panel.home() == MIDDLE;
    }
}
