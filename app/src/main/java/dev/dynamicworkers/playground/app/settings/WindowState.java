package dev.dynamicworkers.playground.app.settings;

import dev.dynamicworkers.playground.app.settings.layout.Bounds;
import dev.dynamicworkers.playground.app.settings.layout.PanelLayout;

/// Where the window was and which panel stood where.
///
/// @param bounds of the main window while it was not maximized
public record WindowState(Bounds bounds, boolean maximized, PanelLayout layout) {
    /// The window of a fresh installation.
    public static final WindowState DEFAULT =
            new WindowState(Bounds.sized(1280, 800), /* maximized= */ false, PanelLayout.DEFAULT);

    /// The same with panels elsewhere.
    public WindowState withLayout(PanelLayout value) {
        return new WindowState(bounds, maximized, value);
    }
}
