package dev.dynamicworkers.playground.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where the operating system keeps what belongs to the person and not to a project.
public final class UserFolders {
    private static final String NAME = "dynamic-worker-playground";
    private static final String TITLE = "Dynamic Worker Playground";

    private UserFolders() {}

    /// Folder of the settings; the system property `playground.settings` names another.
    public static Path settings() {
        String configured = System.getProperty("playground.settings");
        if (configured != null) {
            return Path.of(configured);
        }
        return switch (system()) {
            case WINDOWS -> Path.of(orElse(System.getenv("APPDATA"), home() + "/AppData/Roaming"), TITLE);
            case MAC -> Path.of(home(), "Library", "Application Support", TITLE);
            case OTHER -> Path.of(orElse(System.getenv("XDG_CONFIG_HOME"), home() + "/.config"), NAME);
        };
    }

    /// Folder of data: samples, journal, trash, session; the system property `playground.data` names another.
    public static Path data() {
        String configured = System.getProperty("playground.data");
        if (configured != null) {
            return Path.of(configured);
        }
        return switch (system()) {
            case WINDOWS -> Path.of(orElse(System.getenv("LOCALAPPDATA"), home() + "/AppData/Local"), TITLE);
            case MAC -> Path.of(home(), "Library", "Application Support", TITLE);
            case OTHER -> Path.of(orElse(System.getenv("XDG_DATA_HOME"), home() + "/.local/share"), NAME);
        };
    }

    private enum OperatingSystem {
        WINDOWS,
        MAC,
        OTHER
    }

    private static OperatingSystem system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return OperatingSystem.WINDOWS;
        }
        return name.contains("mac") ? OperatingSystem.MAC : OperatingSystem.OTHER;
    }

    private static String home() {
        return System.getProperty("user.home", ".");
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }
}
