package dev.dynamicworkers.playground.app.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/// What a panel shows while it has nothing else: an icon, a sentence, what to do, and perhaps a button that does it.
///
/// Where the panel is too low for all of it the icon gives way first, then what to do; nothing is cut in half. FX
/// thread.
public final class EmptyState extends Region {
    private static final double GAP = 4;

    private final Node icon;
    private final Label title = new Label();
    private final Label hint = new Label();
    private final List<Button> buttons = new ArrayList<>();

    /// @param icon of what belongs here
    EmptyState(Node icon, String title, String hint) {
        this.icon = icon;
        this.title.getStyleClass().add("empty-title");
        this.hint.getStyleClass().add("empty-hint");
        for (Label label : List.of(this.title, this.hint)) {
            label.setWrapText(true);
            label.setTextAlignment(TextAlignment.CENTER);
        }
        getStyleClass().add("empty-state");
        getChildren().addAll(icon, this.title, this.hint);
        say(title, hint);
    }

    /// Adds a button that does what is to be done; it never gives way. A further one stands below it.
    public EmptyState with(Button action) {
        buttons.add(action);
        action.getStyleClass().add("small");
        getChildren().add(action);
        return this;
    }

    private List<Node> parts() {
        List<Node> parts = new ArrayList<>(List.of(icon, title, hint));
        parts.addAll(buttons);
        return parts;
    }

    /// Says something else.
    ///
    /// @param sentence what there is not, or what goes on
    /// @param what what to do
    public void say(String sentence, String what) {
        title.setText(sentence);
        hint.setText(what);
    }

    private double inner(double width) {
        Insets insets = getInsets();
        return Math.max(0, width - insets.getLeft() - insets.getRight());
    }

    private static double high(Node node, double width) {
        return node.prefHeight(node instanceof Label ? width : -1);
    }

    private static double high(List<Node> nodes, double width) {
        double sum = GAP * Math.max(0, nodes.size() - 1);
        for (Node node : nodes) {
            sum += high(node, width);
        }
        return sum;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        double widest = icon.prefWidth(-1);
        for (Node part : parts()) {
            widest = Math.max(widest, part.prefWidth(-1));
        }
        return widest + getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? Double.MAX_VALUE : inner(width);
        return high(parts(), room) + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected void layoutChildren() {
        double width = inner(getWidth());
        List<Node> shown = new ArrayList<>(parts());
        // The room around the words is the first that gives way.
        for (Node least : List.of(icon, hint)) {
            if (high(shown, width) > getHeight()) {
                shown.remove(least);
            }
        }
        double y = Math.max(0, (getHeight() - high(shown, width)) / 2);
        for (Node node : getChildren()) {
            node.setVisible(shown.contains(node));
            if (node.isVisible()) {
                double wide = Math.min(width, node.prefWidth(-1));
                double tall = high(node, width);
                node.resizeRelocate(
                        snapPositionX(getInsets().getLeft() + (width - wide) / 2),
                        snapPositionY(y),
                        snapSizeX(wide),
                        tall);
                y += tall + GAP;
            }
        }
    }
}
