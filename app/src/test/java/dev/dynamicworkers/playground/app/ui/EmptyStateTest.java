package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fx.EmptyState;
import dev.dynamicworkers.playground.app.fx.Panes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// What a low panel shows of its placeholder.
final class EmptyStateTest extends HeadlessWindowTest {
    @Override
    public void start(Stage stage) {}

    private static List<String> shown(EmptyState state) {
        return state.getChildrenUnmodifiable().stream()
                .filter(Node::isVisible)
                .map(node -> node instanceof Label label ? label.getText() : "icon")
                .toList();
    }

    private void resize(EmptyState state, double height) {
        interact(() -> {
            state.resize(300, height);
            state.requestLayout();
            state.layout();
        });
    }

    @Test
    void theIconGivesWayFirstAndThenWhatToDo() {
        EmptyState state = Panes.emptyState(new Rectangle(30, 30), "Nothing is here", "Make something of it");
        interact(() -> {
            new Scene(state, 300, 200);
            state.applyCss();
        });
        resize(state, 200);
        assertThat(shown(state)).containsExactly("icon", "Nothing is here", "Make something of it");
        resize(state, 50);
        assertThat(shown(state)).containsExactly("Nothing is here", "Make something of it");
        assertThat(state.getChildrenUnmodifiable())
                .filteredOn(Node::isVisible)
                .allMatch(node -> node.getBoundsInParent().getMinY() >= 0
                        && node.getBoundsInParent().getMaxY() <= 50);
        resize(state, 24);
        assertThat(shown(state)).containsExactly("Nothing is here");
        resize(state, 200);
        assertThat(shown(state)).hasSize(3);
        interact(() -> state.say("Something goes on", "Wait for it"));
        assertThat(shown(state)).containsExactly("icon", "Something goes on", "Wait for it");
    }
}
