package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fx.YieldingRow;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
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

    @Test
    void aChoiceThatGaveWayIsAMenuOfItsValues() {
        ComboBox<String> choice = new ComboBox<>(FXCollections.observableArrayList("all", "one"));
        choice.setAccessibleText("Isolate");
        choice.setPrefWidth(100);
        choice.setValue("all");
        YieldingRow row = new YieldingRow("row", 0);
        interact(() -> {
            row.stay(part("keeps")).giveWay(1, choice);
            new Scene(row, 500, 30);
            row.applyCss();
        });
        resize(row, 150);
        MenuButton more = (MenuButton) row.lookup("#row-more");
        interact(() -> more.getOnShowing().handle(null));
        Menu menu = (Menu) more.getItems().getFirst();
        assertThat(menu.getText()).isEqualTo("Isolate");
        assertThat(menu.getItems())
                .extracting(item -> ((CheckMenuItem) item).isSelected())
                .containsExactly(true, false);
        interact(() -> menu.getItems().get(1).fire());
        assertThat(choice.getValue()).isEqualTo("one");
    }

    @Test
    void wordsBecomeNarrowerAndThenGo() {
        YieldingRow row = new YieldingRow("row", 0);
        interact(() -> {
            row.stay(part("keeps")).shrinkOrDrop(1, part("words"), 40);
            new Scene(row, 500, 30);
            row.applyCss();
        });
        resize(row, 150);
        assertThat(shown()).containsExactly("keeps", "words");
        resize(row, 130);
        assertThat(shown()).containsExactly("keeps");
        assertThat(row.lookup("#row-more").isVisible()).isFalse();
    }
}
