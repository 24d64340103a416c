package dev.dynamicworkers.playground.app.settings.layout;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The panels that can be moved, in the order in which a fresh installation has them in their areas.
public enum Panel {
    FILES("Files", Area.LEFT),
    SEARCH("Search", Area.LEFT),
    REQUESTS("Requests", Area.LEFT),
    REQUEST("Request", Area.MIDDLE),
    RESPONSE("Response", Area.MIDDLE),
    CONSOLE("Console", Area.BOTTOM),
    PROBLEMS("Problems", Area.BOTTOM),
    DEBUG("Debug", Area.BOTTOM),
    ISOLATES("Isolates", Area.BOTTOM),
    NETWORK("Network", Area.BOTTOM),
    CALLS("Calls", Area.BOTTOM),
    TIMELINE("Timeline", Area.BOTTOM),
    PROFILE("Profile", Area.BOTTOM),
    RUNS("Runs", Area.BOTTOM),
    INSPECTOR("Inspector", Area.RIGHT);

    private final String title;
    private final Area home;

    Panel(String title, Area home) {
        this.title = title;
        this.home = home;
    }

    /// What its tab says.
    public String title() {
        return title;
    }

    /// Where a fresh installation has it.
    public Area home() {
        return home;
    }

    /// Whether the activity bar has a button for it, so that the left area needs no tab.
    public boolean hasButton() {
        return home == Area.LEFT;
    }

    /// Its name in files and ids.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The panel with this name.
    public static Optional<Panel> of(String key) {
        return Stream.of(values()).filter(panel -> panel.key().equals(key)).findFirst();
    }

    /// The panels that a fresh installation has in an area.
    static List<Panel> atHome(Area area) {
        return Stream.of(values()).filter(panel -> panel.home == area).toList();
    }
}
