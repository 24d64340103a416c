package dev.dynamicworkers.playground.app.window;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Where the inspector stands: right of the editors, or as a tab of the tools where the window is narrow. FX thread.
final class InspectorPlace {
    /// Below this width two editors beside it would have no room for code; pixels after zoom.
    private static final double ROOMY = 1100;

    private static final double NARROWEST = 230;

    private final SplitPane columns;
    private final ToolTabs tools;
    private final LaterView<? extends Node> view;
    private final StackPane side = new StackPane();
    private boolean roomy = true;
    private boolean wanted = true;
    private boolean filled;

    /// @param columns of the window, from left to right
    InspectorPlace(SplitPane columns, ToolTabs tools, LaterView<? extends Node> view) {
        this.columns = columns;
        this.tools = tools;
        this.view = view;
        side.setId("inspector-side");
        side.getStyleClass().add("tool-panel");
        side.setMinWidth(NARROWEST);
        SplitPane.setResizableWithParent(side, false);
        place();
    }

    /// Whether there is room for it at the right.
    boolean isRoomy() {
        return roomy;
    }

    /// Whether the person wants it at the right.
    boolean isWanted() {
        return wanted;
    }

    /// The column at the right; null while it is not there.
    @Nullable
    Node beside() {
        return columns.getItems().contains(side) ? side : null;
    }

    /// Shows it at the right or not, as far as there is room.
    void want(boolean shown) {
        wanted = shown;
        place();
    }

    /// Takes note of the window's width.
    ///
    /// @return whether it moved
    boolean fit(double width) {
        boolean before = roomy;
        roomy = width >= ROOMY;
        if (before != roomy) {
            place();
        }
        return before != roomy;
    }

    /// Makes what the column shows. A start does not wait for it.
    void fill() {
        filled = true;
        place();
    }

    private void place() {
        if (roomy) {
            tools.giveInspectorBack();
        } else {
            side.getChildren().clear();
        }
        boolean shown = roomy && wanted;
        if (shown && filled && side.getChildren().isEmpty()) {
            side.getChildren().add(view.get());
        }
        if (shown != columns.getItems().contains(side)) {
            if (shown) {
                columns.getItems().addLast(side);
            } else {
                columns.getItems().remove(side);
            }
        }
        if (!roomy) {
            tools.takeInspector();
        }
    }
}
