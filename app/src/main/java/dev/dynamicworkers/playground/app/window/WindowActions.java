package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.KeyBindings;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import java.util.List;

/// What the window asks of the application around it.
public interface WindowActions {
    /// A project that a menu offers.
    record Sample(String name, Runnable open) {}

    /// Asks for a folder and opens it.
    void openFolder();

    /// The samples of the distribution.
    List<Sample> samples();

    /// Projects of the past, newest first.
    List<Sample> recentProjects();

    /// What the person chose.
    SettingsModel settings();

    /// Which keys commands have.
    KeyBindings keys();

    /// Whether the window is dark in this moment.
    boolean isDark();

    /// Whether nothing was ever opened before.
    boolean isFirstRun();

    /// Takes note that a person can type into the window.
    void usable();

    /// Closes the window.
    void quit();
}
