package dev.dynamicworkers.playground.app.panel.response;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where lines of text end, so that a card with more of them than room shows whole ones.
final class CardLines {
    /// Height of a line, in sizes of its font.
    private static final double LINE = 1.2;

    private CardLines() {}

    /// The greatest height in which no line of the box is cut; all of `most` where not even one line fits.
    ///
    /// @param width of the box
    static double below(VBox box, double width, double most) {
        double inside = width - box.snappedLeftInset() - box.snappedRightInset();
        double top = box.snappedTopInset();
        double fits = 0;
        for (Node row : box.getChildren()) {
            double height = row.prefHeight(inside);
            if (top + height > most) {
                Insets edges = row instanceof Region region ? region.getInsets() : Insets.EMPTY;
                double line = line(row, height - edges.getTop() - edges.getBottom());
                double first = top + edges.getTop();
                double lines = Math.floor((most - first) / line);
                fits = lines >= 1 ? first + lines * line : fits;
                break;
            }
            fits = top + height;
            top += height + box.getSpacing();
        }
        return fits > 0 ? fits : most;
    }

    private static double line(Node row, double height) {
        if (row instanceof Parent parent) {
            for (Node part : parent.getChildrenUnmodifiable()) {
                if (part instanceof Label label && label.isWrapText()) {
                    double size = LINE * label.getFont().getSize();
                    return height / Math.max(1, Math.round(height / size));
                }
            }
        }
        return height;
    }
}
