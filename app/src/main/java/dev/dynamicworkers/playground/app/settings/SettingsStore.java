package dev.dynamicworkers.playground.app.settings;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Settings as a JSON file of the user. Blocks; keys it does not know stay in the file.
public final class SettingsStore {
    private static final System.Logger LOG = System.getLogger(SettingsStore.class.getName());
    private static final int VERSION = 1;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path file;
    private ObjectNode kept = json.createObjectNode();

    /// @param file the JSON file; its folder is made when needed
    public SettingsStore(Path file) {
        this.file = file;
    }

    /// The store in the place where the operating system keeps settings.
    public static SettingsStore ofUser() {
        return new SettingsStore(userFolder().resolve("settings.json"));
    }

    private static Path userFolder() {
        String configured = System.getProperty("playground.settings");
        if (configured != null) {
            return Path.of(configured);
        }
        String home = System.getProperty("user.home", ".");
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return Path.of(orElse(System.getenv("APPDATA"), home + "/AppData/Roaming"), "Dynamic Worker Playground");
        }
        if (system.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Dynamic Worker Playground");
        }
        return Path.of(orElse(System.getenv("XDG_CONFIG_HOME"), home + "/.config"), "dynamic-worker-playground");
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }

    /// Reads the settings; what is missing or broken gets its default.
    public Settings load() {
        try {
            if (Files.exists(file) && json.readTree(Files.readString(file)) instanceof ObjectNode object) {
                kept = object;
            }
        } catch (IOException | JacksonException e) {
            LOG.log(Level.WARNING, "settings could not be read, defaults are used", e);
        }
        Settings defaults = Settings.DEFAULT;
        List<String> recent = new ArrayList<>();
        for (JsonNode entry : kept.path("recentProjects")) {
            if (entry.isString()) {
                recent.add(entry.asString());
            }
        }
        return new Settings(
                kept.path("theme").asString(defaults.theme()),
                kept.path("codeFontSize").asInt(defaults.codeFontSize()),
                kept.path("wrapLines").asBoolean(defaults.wrapLines()),
                recent,
                window(kept.path("window")));
    }

    private static WindowState window(JsonNode node) {
        WindowState defaults = WindowState.DEFAULT;
        return new WindowState(
                node.path("x").asDouble(defaults.x()),
                node.path("y").asDouble(defaults.y()),
                node.path("width").asDouble(defaults.width()),
                node.path("height").asDouble(defaults.height()),
                node.path("maximized").asBoolean(defaults.maximized()),
                node.path("sideBar").asDouble(defaults.sideBar()),
                node.path("editors").asDouble(defaults.editors()),
                node.path("tools").asDouble(defaults.tools()),
                node.path("exchange").asDouble(defaults.exchange()),
                node.path("groups").asDouble(defaults.groups()));
    }

    /// Writes the settings so that a crash leaves either the old file or the new one.
    ///
    /// @throws IOException when the disk refuses
    public void save(Settings settings) throws IOException {
        kept.put("version", VERSION);
        kept.put("theme", settings.theme());
        kept.put("codeFontSize", settings.codeFontSize());
        kept.put("wrapLines", settings.wrapLines());
        var recent = kept.putArray("recentProjects");
        settings.recentProjects().forEach(recent::add);
        writeWindow(kept.putObject("window"), settings.window());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(kept) + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeWindow(ObjectNode node, WindowState window) {
        if (!Double.isNaN(window.x()) && !Double.isNaN(window.y())) {
            node.put("x", window.x());
            node.put("y", window.y());
        }
        node.put("width", window.width());
        node.put("height", window.height());
        node.put("maximized", window.maximized());
        node.put("sideBar", window.sideBar());
        node.put("editors", window.editors());
        node.put("tools", window.tools());
        node.put("exchange", window.exchange());
        node.put("groups", window.groups());
    }
}
