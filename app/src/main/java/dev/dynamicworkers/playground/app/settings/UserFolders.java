package dev.dynamicworkers.playground.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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
            case OTHER ->
                xdg("XDG_CONFIG_HOME", ".config", System.getenv(), home()).resolve(NAME);
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
            case OTHER ->
                xdg("XDG_DATA_HOME", ".local/share", System.getenv(), home()).resolve(NAME);
        };
    }

    /// Deletes what was kept of all projects beside them: runs, which files were open, the trash. Projects, samples,
    /// the journal of what is not saved yet, and settings stay. Blocks.
    ///
    /// @throws IOException when the disk refuses
    public static void deleteKept() throws IOException {
        for (String name : List.of("runs", "session", "trash")) {
            Path folder = data().resolve(name);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            List<Path> inside;
            try (Stream<Path> entries = Files.walk(folder)) {
                inside = entries.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path entry : inside) {
                Files.deleteIfExists(entry);
            }
        }
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

    /// A folder of the XDG base directory specification: a relative path in its variable does not count, and the
    /// person's folder is that of `HOME`, which is not where the virtual machine looks for it.
    static Path xdg(String variable, String below, Map<String, String> environment, String otherwise) {
        String named = environment.getOrDefault(variable, "");
        return named.startsWith("/")
                ? Path.of(named)
                : Path.of(orElse(environment.get("HOME"), otherwise)).resolve(below);
    }

    private static String home() {
        return System.getProperty("user.home", ".");
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }
}
