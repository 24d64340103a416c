package dev.dynamicworkers.playground.app.code.assist;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A panel that lies over the window beside a place in the code. It is part of the window's own scene, so that themes
/// and zoom hold for it. FX thread.
final class Floating {
    private static final double GAP = 2;
    private static final double MARGIN = 8;

    private final Region content;
    private @Nullable Pane host;

    Floating(Region content) {
        this.content = content;
        content.setManaged(false);
        content.getStyleClass().add("floating");
    }

    boolean isShown() {
        return host != null;
    }

    /// Shows the panel below a place on the screen, or above it where there is more room.
    void show(Node owner, Bounds place) {
        Pane over = hostOf(owner);
        if (over == null) {
            return;
        }
        if (host != over) {
            hide();
            host = over;
            over.getChildren().add(content);
        }
        content.applyCss();
        double width = Math.min(content.prefWidth(-1), over.getWidth() - 2 * MARGIN);
        double height = Math.min(content.prefHeight(width), over.getHeight() - 2 * MARGIN);
        Point2D below = over.screenToLocal(place.getMinX(), place.getMaxY());
        Point2D above = over.screenToLocal(place.getMinX(), place.getMinY());
        boolean fits = below.getY() + GAP + height <= over.getHeight() - MARGIN;
        double y = fits ? below.getY() + GAP : Math.max(MARGIN, above.getY() - GAP - height);
        double x = Math.clamp(below.getX(), MARGIN, Math.max(MARGIN, over.getWidth() - width - MARGIN));
        content.resizeRelocate(Math.round(x), Math.round(y), width, height);
    }

    /// Whether so many pixels fit to the right of a place.
    boolean hasRoom(Node owner, Bounds place, double width) {
        Pane over = hostOf(owner);
        return over == null
                || over.screenToLocal(place.getMinX(), place.getMinY()).getX() + width <= over.getWidth() - MARGIN;
    }

    void hide() {
        Pane over = host;
        if (over != null) {
            host = null;
            over.getChildren().remove(content);
        }
    }

    /// The window's content: the outermost pane that is laid out by itself.
    private static @Nullable Pane hostOf(Node owner) {
        Pane found = null;
        for (Parent at = owner.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Pane pane && pane.getStyleClass().contains("main-window")) {
                return pane;
            }
            if (at instanceof Pane pane) {
                found = pane;
            }
        }
        return found;
    }
}
