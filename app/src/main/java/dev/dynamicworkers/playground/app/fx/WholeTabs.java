package dev.dynamicworkers.playground.app.fx;

import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// Shows tabs whole or not at all: the control itself cuts the names at both ends of a row that is too long.
///
/// The menu that such a row has lists all tabs. FX thread.
public final class WholeTabs {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double ROUNDING = 0.6;

    private final Pane headers;

    private WholeTabs(Pane headers) {
        this.headers = headers;
    }

    /// Lets no tab of these be cut.
    public static void of(TabPane tabs) {
        // The headers are made by the skin, which the pane has once it is in a window.
        tabs.skinProperty().subscribe(skin -> {
            if (skin != null && tabs.lookup(".headers-region") instanceof Pane found) {
                new WholeTabs(found).follow();
            }
        });
    }

    private void follow() {
        headers.getChildren().forEach(this::follow);
        headers.getChildren().addListener((ListChangeListener<Node>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::follow);
            }
            fit();
        });
        if (headers.getClip() instanceof Rectangle clip) {
            clip.widthProperty().subscribe(this::fit);
        }
        fit();
    }

    private void follow(Node header) {
        // Both change while the headers are laid out; what is done here needs no further layout.
        header.layoutXProperty().subscribe(this::fit);
        header.layoutBoundsProperty().subscribe(this::fit);
        header.getPseudoClassStates().addListener((SetChangeListener<PseudoClass>) change -> fit());
    }

    private void fit() {
        if (!(headers.getClip() instanceof Rectangle clip)) {
            return;
        }
        double start = clip.getX();
        double end = start + clip.getWidth();
        double step = stepToChosen(start, end);
        Node first = null;
        for (Node header : headers.getChildren()) {
            boolean isWhole = from(header) + step >= start - ROUNDING && to(header) + step <= end + ROUNDING;
            boolean isShown = isWhole || isChosen(header);
            header.setOpacity(isShown ? 1 : 0);
            header.setMouseTransparent(!isShown);
            if (isShown && first == null) {
                first = header;
            }
        }
        if (first != null && first != headers.getChildren().getFirst()) {
            // Closes the gap of the tab that would be cut before the first one that is not.
            step += Math.min(0, start - from(first) - step);
        }
        double moved = step;
        headers.getChildren().forEach(header -> header.setTranslateX(moved));
    }

    /// How far all have to move for the chosen one to be seen: the skin looks after that when another is chosen, not
    /// when names become longer.
    private double stepToChosen(double start, double end) {
        for (Node header : headers.getChildren()) {
            if (isChosen(header)) {
                double back = Math.min(0, end - to(header));
                return back + Math.max(0, start - from(header) - back);
            }
        }
        return 0;
    }

    private static boolean isChosen(Node header) {
        return header.getPseudoClassStates().contains(SELECTED);
    }

    private static double from(Node header) {
        return header.getLayoutX();
    }

    private static double to(Node header) {
        return header.getLayoutX() + header.getLayoutBounds().getWidth();
    }
}
