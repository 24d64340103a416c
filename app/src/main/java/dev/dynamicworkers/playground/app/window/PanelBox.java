package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/// A panel without a tab, with a grip at its left edge that moves it. FX thread.
final class PanelBox extends StackPane {
    private final Panel panel;
    private final PanelPart part;
    private final Button grip;

    /// @param menu shows where the panel can go, beside a node
    PanelBox(PanelPart part, BiConsumer<Panel, Node> menu) {
        this.part = part;
        panel = part.panel();
        setId("box-" + panel.key());
        getStyleClass().add("panel-box");
        grip = Panes.iconButton(
                "grip-" + panel.key(), Icons.GRIP.node(12), "Move the panel: " + panel.title(), () -> {});
        grip.getStyleClass().add("panel-grip");
        grip.setOnAction(event -> menu.accept(panel, grip));
        // It lies in the margin that the first row of these panels has, and so takes no width from them.
        StackPane.setAlignment(grip, Pos.TOP_LEFT);
        StackPane.setMargin(grip, new Insets(6, 0, 0, 0));
        getChildren().add(grip);
    }

    /// What one takes hold of to move it.
    Node grip() {
        return grip;
    }

    Panel panel() {
        return panel;
    }

    /// Takes the panel's view in.
    void fill() {
        Node view = part.view();
        if (!getChildren().contains(view)) {
            getChildren().addFirst(view);
        }
        part.watched(/* seen= */ true);
    }

    /// Lets the panel's view go.
    void release() {
        part.watched(/* seen= */ false);
        getChildren().setAll(grip);
    }
}
