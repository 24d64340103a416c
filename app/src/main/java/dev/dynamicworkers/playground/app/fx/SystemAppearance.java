package dev.dynamicworkers.playground.app.fx;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;

/// What the operating system prefers: light or dark, motion or less of it. Lives as long as the toolkit; FX thread.
public final class SystemAppearance {
    private final BooleanBinding dark = Bindings.createBooleanBinding(
            () -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK,
            Platform.getPreferences().colorSchemeProperty());

    /// Whether the system asks for less motion.
    public ReadOnlyBooleanProperty reducedMotionProperty() {
        return Platform.getPreferences().reducedMotionProperty();
    }

    /// Whether the system is set to dark.
    public BooleanBinding darkProperty() {
        return dark;
    }
}
