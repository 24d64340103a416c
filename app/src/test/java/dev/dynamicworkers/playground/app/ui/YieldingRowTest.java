package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fx.YieldingRow;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

final class YieldingRowTest extends HeadlessWindowTest {
    private final List<Button> parts = new ArrayList<>();
    private final List<String> pressed = new ArrayList<>();

    @Override
    public void start(Stage stage) {}

    private Button part(String name) {
        Button button = new Button();
        button.setAccessibleText(name);
        button.setMinWidth(100);
        button.setMaxWidth(100);
        button.setPrefWidth(100);
        button.setOnAction(event -> pressed.add(name));
        parts.add(button);
        return button;
    }

    private List<String> shown() {
        return parts.stream()
                .filter(part -> part.getParent().isVisible())
                .map(Button::getAccessibleText)
                .toList();
    }

    private void resize(YieldingRow row, double width) {
        interact(() -> {
            row.resize(width, 30);
            row.requestLayout();
            row.layout();
        });
    }

    @Test
    void theLeastImportantPartsGiveWayToAMenuThatRunsThem() {
        YieldingRow row = new YieldingRow("row", 0);
        interact(() -> {
            row.stay(part("keeps")).giveWay(1, part("least")).giveWay(3, part("most"));
            row.atEnd().giveWay(2, part("end"));
            new Scene(row, 500, 30);
            row.applyCss();
        });
        MenuButton more = (MenuButton) row.lookup("#row-more");

        resize(row, 400);
        assertThat(shown()).containsExactly("keeps", "least", "most", "end");
        assertThat(more.isVisible()).isFalse();

        resize(row, 380);
        assertThat(shown()).containsExactly("keeps", "most", "end");
        assertThat(more.isVisible()).isTrue();

        resize(row, 150);
        assertThat(shown()).containsExactly("keeps");
        interact(() -> {
            more.getOnShowing().handle(null);
            more.getItems().getFirst().fire();
        });
        assertThat(more.getItems()).extracting(MenuItem::getText).containsExactly("least", "most", "end");
        assertThat(pressed).containsExactly("least");

        interact(() -> parts.get(1).setManaged(false));
        resize(row, 300);
        assertThat(shown()).contains("keeps", "most", "end");
        assertThat(more.isVisible()).isFalse();
    }
}
