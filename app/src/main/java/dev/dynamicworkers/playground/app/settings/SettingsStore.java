package dev.dynamicworkers.playground.app.settings;

import dev.dynamicworkers.playground.app.settings.layout.Bounds;
import dev.dynamicworkers.playground.app.settings.layout.ColumnChoices;
import dev.dynamicworkers.playground.app.settings.layout.LayoutJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Settings and keys as JSON files of the person. Blocks; keys of the files that it does not know stay.
public final class SettingsStore {
    private static final int VERSION = 1;

    private final JsonFile file;
    private final JsonFile keysFile;
    private ObjectNode kept = JsonFile.empty();
    private String remark = "";

    /// @param file `settings.json`; `keys.json` is beside it
    public SettingsStore(Path file) {
        this.file = new JsonFile(file);
        keysFile = new JsonFile(file.resolveSibling("keys.json"));
    }

    /// The store in the place where the operating system keeps settings.
    public static SettingsStore ofUser() {
        return new SettingsStore(UserFolders.settings().resolve("settings.json"));
    }

    /// A store that begins with presets and forgets all at the end of the process.
    public static SettingsStore forgetful() {
        Path folder = UserFolders.data().resolve("safe");
        try {
            Files.deleteIfExists(folder.resolve("settings.json"));
            Files.deleteIfExists(folder.resolve("keys.json"));
        } catch (IOException e) {
            System.getLogger(SettingsStore.class.getName())
                    .log(System.Logger.Level.WARNING, "settings of the last safe start are still there", e);
        }
        return new SettingsStore(folder.resolve("settings.json"));
    }

    /// Where the settings are.
    public Path path() {
        return file.path();
    }

    /// Reads the settings; what is missing or broken gets its preset.
    public Settings load() {
        kept = file.read();
        Map<Setting, Object> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            JsonNode value = kept.path(setting.key());
            if (value.isBoolean()) {
                values.put(setting, value.asBoolean());
            } else if (value.isNumber()) {
                values.put(setting, value.asInt());
            } else if (value.isString()) {
                values.put(setting, value.asString());
            }
        }
        List<String> recent = new ArrayList<>();
        for (JsonNode entry : kept.path("recentProjects")) {
            if (entry.isString()) {
                recent.add(entry.asString());
            }
        }
        return new Settings(values, recent, window(kept.path("window")), ColumnChoices.read(kept.path("columns")));
    }

    private WindowState window(JsonNode node) {
        Bounds size = WindowState.DEFAULT.bounds();
        LayoutJson.Reading reading = LayoutJson.read(node);
        remark = reading.remark();
        return new WindowState(
                new Bounds(
                        node.path("x").asDouble(Double.NaN),
                        node.path("y").asDouble(Double.NaN),
                        node.path("width").asDouble(size.width()),
                        node.path("height").asDouble(size.height())),
                node.path("maximized").asBoolean(/* defaultValue= */ false),
                reading.layout());
    }

    /// What was corrected when the settings were read, in one sentence; empty for nothing.
    public String remark() {
        return remark;
    }

    /// Writes the settings so that a crash leaves either the old file or the new one.
    ///
    /// @throws IOException when the disk refuses
    public synchronized void save(Settings settings) throws IOException {
        kept.put("version", VERSION);
        for (Setting setting : Setting.values()) {
            kept.remove(setting.key());
        }
        settings.values().forEach((setting, value) -> put(kept, setting.key(), value));
        var recent = kept.putArray("recentProjects");
        settings.recentProjects().forEach(recent::add);
        writeWindow(
                kept.get("window") instanceof ObjectNode window ? window : kept.putObject("window"), settings.window());
        ObjectNode columns = kept.get("columns") instanceof ObjectNode present ? present : JsonFile.empty();
        settings.columns().write(columns);
        if (columns.isEmpty()) {
            kept.remove("columns");
        } else {
            kept.set("columns", columns);
        }
        file.write(kept);
    }

    private static void put(ObjectNode node, String key, Object value) {
        switch (value) {
            case Boolean on -> node.put(key, on);
            case Integer amount -> node.put(key, amount);
            default -> node.put(key, value.toString());
        }
    }

    private static void writeWindow(ObjectNode node, WindowState window) {
        Bounds bounds = window.bounds();
        if (bounds.isPlaced()) {
            node.put("x", bounds.x());
            node.put("y", bounds.y());
        }
        node.put("width", bounds.width());
        node.put("height", bounds.height());
        node.put("maximized", window.maximized());
        LayoutJson.write(window.layout(), node);
    }

    /// Reads the keys that the person changed: sequences by id of the command.
    public Map<String, List<String>> loadKeys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keysFile.read().path("keys").properties().forEach(entry -> {
            List<String> sequences = new ArrayList<>();
            entry.getValue().forEach(sequence -> sequences.add(sequence.asString("")));
            keys.put(entry.getKey(), sequences);
        });
        return keys;
    }

    /// Writes the keys that the person changed.
    ///
    /// @throws IOException when the disk refuses
    public void saveKeys(Map<String, List<String>> keys) throws IOException {
        ObjectNode root = JsonFile.empty();
        root.put("version", VERSION);
        ObjectNode all = root.putObject("keys");
        keys.forEach((id, sequences) -> {
            var array = all.putArray(id);
            sequences.forEach(array::add);
        });
        keysFile.write(root);
    }
}
