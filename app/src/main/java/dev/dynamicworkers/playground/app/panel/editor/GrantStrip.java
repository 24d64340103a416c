package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.core.project.Grant;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// One line under a dynamic worker's code: what it has. Each part leads to its row of the inspector. FX thread.
final class GrantStrip extends HBox implements AutoCloseable {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final GrantStripModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    GrantStrip(GrantStripModel model) {
        this.model = model;
        setId("grant-strip");
        getStyleClass().add("grant-strip");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        subscriptions.observe(model.stripProperty(), this::show);
    }

    private void show(GrantStripModel.Strip strip) {
        getChildren().clear();
        Label word = new Label(words(strip));
        word.getStyleClass().add("muted");
        getChildren().add(word);
        for (GrantStripModel.Chip chip : strip.grants()) {
            Button button = part("grant-chip-" + chip.name(), chip.text(), () -> model.showGrant(chip));
            button.getStyleClass().add(chip.mode() == Grant.Mode.OFF ? "killed" : "mono");
            getChildren().add(button);
        }
        getChildren().add(part("grant-strip-network", strip.network(), () -> model.show(Wish.Page.NETWORK)));
        if (!strip.cpu().isEmpty()) {
            getChildren().add(part("grant-strip-cpu", strip.cpu(), () -> model.show(Wish.Page.LIMITS)));
        }
        pseudoClassStateChanged(OPEN, strip.open());
    }

    private static String words(GrantStripModel.Strip strip) {
        String asks = strip.grants().isEmpty() ? "asks nothing of env" : "asks env for";
        return strip.worker().equals("*")
                ? Character.toUpperCase(asks.charAt(0)) + asks.substring(1)
                : strip.worker() + " " + asks;
    }

    private static Button part(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll("flat", "small", "grant-chip");
        button.setMnemonicParsing(false);
        button.setAccessibleText(text + ", show in the inspector");
        button.setOnAction(event -> action.run());
        return button;
    }

    @Override
    public void close() {
        subscriptions.close();
        model.close();
    }
}
