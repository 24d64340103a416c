package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// What is left of the editors: one panel of several. FX thread.
final class SideBar extends StackPane {
    private final Map<Side, Supplier<? extends Node>> panels = new EnumMap<>(Side.class);
    private final ReadOnlyObjectWrapper<Side> shown = new ReadOnlyObjectWrapper<>(Side.FILES);

    /// The panels in the order of their icons.
    enum Side {
        FILES("Files (Ctrl+Shift+E)", Icons.FILES),
        SEARCH("Search in all files (Ctrl+Shift+F)", Icons.SEARCH);

        final String title;
        final Icons icon;

        Side(String title, Icons icon) {
            this.title = title;
            this.icon = icon;
        }
    }

    SideBar(Panels all) {
        setId("side-bar");
        setMinWidth(140);
        panels.put(Side.FILES, () -> all.files);
        panels.put(Side.SEARCH, all.search::get);
        show(Side.FILES);
    }

    void show(Side side) {
        getChildren().setAll(Objects.requireNonNull(panels.get(side)).get());
        shown.set(side);
    }

    ReadOnlyObjectProperty<Side> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
