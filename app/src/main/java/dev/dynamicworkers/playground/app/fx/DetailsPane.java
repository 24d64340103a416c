package dev.dynamicworkers.playground.app.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a table's panel says of the row that is selected: a name, facts, and what can be done. FX thread.
public final class DetailsPane extends ScrollPane {
    private final VBox box = new VBox();
    private final String nothing;
    private List<Button> possible = List.of();

    /// @param nothing what is said while no row is selected
    public DetailsPane(String id, String nothing) {
        this.nothing = nothing;
        box.setId(id);
        box.getStyleClass().add("details");
        setContent(box);
        setFitToWidth(true);
        setFocusTraversable(false);
        getStyleClass().add("details-scroll");
        clear();
    }

    /// Says that no row is selected.
    public void clear() {
        possible = List.of();
        box.getChildren().setAll(line(nothing, "muted"));
    }

    /// @param lines a fact each; the first names the row
    public void show(List<String> lines, Button... actions) {
        box.getChildren().clear();
        for (int i = 0; i < lines.size(); i++) {
            box.getChildren().add(i == 0 ? line(lines.get(i), "mono", "strong") : line(lines.get(i)));
        }
        possible = List.of(actions);
        box.getChildren().add(actions(actions));
    }

    /// What can be done with the row, for its context menu.
    public List<Button> actions() {
        return possible;
    }

    /// Buttons in lines, none of them wider than the details.
    public static FlowPane actions(ButtonBase... actions) {
        FlowPane buttons = new FlowPane(actions);
        buttons.getStyleClass().add("details-actions");
        // The widest of them would say how narrow the details can be.
        buttons.setMinWidth(0);
        for (ButtonBase action : actions) {
            action.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            action.maxWidthProperty().bind(buttons.widthProperty());
        }
        return buttons;
    }

    /// Adds what is more than a sentence, below what is shown.
    public void add(Node part) {
        box.getChildren().add(part);
    }

    /// A sentence that is broken where there is no room.
    public static Label line(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A small button of the details.
    public static Button button(String id, String title, Runnable action) {
        Button button = new Button(title);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setOnAction(event -> action.run());
        return button;
    }
}
