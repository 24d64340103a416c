package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.app.theme.Theme;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The column of icons at the window's left edge. FX thread.
final class ActivityBar extends VBox implements AutoCloseable {
    private static final String WITH_WORDS = "with-words";

    private final Map<Panel, ToggleButton> buttons = new EnumMap<>(Panel.class);
    private final Map<Labeled, String> words = new LinkedHashMap<>();
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param pressed shows a panel, or takes the one away that is shown
    ActivityBar(WindowActions actions, Consumer<Panel> pressed, Runnable settings) {
        setId("activity-bar");
        getStyleClass().add("activity-bar");
        add(Panel.FILES, Icons.FILES, "Files", "Files (Ctrl+Shift+E)", pressed);
        add(Panel.SEARCH, Icons.SEARCH, "Search", "Search in all files (Ctrl+Shift+F)", pressed);
        add(Panel.REQUESTS, Icons.SEND, "Requests", "Requests (Ctrl+Shift+X)", pressed);
        Region room = new Region();
        VBox.setVgrow(room, Priority.ALWAYS);
        Button theme = activity(
                "activity-theme",
                Icons.MOON,
                "Theme",
                "Switch between light and dark",
                () -> actions.settings().set(Setting.THEME, (actions.isDark() ? Theme.LIGHT : Theme.DARK).word()));
        subscriptions.add(actions.settings()
                .observe(
                        Setting.THEME,
                        chosen -> theme.setGraphic((actions.isDark() ? Icons.SUN : Icons.MOON).node(20))));
        getChildren()
                .addAll(
                        room,
                        theme,
                        activity("activity-settings", Icons.CONFIG, "Settings", "Settings (Ctrl+,)", settings));
        subscriptions.add(actions.settings().observe(Setting.ACTIVITY_WORDS, on -> showWords((Boolean) on)));
    }

    private void showWords(boolean shown) {
        getStyleClass().remove(WITH_WORDS);
        if (shown) {
            getStyleClass().add(WITH_WORDS);
        }
        words.forEach((button, word) -> button.setText(shown ? word : null));
    }

    private void add(Panel panel, Icons icon, String word, String name, Consumer<Panel> pressed) {
        ToggleButton button = new ToggleButton(null, icon.node(20));
        button.setId("activity-" + panel.key());
        button.setAccessibleText(name);
        Panes.tip(button, name);
        button.setOnAction(event -> pressed.accept(panel));
        named(button, word);
        buttons.put(panel, button);
        getChildren().add(button);
    }

    private void named(Labeled button, String word) {
        button.getStyleClass().add("activity");
        button.setContentDisplay(ContentDisplay.TOP);
        words.put(button, word);
    }

    /// The panels that have a button here, with it.
    Map<Panel, ToggleButton> buttons() {
        return buttons;
    }

    private Button activity(String id, Icons icon, String word, String name, Runnable action) {
        Button button = Panes.iconButton(id, icon.node(20), name, action);
        named(button, word);
        return button;
    }

    /// Marks the panels that can be seen.
    void mark(Predicate<Panel> shown) {
        buttons.forEach((panel, button) -> button.setSelected(shown.test(panel)));
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
