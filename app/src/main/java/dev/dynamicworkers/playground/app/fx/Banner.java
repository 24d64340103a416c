package dev.dynamicworkers.playground.app.fx;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A line with a sentence and what can be done about it: beside the sentence where there is room for both, else below,
/// in as many lines as whole buttons need. FX thread.
public final class Banner extends HBox {
    /// Width that a sentence has beside its actions at least, in sizes of its font: about five words.
    private static final double LEAST = 18;

    private final Label sentence;
    private final FlowPane actions;
    private final VBox words;

    /// @param icon before the sentence
    /// @param sentence wraps, and is as high as it needs
    public Banner(Node icon, Label sentence, Node... actions) {
        this.sentence = sentence;
        this.actions = new OneLine(actions);
        words = new VBox(sentence);
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        words.setMinWidth(0);
        words.getStyleClass().add("banner-words");
        words.setAlignment(Pos.CENTER_LEFT);
        this.actions.getStyleClass().add("banner-actions");
        this.actions.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(icon, words);
        if (actions.length > 0) {
            getChildren().add(this.actions);
            widthProperty().subscribe(this::place);
            // The buttons have their new font by then, too.
            sentence.fontProperty().subscribe(() -> FxThread.onNextFrame(this::place));
        }
    }

    private void place() {
        boolean isNarrow = getWidth() > 0
                && getWidth() - actions.prefWidth(-1)
                        < LEAST * sentence.getFont().getSize();
        boolean isBelow = actions.getParent() == words;
        if (isNarrow && !isBelow) {
            getChildren().remove(actions);
            words.getChildren().add(actions);
        } else if (!isNarrow && isBelow) {
            words.getChildren().remove(actions);
            getChildren().add(actions);
        }
    }

    /// Wants to be one line, and is as many as its width asks for.
    private static final class OneLine extends FlowPane {
        OneLine(Node... nodes) {
            super(nodes);
            setPrefWrapLength(0);
        }

        @Override
        protected double computePrefWidth(double height) {
            double sum = snappedLeftInset() + snappedRightInset() - snapSpaceX(getHgap());
            for (Node node : getManagedChildren()) {
                sum += snapSizeX(node.prefWidth(-1)) + snapSpaceX(getHgap());
            }
            return Math.max(0, sum);
        }
    }
}
