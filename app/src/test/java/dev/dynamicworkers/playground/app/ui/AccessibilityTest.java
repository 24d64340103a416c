package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// What a screen reader meets on its way through the window.
final class AccessibilityTest extends WindowTest {
    @Test
    void everythingThatTakesTheFocusHasANameAndAnId() {
        ready();
        send("/error");
        TabPane tools = lookup("#tool-tabs").queryAs(TabPane.class);
        for (int i = 0; i < tools.getTabs().size(); i++) {
            int index = i;
            interact(() -> tools.getSelectionModel().select(index));
            interact(() -> {
                List<String> unnamed = new ArrayList<>();
                walk(stage().getScene().getRoot(), node -> {
                    if (node.isFocusTraversable() && node.isVisible() && !isNamed(node)) {
                        unnamed.add(node.toString());
                    }
                });
                assertThat(unnamed).isEmpty();
            });
        }
    }

    @Test
    void idsAreUnique() {
        ready();
        send("/hello");
        interact(() -> {
            Set<String> seen = new HashSet<>();
            List<String> twice = new ArrayList<>();
            walk(stage().getScene().getRoot(), node -> {
                boolean ours = node instanceof Control || node instanceof Region;
                boolean perEditor = node.getId() != null && node.getId().startsWith("find-");
                if (ours
                        && node.getId() != null
                        && node.isFocusTraversable()
                        && !perEditor
                        && !seen.add(node.getId())) {
                    twice.add(node.getId());
                }
            });
            assertThat(twice).isEmpty();
        });
    }

    private static boolean isNamed(Node node) {
        String name = node.getAccessibleText();
        boolean named = name != null && !name.isBlank();
        boolean worded = node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        boolean part = node instanceof ScrollBar || node instanceof MenuBar || isMenuButton(node);
        return part || worded || (named && node.getId() != null);
    }

    private static boolean isMenuButton(Node node) {
        return node.getStyleClass().contains("menu-button")
                && node.getParent() != null
                && node.getParent().getStyleClass().contains("container");
    }

    private interface Visitor {
        void visit(Node node);
    }

    private static void walk(Node node, Visitor visitor) {
        visitor.visit(node);
        if (node instanceof Parent parent && node.isVisible()) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visitor));
        }
    }
}
