package dev.dynamicworkers.playground.app.theme;

import atlantafx.base.theme.Dracula;
import atlantafx.base.theme.NordDark;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.dynamicworkers.playground.app.fx.SystemAppearance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.util.Subscription;

/// Gives the toolkit and a scene their style sheets, and changes them with the theme. FX thread.
public final class ThemeSwitcher {
    private static final List<String> SHEETS =
            List.of("root.css", "editor.css", "console.css", "response.css", "tools.css");
    private static final double BASE_FONT = 13;

    /// All that is shown in the font of code: of a list of families the toolkit looks at the first only, so the chosen
    /// one comes in a sheet of its own.
    private static final String CODE = ".code-editor, .code-editor .lineno, .line-message, .proposals .list-cell,"
            + " .floating .signature, .bubble-text, .bubble-active, .mono, .mono-cells .list-cell, .console .list-view";

    private final SystemAppearance system;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final ReadOnlyObjectWrapper<Theme> shown = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final IntegerProperty zoom = new SimpleIntegerProperty(100);
    private final StringProperty codeFont = new SimpleStringProperty(CodeFonts.OWN);
    private final IntegerProperty tabSize = new SimpleIntegerProperty(2);

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
        Theme chosen = theme.get();
        Theme now = chosen != Theme.SYSTEM ? chosen : system.darkProperty().get() ? Theme.DARK : Theme.LIGHT;
        Application.setUserAgentStylesheet(
                switch (now) {
                    case LIGHT, SYSTEM -> new PrimerLight().getUserAgentStylesheet();
                    case DARK, CONTRAST -> new PrimerDark().getUserAgentStylesheet();
                    case NORD -> new NordDark().getUserAgentStylesheet();
                    case DRACULA -> new Dracula().getUserAgentStylesheet();
                });
        dark.set(now.isDark());
        shown.set(now);
    }

    /// Styles a scene, from now on.
    ///
    /// @return ends it
    public Runnable style(Scene scene) {
        return Subscription.combine(
                shown.subscribe(now -> restyle(scene)),
                zoom.subscribe(now -> restyle(scene)),
                tabSize.subscribe(now -> restyle(scene)),
                codeFont.subscribe(now -> restyle(scene)))::unsubscribe;
    }

    private void restyle(Scene scene) {
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet("tokens-" + shown.get().word() + ".css"));
        SHEETS.forEach(name -> sheets.add(sheet(name)));
        sheets.add(inline(".code-editor .paragraph-text { -fx-tab-size: " + tabSize.get() + "; }"));
        String family = codeFont.get();
        if (!family.equals(CodeFonts.OWN) && !isCodeFontMissing()) {
            sheets.add(inline(CODE + " { -fx-font-family: \"" + family + "\"; }"));
        }
        if (zoom.get() != 100) {
            sheets.add(popups(zoom.get()));
        }
        scene.getStylesheets().setAll(sheets);
    }

    /// Menus, tooltips and lists that pop up are windows of their own, which the zoom of the scene does not reach.
    private static String popups(int percent) {
        String size = "-fx-font-size: " + BASE_FONT * percent / 100 + "px;";
        return inline(".context-menu, .tooltip, .combo-box-popup .list-view, .popup-pane { " + size + " }");
    }

    private static String inline(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
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

    /// Columns that a tab character takes in code.
    public IntegerProperty tabSizeProperty() {
        return tabSize;
    }

    /// Family of the font that code is shown in; one that is missing counts as the own one.
    public StringProperty codeFontProperty() {
        return codeFont;
    }

    /// Whether the family that was chosen is not there.
    public boolean isCodeFontMissing() {
        return !CodeFonts.exists(codeFont.get());
    }

    /// Zoom of the window in percent, for what pops up over it.
    public IntegerProperty zoomProperty() {
        return zoom;
    }
}
