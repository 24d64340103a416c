package dev.dynamicworkers.playground.app.window;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// What is left of the editors: one panel of several. FX thread.
final class SideBar extends StackPane {
    private final Map<Side, Node> panels = new EnumMap<>(Side.class);
    private final ReadOnlyObjectWrapper<Side> shown = new ReadOnlyObjectWrapper<>(Side.FILES);

    /// The panels in the order of their icons.
    enum Side {
        FILES,
        SEARCH
    }

    SideBar(Panels all) {
        setId("side-bar");
        setMinWidth(140);
        panels.put(Side.FILES, all.files);
        panels.put(Side.SEARCH, all.search);
        show(Side.FILES);
    }

    void show(Side side) {
        getChildren().setAll(panels.get(side));
        shown.set(side);
    }

    ReadOnlyObjectProperty<Side> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
