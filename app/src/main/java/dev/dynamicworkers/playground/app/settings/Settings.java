package dev.dynamicworkers.playground.app.settings;

import dev.dynamicworkers.playground.app.settings.layout.ColumnChoices;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the person chose, kept between starts.
///
/// @param values of settings that differ from their presets
/// @param recentProjects absolute folders, newest first
/// @param columns of tables that were chosen
public record Settings(
        Map<Setting, Object> values, List<String> recentProjects, WindowState window, ColumnChoices columns) {
    /// What a fresh installation has.
    public static final Settings DEFAULT = new Settings(Map.of(), List.of(), WindowState.DEFAULT, ColumnChoices.NONE);

    private static final int MOST_PROJECTS = 12;

    public Settings {
        Map<Setting, Object> kept = new EnumMap<>(Setting.class);
        values.forEach((setting, value) -> {
            Object fitting = setting.kind().fit(value);
            if (!fitting.equals(setting.kind().presetValue())) {
                kept.put(setting, fitting);
            }
        });
        values = Map.copyOf(kept);
        recentProjects = List.copyOf(recentProjects);
    }

    /// The value of a setting.
    public Object get(Setting setting) {
        return values.getOrDefault(setting, setting.kind().presetValue());
    }

    /// Whether a toggle is on.
    public boolean isOn(Setting setting) {
        return (Boolean) get(setting);
    }

    /// The value of an amount.
    public int amount(Setting setting) {
        return (Integer) get(setting);
    }

    /// The word of a choice.
    public String word(Setting setting) {
        return (String) get(setting);
    }

    /// Whether nothing should move.
    ///
    /// @param systemAsks whether the operating system asks for less motion
    public boolean isStill(boolean systemAsks) {
        String word = word(Setting.REDUCE_MOTION);
        return word.equals("on") || systemAsks && word.equals("system");
    }

    /// The same with another value; one that does not fit becomes the nearest that does, or the preset.
    public Settings with(Setting setting, Object value) {
        Map<Setting, Object> changed = new EnumMap<>(Setting.class);
        changed.putAll(values);
        changed.put(setting, value);
        return new Settings(changed, recentProjects, window, columns);
    }

    /// The same with this folder as the newest project.
    public Settings withProject(String folder) {
        List<String> recent = new ArrayList<>(recentProjects);
        recent.remove(folder);
        recent.addFirst(folder);
        return new Settings(values, recent.subList(0, Math.min(recent.size(), MOST_PROJECTS)), window, columns);
    }

    /// The same with another window.
    public Settings withWindow(WindowState value) {
        return new Settings(values, recentProjects, value, columns);
    }

    /// The same with other choices of columns.
    public Settings withColumns(ColumnChoices value) {
        return new Settings(values, recentProjects, window, value);
    }
}
