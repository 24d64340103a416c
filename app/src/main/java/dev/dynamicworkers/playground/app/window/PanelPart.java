package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A panel as the window places it: its name, its tab, its view, which is made when it is first shown, and its way to
/// the focus. FX thread.
final class PanelPart {
    private final Panel panel;
    private final Icons icon;
    private final Supplier<? extends Node> view;
    private final Runnable focus;
    private final Consumer<Boolean> watched;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private @Nullable Tab tab;

    /// @param view makes it, or gives it again
    /// @param focus gives the focus to what is in it
    /// @param watched is told whether it can be seen
    PanelPart(Panel panel, Icons icon, Supplier<? extends Node> view, Runnable focus, Consumer<Boolean> watched) {
        this.panel = panel;
        this.icon = icon;
        this.view = view;
        this.focus = focus;
        this.watched = watched;
        title.set(panel.title());
    }

    Panel panel() {
        return panel;
    }

    Icons icon() {
        return icon;
    }

    /// Its view. Areas may be narrower than all that is in it; what does not fit gives way inside of it.
    Node view() {
        Node made = view.get();
        if (made instanceof Region region && region.getMinWidth() == Region.USE_COMPUTED_SIZE) {
            region.setMinWidth(0);
        }
        return made;
    }

    /// Gives the focus to what is in it. It has to be in front, and its view in a window.
    void focus() {
        focus.run();
    }

    /// Tells it whether it can be seen.
    void watched(boolean seen) {
        watched.accept(seen);
    }

    /// Its name, with the number of what is in it.
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// @param number of what is in it; 0 is not shown
    void count(int number) {
        title.set(number == 0 ? panel.title() : panel.title() + "  " + number);
    }

    /// Its tab, with its icon beside it; made when a tab is first needed.
    Tab tab() {
        Tab present = tab;
        if (present == null) {
            present = new Tab();
            present.setId("tool-" + panel.key());
            present.setUserData(icon.node(14));
            present.textProperty().bind(title);
            tab = present;
        }
        return present;
    }
}
