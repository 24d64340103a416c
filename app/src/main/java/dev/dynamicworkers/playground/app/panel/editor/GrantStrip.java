package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.YieldingRow;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.core.project.Grant;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// One line under a dynamic worker's code: what it has. Each part leads to its row of the inspector. FX thread.
final class GrantStrip extends YieldingRow implements AutoCloseable {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final GrantStripModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    GrantStrip(GrantStripModel model) {
        super("grant-strip", 4);
        this.model = model;
        getStyleClass().add("grant-strip");
        subscriptions.observe(model.stripProperty(), this::show);
    }

    private void show(GrantStripModel.Strip strip) {
        clear();
        Label word = new Label(words(strip));
        word.getStyleClass().add("muted");
        giveWay(1, word);
        int rank = 3 + strip.grants().size();
        for (GrantStripModel.Chip chip : strip.grants()) {
            Button button = part("grant-chip-" + chip.name(), chip.text(), () -> model.showGrant(chip));
            button.getStyleClass().add(chip.mode() == Grant.Mode.OFF ? "killed" : "mono");
            giveWay(rank--, button);
        }
        stay(part("grant-strip-network", strip.network(), () -> model.show(Wish.Page.NETWORK)));
        if (!strip.cpu().isEmpty()) {
            giveWay(2, part("grant-strip-cpu", strip.cpu(), () -> model.show(Wish.Page.LIMITS)));
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
