package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.FixedState;
import dev.dynamicworkers.playground.app.session.profile.Profiling.State;
import dev.dynamicworkers.playground.app.settings.layout.PanelTable;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// From a request to the line that took its time, and back to the code.
final class ProfilePathsTest extends WindowTest {
    @Test
    void aRequestIsProfiledAndItsHotCodeIsOpened() {
        ready();
        interact(() -> wiring().commands().get("show-profile").run());
        assertThat(lookup("#profile-button").queryButton().isDisabled()).isFalse();
        assertThat(lookup("#profile-export").queryButton().isDisabled()).isTrue();
        interact(() -> lookup("#profile-button").queryButton().fire());
        eventually(() -> session().profiling().stateProperty().get() instanceof State.Found);

        TableView<?> functions = lookup("#profile-functions").queryTableView();
        assertThat(functions.getItems()).hasSize(7);
        assertThat(text("#profile-facts")).contains("9 samples", "one each 1 ms", "12 missed");
        assertThat(lookup("#profile-export").queryButton().isDisabled()).isFalse();
        interact(() -> {
            functions.requestFocus();
            functions.getSelectionModel().select(3);
        });
        push(KeyCode.ENTER);
        eventually(() -> session().revealProperty().get() != null
                && session().revealProperty().get().text().equals("src/index.js:13"));

        interact(() -> lookup("#profile-mode-lines").queryAs(ToggleButton.class).fire());
        assertThat(lookup("#profile-lines").queryTableView().getItems()).isNotEmpty();
        interact(() -> lookup("#profile-mode-calls").queryAs(ToggleButton.class).fire());
        TreeTableView<?> calls = lookup("#profile-calls").queryAs(TreeTableView.class);
        assertThat(calls.getRoot().getChildren()).hasSize(3);
        assertThat(calls.getExpandedItemCount()).as("opened along the hot way").isEqualTo(6);
        ComboBox<?> isolates = lookup("#profile-isolate").queryComboBox();
        interact(() -> isolates.getSelectionModel().select(2));
        assertThat(calls.getRoot().getChildren()).hasSize(1);

        interact(() -> lookup("#profile-mode-flame").queryAs(ToggleButton.class).fire());
        interact(() -> lookup("#profile-flame").query().requestFocus());
        assertThat(lookup(".flame-bar").queryAll()).hasSize(4);
        push(KeyCode.DOWN);
        push(KeyCode.DOWN);
        assertThat(text("#profile-flame-detail")).startsWith("greeter  (anonymous)  total 1.2 s, 95 %");
        push(KeyCode.SPACE);
        assertThat(lookup(".flame-bar").queryAllAs(Label.class))
                .filteredOn(bar -> bar.getWidth()
                        > lookup("#profile-flame").queryAs(Region.class).getWidth() - 4)
                .as("it and its caller take all the room")
                .hasSize(2);
        push(KeyCode.UP);
        push(KeyCode.ENTER);
        eventually(() -> session().revealProperty().get().text().equals("dynamic/greeter.js:2"));
    }

    @Test
    void theCardOfAKilledRunProfilesItsRequest() {
        ready();
        interact(() -> session().fixed().ended(FixedState.KILLED_CPU));
        eventually(() -> lookup("#card-profile").tryQuery().isPresent());
        interact(() -> lookup("#card-profile").queryButton().fire());
        eventually(() -> session().profiling().stateProperty().get() instanceof State.Found);
        assertThat(lookup("#profile-functions").tryQuery()).isPresent();
    }

    @Test
    void theColumnsOfFunctionsLinesAndCallsAreChosenOnce() {
        ready();
        interact(() -> wiring().commands().get("show-profile").run());
        Button chooser = lookup("#profile-columns").queryButton();
        assertThat(chooser.isDisabled()).isTrue();
        interact(() -> lookup("#profile-button").queryButton().fire());
        eventually(() -> session().profiling().stateProperty().get() instanceof State.Found);
        TableView<?> functions = lookup("#profile-functions").queryTableView();
        assertThat(functions.getColumns())
                .extracting(column -> column.getText())
                .isEqualTo(PanelTable.PROFILE.columns());
        interact(() -> wiring().commands().get("column-profile-self").run());
        assertThat(visible(functions.getColumns()))
                .contains("Function", "Total")
                .doesNotContain("Self");
        interact(() -> lookup("#profile-mode-lines").queryAs(ToggleButton.class).fire());
        assertThat(visible(lookup("#profile-lines").queryTableView().getColumns()))
                .doesNotContain("Self");
        interact(() -> lookup("#profile-mode-calls").queryAs(ToggleButton.class).fire());
        TreeTableView<?> calls = lookup("#profile-calls").queryAs(TreeTableView.class);
        assertThat(visible(calls.getColumns())).contains("Total").doesNotContain("Self");
        assertThat(chooser.isDisabled()).isFalse();
        interact(() -> wiring().commands().get("columns-reset-profile").run());
        assertThat(visible(calls.getColumns())).contains("Self");
        interact(() -> lookup("#profile-mode-flame").queryAs(ToggleButton.class).fire());
        assertThat(chooser.isDisabled()).as("bars have no columns").isTrue();
    }

    private static List<String> visible(List<? extends TableColumnBase<?, ?>> columns) {
        return columns.stream()
                .filter(TableColumnBase::isVisible)
                .map(column -> column.getText())
                .toList();
    }
}
