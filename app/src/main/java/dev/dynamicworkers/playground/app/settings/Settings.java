package dev.dynamicworkers.playground.app.settings;

import java.util.List;

/// What the person chose, kept between starts.
///
/// @param theme `system`, `light` or `dark`
/// @param codeFontSize in pixels, 8 to 32
/// @param wrapLines whether long lines are broken in the editor
/// @param recentProjects absolute folders, newest first
public record Settings(
        String theme, int codeFontSize, boolean wrapLines, List<String> recentProjects, WindowState window) {
    /// What a fresh installation has.
    public static final Settings DEFAULT =
            new Settings("system", 13, /* wrapLines= */ false, List.of(), WindowState.DEFAULT);

    public Settings {
        codeFontSize = Math.clamp(codeFontSize, 8, 32);
        recentProjects = List.copyOf(recentProjects);
    }

    /// The same with another theme.
    public Settings withTheme(String value) {
        return new Settings(value, codeFontSize, wrapLines, recentProjects, window);
    }

    /// The same with another size of the code font.
    public Settings withCodeFontSize(int value) {
        return new Settings(theme, value, wrapLines, recentProjects, window);
    }

    /// The same with line wrap on or off.
    public Settings withWrapLines(boolean value) {
        return new Settings(theme, codeFontSize, value, recentProjects, window);
    }

    /// The same with this folder as the newest project.
    public Settings withProject(String folder) {
        List<String> recent = new java.util.ArrayList<>(recentProjects);
        recent.remove(folder);
        recent.addFirst(folder);
        return new Settings(theme, codeFontSize, wrapLines, recent.subList(0, Math.min(recent.size(), 12)), window);
    }

    /// The same with another window.
    public Settings withWindow(WindowState value) {
        return new Settings(theme, codeFontSize, wrapLines, recentProjects, value);
    }
}
