package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.fx.Banner;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Lines above an editor that say what is special about its file. FX thread.
final class Banners {
    private Banners() {}

    /// A line with a sentence, hidden while there is none.
    static HBox of(String text, Node... buttons) {
        HBox banner = of(new Label(text), buttons);
        Panes.show(banner, !text.isEmpty());
        return banner;
    }

    /// A line with a sentence that changes.
    static HBox of(Label label, Node... buttons) {
        return new Banner(Icons.INFO.node(14), label, buttons);
    }

    static Button button(String id, String text, String name, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setAccessibleText(name);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("small");
        button.setOnAction(event -> action.run());
        return button;
    }
}
