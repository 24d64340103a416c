package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.app.theme.Theme;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The column of icons at the window's left edge. FX thread.
final class ActivityBar extends VBox implements AutoCloseable {
    private final Map<SideBar.Side, ToggleButton> sides = new EnumMap<>(SideBar.Side.class);
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param pressed shows a side, or hides the one that is shown
    ActivityBar(WindowActions actions, Consumer<SideBar.Side> pressed, Runnable settings) {
        setId("activity-bar");
        getStyleClass().add("activity-bar");
        for (SideBar.Side side : SideBar.Side.values()) {
            getChildren().add(side(side, pressed));
        }
        Region room = new Region();
        VBox.setVgrow(room, Priority.ALWAYS);
        Button theme = activity(
                "activity-theme",
                Icons.MOON,
                "Switch between light and dark",
                () -> actions.settings().set(Setting.THEME, (actions.isDark() ? Theme.LIGHT : Theme.DARK).word()));
        subscriptions.add(actions.settings()
                .observe(
                        Setting.THEME,
                        chosen -> theme.setGraphic((actions.isDark() ? Icons.SUN : Icons.MOON).node(20))));
        getChildren().addAll(room, theme, activity("activity-settings", Icons.CONFIG, "Settings (Ctrl+,)", settings));
    }

    private ToggleButton side(SideBar.Side side, Consumer<SideBar.Side> pressed) {
        ToggleButton button = new ToggleButton(null, side.icon.node(20));
        button.setId("activity-" + side.name().toLowerCase(Locale.ROOT));
        button.setAccessibleText(side.title);
        Panes.tip(button, side.title);
        button.setOnAction(event -> pressed.accept(side));
        button.getStyleClass().add("activity");
        sides.put(side, button);
        return button;
    }

    private static Button activity(String id, Icons icon, String name, Runnable action) {
        Button button = Panes.iconButton(id, icon.node(20), name, action);
        button.getStyleClass().add("activity");
        return button;
    }

    /// Marks the side that is shown.
    ///
    /// @param shown null when the side bar is hidden
    void mark(SideBar.@Nullable Side shown) {
        sides.forEach((side, button) -> button.setSelected(side == shown));
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
