package dev.dynamicworkers.playground.app.fx;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A dot and a word that name a state; the style class of the state colours both.
public final class StatusBadge extends HBox {
    private final Label word = new Label();
    private String tone = "";

    /// A badge without a state.
    public StatusBadge() {
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        getStyleClass().add("status-badge");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(6);
        getChildren().addAll(dot, word);
    }

    /// Shows a state.
    ///
    /// @param tone style class: `ok`, `killed`, `busy`, `muted` or `warning`
    public void show(String text, String newTone) {
        word.setText(text);
        getStyleClass().remove(tone);
        tone = newTone;
        getStyleClass().add(tone);
    }

    /// The word that is shown.
    public String text() {
        return word.getText();
    }
}
