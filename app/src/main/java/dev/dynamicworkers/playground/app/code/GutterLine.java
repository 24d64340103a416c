package dev.dynamicworkers.playground.app.code;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The strip beside one line of code. It is made anew for each line that comes on screen or changes, so it has no node
/// that is not seen. FX thread.
final class GutterLine extends Region {
    private static final double EDGE = 6;
    private static final double GAP = 3;
    private static final double ICON = 14;
    private static final double BAR = 3;

    /// How much smaller the number is than the code.
    private static final double NUMBER_SIZE = 0.92;

    private static final double LINE_PADDING = 3;

    private final Text number;
    private final int digits;
    private final @Nullable Node glyph;
    private final @Nullable Node arrow;
    private final @Nullable Region bar;

    /// @param line counts from 1
    /// @param digits how many a number may have
    /// @param glyph of a problem
    /// @param arrow that folds
    /// @param isChanged whether the line changed since the last run
    @SuppressWarnings("BooleanParameter") // a line of the table that Gutter holds
    GutterLine(int line, int digits, @Nullable Node glyph, @Nullable Node arrow, boolean isChanged) {
        this.digits = digits;
        this.glyph = glyph;
        this.arrow = arrow;
        getStyleClass().add("gutter");
        number = new Text(String.valueOf(line));
        number.getStyleClass().add("lineno");
        number.setTextOrigin(VPos.TOP);
        getChildren().add(number);
        if (glyph != null) {
            getChildren().add(glyph);
        }
        if (arrow != null) {
            getChildren().add(arrow);
        }
        bar = isChanged ? new Region() : null;
        if (bar != null) {
            bar.getStyleClass().add("changed-bar");
            getChildren().add(bar);
        }
    }

    private double numberRoom() {
        return number.getLayoutBounds().getWidth() / number.getText().length() * digits;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(EDGE + ICON + GAP + numberRoom() + GAP + ICON + GAP + BAR + EDGE);
    }

    @Override
    protected double computePrefHeight(double width) {
        return number.getLayoutBounds().getHeight();
    }

    @Override
    protected void layoutChildren() {
        double numberHeight = number.getLayoutBounds().getHeight();
        // Beside the first row of a line that is wrapped.
        double height = Math.min(getHeight(), numberHeight / NUMBER_SIZE + LINE_PADDING);
        double right = getWidth() - EDGE;
        if (bar != null) {
            bar.resizeRelocate(right - BAR, 0, BAR, getHeight());
        }
        right -= BAR + GAP;
        if (arrow != null) {
            arrow.resizeRelocate(right - ICON, 0, ICON, height);
        }
        right -= ICON + GAP;
        number.relocate(
                right - number.getLayoutBounds().getWidth(), snapPositionY(Math.max(0, (height - numberHeight) / 2)));
        if (glyph != null) {
            glyph.resizeRelocate(EDGE, 0, ICON, height);
        }
    }
}
