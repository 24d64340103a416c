package dev.dynamicworkers.playground.app.settings;

import java.util.EnumMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The settings as JSON text: what a person sees, changes and copies to another machine.
public final class SettingsJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SettingsJson() {}

    /// What is wrong with a text, in one sentence.
    public static final class InvalidSettings extends Exception {
        private static final long serialVersionUID = 1;

        InvalidSettings(String message) {
            super(message);
        }
    }

    /// All settings, also those that have their presets.
    public static String write(Settings settings) {
        ObjectNode root = JsonFile.empty();
        for (Setting setting : Setting.values()) {
            switch (settings.get(setting)) {
                case Boolean on -> root.put(setting.key(), on);
                case Integer amount -> root.put(setting.key(), amount);
                case Object word -> root.put(setting.key(), word.toString());
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /// Reads a text; settings that it does not name get their presets.
    ///
    /// @param base what is not settings stays as it is here
    public static Settings read(String text, Settings base) throws InvalidSettings {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            var where = e.getLocation();
            throw new InvalidSettings("Not JSON"
                    + (where == null ? "." : ", line " + where.getLineNr() + ", column " + where.getColumnNr() + "."));
        }
        if (!(root instanceof ObjectNode object)) {
            throw new InvalidSettings("The settings have to be one object, { ... }.");
        }
        Map<Setting, Object> values = new EnumMap<>(Setting.class);
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            Setting setting = byKey(entry.getKey());
            Object value = value(entry.getValue());
            if (!setting.kind().fit(value).equals(value)) {
                throw new InvalidSettings(entry.getKey() + " can't be " + entry.getValue() + "; " + possible(setting));
            }
            values.put(setting, value);
        }
        return new Settings(values, base.recentProjects(), base.window(), base.columns());
    }

    private static Setting byKey(String key) throws InvalidSettings {
        for (Setting setting : Setting.values()) {
            if (setting.key().equals(key)) {
                return setting;
            }
        }
        throw new InvalidSettings("There is no setting " + key + ".");
    }

    private static Object value(JsonNode node) {
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        return node.isInt() ? node.asInt() : node.asString("");
    }

    private static String possible(Setting setting) {
        return switch (setting.kind()) {
            case Setting.Kind.Toggle toggle -> "it is true or false.";
            case Setting.Kind.Amount amount ->
                "it is a whole number from " + amount.least() + " to " + amount.most() + ".";
            case Setting.Kind.Text text -> "it is a name of at most " + text.longest() + " characters.";
            case Setting.Kind.Choice choice ->
                "it is one of "
                        + String.join(
                                ", ",
                                choice.options().stream()
                                        .map(Setting.Kind.Option::word)
                                        .toList())
                        + ".";
        };
    }
}
