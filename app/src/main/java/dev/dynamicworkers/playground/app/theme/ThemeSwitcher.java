package dev.dynamicworkers.playground.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.dynamicworkers.playground.app.fx.SystemAppearance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Gives the toolkit and a scene their style sheets, and changes them with the theme. FX thread.
public final class ThemeSwitcher {
    private static final String[] SHEETS = {"root.css", "editor.css", "console.css", "response.css", "tools.css"};

    private final SystemAppearance system;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    /// @param system what {@link Theme#SYSTEM} follows
    public ThemeSwitcher(SystemAppearance system) {
        this.system = system;
        theme.subscribe(chosen -> apply());
        system.darkProperty().subscribe(chosen -> apply());
        for (String face : new String[] {"JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf"}) {
            loadFont(face);
        }
    }

    private static void loadFont(String face) {
        try (InputStream stream = Objects.requireNonNull(ThemeSwitcher.class.getResourceAsStream("fonts/" + face))) {
            Font.loadFont(stream, 13);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void apply() {
        boolean nowDark = switch (theme.get()) {
            case SYSTEM -> system.darkProperty().get();
            case LIGHT -> false;
            case DARK -> true;
        };
        Application.setUserAgentStylesheet(
                nowDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        dark.set(nowDark);
    }

    /// Styles a scene for as long as it lives.
    public void style(Scene scene) {
        dark.subscribe(nowDark -> {
            scene.getStylesheets().setAll(sheet(nowDark ? "tokens-dark.css" : "tokens-light.css"));
            for (String name : SHEETS) {
                scene.getStylesheets().add(sheet(name));
            }
        });
    }

    private static String sheet(String name) {
        URL url = Objects.requireNonNull(ThemeSwitcher.class.getResource("css/" + name), name);
        return url.toExternalForm();
    }

    /// The theme that was chosen.
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Whether the window is dark in this moment.
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }
}
