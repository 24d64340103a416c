package dev.dynamicworkers.playground.app.panel.editor;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

/// One node, or two: beside each other where there is room for both, else one under the other. FX thread.
final class BesidePane extends StackPane {
    /// Two columns of code want that much, in pixels.
    private static final double WIDE = 640;

    private final Node first;
    private final SplitPane split = new SplitPane();

    BesidePane(Node first) {
        // A split pane has its content in the window only after the next layout, which would lose the focus at start.
        super(first);
        this.first = first;
        split.getStyleClass().add("editor-halves");
        widthProperty().subscribe(width -> turn());
    }

    private void turn() {
        split.setOrientation(getWidth() < WIDE ? Orientation.VERTICAL : Orientation.HORIZONTAL);
    }

    /// Shows another node beside the first.
    void with(Node second) {
        getChildren().setAll(split);
        split.getItems().setAll(first, second);
        turn();
        applyCss();
        layout();
    }

    /// Shows the first node alone.
    void alone() {
        split.getItems().clear();
        getChildren().setAll(first);
    }
}
