package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.FixedState;
import dev.dynamicworkers.playground.app.settings.Setting;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

/// Words that are 40 % longer, as those of other languages are, in a window at twice its size: nothing is cut without a
/// sign, and no button loses words that its tooltip does not say. Sideways: what is too low scrolls or has a divider.
final class LongWordsTest extends WindowTest {
    private static final double LONGER = 0.4;
    private static final double WIDTH = 2_000;
    private static final double HEIGHT = 1_500;
    private static final double TOLERANCE = 2;
    private static final int LEAST_SHOWN = 4;

    private final Set<String> cut = new TreeSet<>();

    @Test
    void nothingIsCutWithoutASign() {
        ready();
        interact(() -> wiring().settings().set(Setting.ZOOM, 200));
        for (FixedState state : List.of(FixedState.OK, FixedState.KILLED_CPU, FixedState.TRUNCATED)) {
            interact(() -> session().fixed().ended(state));
            interact(() -> look(lookup("#tool-tabs").queryAs(TabPane.class), state.name()));
            interact(() -> look(lookup("#response-parts").queryAs(TabPane.class), state.name()));
        }
        assertThat(cut).isEmpty();
    }

    /// Looks at each tab, laid out in a window larger than the headless screen, without showing it in that size.
    private void look(TabPane tabs, String state) {
        Region root = (Region) stage().getScene().getRoot();
        for (Tab tab : tabs.getTabs()) {
            tabs.getSelectionModel().select(tab);
            arrange(root);
            lengthen(root);
            arrange(root);
            check(root, state + " " + tab.getId());
        }
    }

    private static void arrange(Region root) {
        root.resize(WIDTH, HEIGHT);
        root.applyCss();
        root.layout();
    }

    private static void lengthen(Node node) {
        if (node instanceof IndexedCell || !node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && !labeled.textProperty().isBound()) {
            String text = labeled.getText();
            if (text != null && !text.isBlank() && text.indexOf('~') < 0) {
                labeled.setText(text + "~".repeat((int) Math.ceil(text.length() * LONGER)));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(LongWordsTest::lengthen);
        }
    }

    private void check(Node node, String where) {
        // What is only there for screen readers has no room of its own.
        if (node instanceof IndexedCell || !node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            String fault = fault(labeled);
            if (fault != null) {
                cut.add(name(labeled) + ": " + fault + " (" + where + ")");
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> check(child, where));
        }
    }

    private static String name(Labeled labeled) {
        String own = labeled.getId() == null ? String.join(".", labeled.getStyleClass()) : "#" + labeled.getId();
        return own + " \"" + labeled.getText().replaceAll("~+", "") + "\"";
    }

    private static @Nullable String fault(Labeled labeled) {
        Text shown = (Text) labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && !(child instanceof FontIcon))
                .findFirst()
                .orElse(null);
        boolean pictured = labeled.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY;
        if (shown == null || labeled.getWidth() <= 0 || pictured) {
            return null;
        }
        boolean whole = shown.getText().equals(labeled.getText());
        // The words of a menu button are a label of its own.
        Labeled whose = labeled.getParent() instanceof MenuButton menu ? menu : labeled;
        boolean told = whose.getTooltip() != null || whose.getAccessibleHelp() != null;
        if (!whole && labeled instanceof ButtonBase && !told) {
            return "a button loses words";
        }
        if (!whole
                && !told
                && shown.getText().length()
                        < Math.min(
                                LEAST_SHOWN, labeled.getText().replace("~", "").length())) {
            return "next to nothing is left of it";
        }
        Bounds text = shown.getBoundsInParent();
        if (text.getMaxX() > labeled.getWidth() + TOLERANCE) {
            return "words lie outside of it";
        }
        return outside(labeled);
    }

    /// Whether something around it cuts it. What scrolls may.
    private static @Nullable String outside(Labeled labeled) {
        Bounds inside = labeled.localToScene(labeled.getLayoutBounds());
        for (Parent around = labeled.getParent(); around != null; around = around.getParent()) {
            List<String> classes = around.getStyleClass();
            if (classes.contains("viewport")
                    || classes.contains("tab-header-area")
                    || classes.contains("clipped-container")) {
                return null;
            }
            Bounds box = around.localToScene(around.getLayoutBounds());
            if (inside.getMaxX() > box.getMaxX() + TOLERANCE) {
                return "it reaches out of " + (around.getId() == null ? classes : "#" + around.getId());
            }
        }
        return null;
    }
}
