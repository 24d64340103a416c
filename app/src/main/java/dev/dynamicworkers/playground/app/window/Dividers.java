package dev.dynamicworkers.playground.app.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// What a person does with the dividers of a split pane: an outer part whose edge is dragged to less than half of its
/// least size is closed when the mouse is let go. FX thread.
final class Dividers {
    private final SplitPane pane;
    private final Runnable moved;
    private final Consumer<Node> closed;
    private int dragged = -1;

    /// @param moved is called when a divider was let go where it is
    /// @param closed is called for the part that was dragged to its end
    Dividers(SplitPane pane, Runnable moved, Consumer<Node> closed) {
        this.pane = pane;
        this.moved = moved;
        this.closed = closed;
        pane.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> dragged = indexOf(event));
        pane.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    }

    private List<Node> dividers() {
        return pane.getChildrenUnmodifiable().stream()
                .filter(node -> node.getStyleClass().contains("split-pane-divider"))
                .sorted((one, other) -> Double.compare(along(one), along(other)))
                .toList();
    }

    private boolean isRow() {
        return pane.getOrientation() == Orientation.HORIZONTAL;
    }

    private double along(Node divider) {
        return isRow() ? divider.getLayoutX() : divider.getLayoutY();
    }

    private int indexOf(MouseEvent event) {
        for (Node at = event.getTarget() instanceof Node node ? node : null; at != null; at = at.getParent()) {
            int index = dividers().indexOf(at);
            if (index >= 0) {
                return index;
            }
        }
        return -1;
    }

    private void released(MouseEvent event) {
        int index = dragged;
        dragged = -1;
        if (index < 0) {
            return;
        }
        Point2D point = pane.sceneToLocal(event.getSceneX(), event.getSceneY());
        double from = isRow() ? point.getX() : point.getY();
        outer(index, from).ifPresentOrElse(closed, moved);
    }

    /// The first or last part, if what is left of it is less than half of its least size.
    private Optional<Node> outer(int index, double from) {
        List<Node> parts = pane.getItems();
        double size = isRow() ? pane.getWidth() : pane.getHeight();
        if (index == parts.size() - 2 && size - from < least(parts.getLast()) / 2) {
            return Optional.of(parts.getLast());
        }
        return index == 0 && from < least(parts.getFirst()) / 2 ? Optional.of(parts.getFirst()) : Optional.empty();
    }

    private double least(Node part) {
        return part instanceof Region region ? isRow() ? region.getMinWidth() : region.getMinHeight() : 0;
    }
}
