package dev.dynamicworkers.playground.app.fx;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/// What the operating system prefers: light or dark. Lives as long as the toolkit; FX thread.
public final class SystemAppearance {
    private final BooleanBinding dark = Bindings.createBooleanBinding(
            () -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK,
            Platform.getPreferences().colorSchemeProperty());

    /// Whether the system is set to dark.
    public BooleanBinding darkProperty() {
        return dark;
    }
}
