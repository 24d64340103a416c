package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A panel without a tab, with a grip at its left edge that moves it. FX thread.
final class PanelBox extends HBox {
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
        VBox column = new VBox(grip);
        column.getStyleClass().add("grip-column");
        column.setMinWidth(USE_PREF_SIZE);
        getChildren().add(column);
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
            HBox.setHgrow(view, Priority.ALWAYS);
            getChildren().add(view);
        }
        part.watched(/* seen= */ true);
    }

    /// Lets the panel's view go.
    void release() {
        part.watched(/* seen= */ false);
        getChildren().remove(1, getChildren().size());
    }
}
