package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.fx.ZoomPane;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.Settings;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import dev.dynamicworkers.playground.app.settings.layout.Bounds;
import dev.dynamicworkers.playground.app.settings.layout.RowHeight;
import dev.dynamicworkers.playground.app.theme.ThemeSwitcher;
import java.util.List;
import javafx.event.EventHandler;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// What all windows of the application have in common: styles, zoom, density, icons and keys. FX thread.
final class WindowDress {
    private final Stage first;
    private final ThemeSwitcher theme;
    private final SettingsModel settings;
    private final EventHandler<KeyEvent> keys;

    /// @param first the window whose icons the others have
    /// @param keys runs commands by their keys
    WindowDress(Stage first, ThemeSwitcher theme, SettingsModel settings, EventHandler<KeyEvent> keys) {
        this.first = first;
        this.theme = theme;
        this.settings = settings;
        this.keys = keys;
    }

    /// Puts content into a further window.
    ///
    /// @return undoes it
    Runnable dress(Stage further, Parent content, double width, double height) {
        ZoomPane zoomed = new ZoomPane(content);
        zoomed.factorProperty().bind(theme.zoomProperty().divide(100.0));
        Scene scene = new Scene(zoomed, width, height);
        Runnable plain = theme.style(scene);
        scene.addEventFilter(KeyEvent.ANY, keys);
        Runnable loose = dense(content);
        further.setScene(scene);
        further.getIcons().setAll(first.getIcons());
        return () -> {
            plain.run();
            loose.run();
            zoomed.factorProperty().unbind();
        };
    }

    /// Gives content the density that the person chose, else the one of the layout.
    ///
    /// @return undoes it
    Runnable dense(Parent content) {
        return settings.settingsProperty().map(WindowDress::rows).subscribe(rows -> {
            for (RowHeight each : RowHeight.values()) {
                content.getStyleClass().remove(each.word());
            }
            content.getStyleClass().add(rows.word());
        })::unsubscribe;
    }

    private static RowHeight rows(Settings all) {
        return RowHeight.of(all.word(Setting.DENSITY))
                .orElse(all.window().layout().rows());
    }

    /// Where the first window is, or was before it took the whole screen.
    Bounds bounds() {
        return first.isMaximized()
                ? settings.get().window().bounds()
                : new Bounds(
                        first.getX(),
                        first.getY(),
                        first.getScene().getWidth(),
                        first.getScene().getHeight());
    }

    /// The icon of the first window.
    static List<Image> icons() {
        var icon = WindowDress.class.getResourceAsStream("icon.png");
        return icon == null ? List.of() : List.of(new Image(icon));
    }

    /// What there is to see, the main screen first.
    static List<Bounds> screens() {
        Screen main = Screen.getPrimary();
        return Screen.getScreens().stream()
                .sorted((one, other) -> Boolean.compare(other.equals(main), one.equals(main)))
                .map(Screen::getVisualBounds)
                .map(WindowDress::bounds)
                .toList();
    }

    private static Bounds bounds(Rectangle2D of) {
        return new Bounds(of.getMinX(), of.getMinY(), of.getWidth(), of.getHeight());
    }
}
