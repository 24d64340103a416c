package dev.dynamicworkers.playground.app.panel.profile;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A time, its part of the whole, and a bar as long as that part. FX thread.
final class ShareBox extends Region {
    private static final double TIME = 62;
    private static final double PERCENT = 50;
    private static final double GAP = 8;
    private static final double BAR = 8;
    private static final double LEAST = 2;

    private final Label time = new Label();
    private final Label percent = new Label();
    private final Region bar = new Region();
    private double share;

    /// @param style of the bar
    ShareBox(String style) {
        getStyleClass().add("share-box");
        time.getStyleClass().add("share-time");
        percent.getStyleClass().addAll("muted", "share-time");
        bar.getStyleClass().addAll("share-bar", style);
        getChildren().addAll(time, percent, bar);
    }

    void show(String text, double part) {
        share = part;
        time.setText(text);
        percent.setText(ProfileRow.percent(part));
        requestLayout();
    }

    /// What screen readers say.
    String text() {
        return time.getText() + ", " + percent.getText();
    }

    @Override
    protected double computePrefHeight(double width) {
        return time.prefHeight(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return TIME + PERCENT + 3 * GAP + 40;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double room = width - TIME - PERCENT - GAP;
        time.resizeRelocate(0, 0, Math.min(TIME, width), height);
        percent.setVisible(width >= TIME + PERCENT);
        percent.resizeRelocate(TIME, 0, PERCENT, height);
        bar.setVisible(room > LEAST && share > 0);
        bar.resizeRelocate(
                snapPositionX(TIME + PERCENT + GAP),
                snapPositionY((height - BAR) / 2),
                snapSizeX(Math.max(LEAST, room * share)),
                BAR);
    }
}
