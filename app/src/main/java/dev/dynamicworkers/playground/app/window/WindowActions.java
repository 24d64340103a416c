package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.theme.Theme;
import java.util.List;
import javafx.beans.property.ObjectProperty;

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

    /// The theme that was chosen.
    ObjectProperty<Theme> theme();

    /// Whether the window is dark in this moment.
    boolean isDark();

    /// Takes note that a person can type into the window.
    void usable();

    /// Closes the window.
    void quit();
}
