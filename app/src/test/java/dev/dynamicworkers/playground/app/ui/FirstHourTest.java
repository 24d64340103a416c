package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dynamicworkers.playground.app.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// What a person meets in the first hour besides code: the top bar, the tour, files that go away.
final class FirstHourTest extends WindowTest {
    private Button button(String id) {
        return lookup(id).queryButton();
    }

    private void command(String id) {
        interact(() -> wiring().commands().get(id).run());
    }

    @Test
    void theMenuBesideRunHasTheOtherWaysToRun() {
        ready();
        MenuButton more = lookup("#run-more").queryAs(MenuButton.class);
        List<String> ids = more.getItems().stream()
                .map(MenuItem::getId)
                .filter(Objects::nonNull)
                .toList();
        assertThat(ids)
                .containsExactly(
                        "run-more-run", "run-more-run-fresh", "run-more-run-times", "run-more-cold", "run-more-auto");
        interact(() -> more.getItems().get(1).fire());
        eventually(() -> session().runs().size() == 1);
        CheckMenuItem auto = (CheckMenuItem) more.getItems().getLast();
        interact(() -> {
            auto.setSelected(true);
            auto.getOnAction().handle(null);
        });
        assertThat(wiring().settings().get().isOn(Setting.AUTO_RUN)).isTrue();
    }

    @Test
    void noMenuIsCutWhereThereIsLittleRoom() {
        ready();
        for (int zoom : List.of(140, 160, 200, 250)) {
            interact(() -> wiring().settings().set(Setting.ZOOM, zoom));
            eventually(() -> !lookup("#run-mode").query().isVisible());
            int menus = 1000 / (zoom / 100.0) < 640 ? 1 : 6;
            eventually(
                    () -> lookup("#menu-bar .menu-button > .label").queryAll().size() == menus);
            interact(() -> {
                for (Node title : lookup("#menu-bar .menu-button > .label").queryAll()) {
                    assertThat(((Label) title).getWidth()).isGreaterThanOrEqualTo(title.prefWidth(-1) - 1);
                }
                Node first = lookup("#menu-bar .menu-button").query();
                assertThat(first.localToScene(first.getBoundsInLocal()).getMinX())
                        .as("zoom %d", zoom)
                        .isNotNegative();
                Node stop = lookup("#stop-run-button").query();
                assertThat(stop.localToScene(stop.getBoundsInLocal()).getMaxX())
                        .as("zoom %d", zoom)
                        .isLessThanOrEqualTo(stage().getScene().getWidth());
            });
        }
        interact(() -> wiring().settings().set(Setting.ZOOM, 100));
        eventually(() -> lookup("#run-mode").query().isVisible());
    }

    @Test
    void theFirstLetterThatIsLookedForIsNotLost() {
        ready();
        interact(() -> {
            wiring().commands().get("edit-find").run();
            field("#find-field").replaceSelection("n");
        });
        write("ame");
        assertThat(field("#find-field").getText()).isEqualTo("name");
    }

    @Test
    void aRenameBeginsWithTheNameWithoutItsEnding() {
        ready();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        push(KeyCode.END);
        push(KeyCode.F2);
        eventually(() -> field("#files-name").isFocused());
        assertThat(field("#files-name").getSelectedText())
                .isNotEmpty()
                .isEqualTo(field("#files-name").getText().replaceFirst("\\.[^.]*$", ""));
        push(KeyCode.ESCAPE);
    }

    @Test
    void aSlimWindowDoesNotWidenTheLeftAreaForLater() {
        ready();
        command("toggle-side-bar");
        command("toggle-side-bar");
        command("toggle-tools");
        command("toggle-tools");
        double before = wiring().settings().get().window().layout().shares().left();
        interact(() -> wiring().settings().set(Setting.ZOOM, 200));
        command("toggle-side-bar");
        command("toggle-side-bar");
        interact(() -> wiring().settings().set(Setting.ZOOM, 100));
        command("toggle-side-bar");
        command("toggle-side-bar");
        assertThat(wiring().settings().get().window().layout().shares().left()).isCloseTo(before, within(0.03));
    }

    @Test
    void stopTellsHowLongTheRunHasTaken() {
        ready();
        assertThat(button("#stop-run-button").getText()).isEqualTo("Stop");
        interact(() -> field("#request-url").setText("http://localhost/loop"));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> button("#stop-run-button").getText().matches("Stop [1-9]\\d* ?m?s|Stop \\d+(\\.\\d)? (ms|s)"));
        push(KeyCode.SHIFT, KeyCode.F5);
        eventually(() -> button("#stop-run-button").getText().equals("Stop"));
    }

    @Test
    void theProjectsNameIsTheWayToOthers() {
        ready();
        MenuButton project = lookup("#project-name").queryAs(MenuButton.class);
        assertThat(project.getText()).isEqualTo("hello");
        assertThat(project.getItems().stream().map(MenuItem::getId).toList())
                .containsExactly("project-open-folder", "project-open-sample", "project-new-simple", "project-import");
        assertThat(lookup("#safe-badge").tryQuery()).isEmpty();
    }

    @Test
    void theTourTellsOfFivePartsByTheKeyboardAndGivesTheFocusBack() {
        ready();
        command("tour");
        eventually(() -> button("#tour-next").isFocused());
        assertThat(text("#tour-title")).isEqualTo("The parent is yours");
        assertThat(button("#tour-back").isDisabled()).isTrue();
        Node outline = lookup(".tour-outline").query();
        assertThat(outline.isVisible()).isTrue();
        push(KeyCode.SPACE);
        assertThat(text("#tour-title")).startsWith("The dynamic worker");
        push(KeyCode.SPACE);
        push(KeyCode.SPACE);
        assertThat(lookup("#inspector").tryQuery()).isPresent();
        push(KeyCode.SPACE);
        assertThat(button("#tour-next").getText()).isEqualTo("Done");
        push(KeyCode.SPACE);
        eventually(() -> !lookup("#tour").query().isVisible());
        assertThat(editor("#editor-dynamic-greeter-js").isFocused()).isTrue();
        command("tour");
        push(KeyCode.ESCAPE);
        eventually(() -> !lookup("#tour").query().isVisible());
    }

    @Test
    void aFileThatSomeoneElseTookAwayIsStruckThroughAndRestored() throws IOException {
        ready();
        var file = project().resolve("dynamic/greeter.js");
        String before = Files.readString(file);
        Files.delete(file);
        eventually(() -> lookup("#editors-dynamic #missing-restore")
                .tryQuery()
                .filter(this::isShown)
                .isPresent());
        assertThat(lookup("#editors-dynamic .file-tab").queryAll().stream()
                        .anyMatch(tab -> tab.getPseudoClassStates().contains(PseudoClass.getPseudoClass("missing"))))
                .isTrue();
        Node restore = lookup("#editors-dynamic #missing-restore").query();
        interact(((Button) restore)::fire);
        eventually(() -> Files.exists(file) && !isShown(restore));
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    private boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    @Test
    void whereNoFileIsOpenThereIsAWayToOneAndToSamples() {
        ready();
        for (int i = 0; i < 2; i++) {
            command("close-tab");
        }
        eventually(
                () -> lookup("#editors-empty").tryQuery().filter(this::isShown).isPresent());
        interact(button("#empty-go-to-file")::fire);
        eventually(() -> lookup("#palette").query().isVisible());
        write("greeter");
        push(KeyCode.ENTER);
        editor("#editor-dynamic-greeter-js");
        assertThat(isShown(lookup("#editors-empty").query())).isFalse();
    }

    @Test
    void thePresetOfLimitsThatHoldsIsMarked() {
        ready();
        command("limits-free");
        command("show-limits");
        PseudoClass selected = PseudoClass.getPseudoClass("selected");
        eventually(() -> lookup("#preset-free-plan").tryQuery().isPresent()
                && button("#preset-free-plan").getPseudoClassStates().contains(selected));
        interact(() -> {
            // A field that has the focus keeps what is typed.
            button("#preset-paid-plan").requestFocus();
            button("#preset-paid-plan").fire();
        });
        eventually(() -> button("#preset-paid-plan").getPseudoClassStates().contains(selected)
                && field("#limit-cpuMs").getText().equals("30000"));
        assertThat(button("#preset-free-plan").getPseudoClassStates()).doesNotContain(selected);
    }

    @Test
    void aRowThatGoesAwayDoesNotTakeTheFocusAlong() {
        ready();
        interact(() -> lookup("#request-parts")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .select(1));
        eventually(() -> lookup("#header-remove-1").tryQuery().isPresent());
        interact(() -> {
            button("#header-remove-1").requestFocus();
            button("#header-remove-1").fire();
        });
        eventually(() -> button("#header-remove-0").isFocused());
        interact(() -> button("#header-remove-0").fire());
        eventually(() -> button("#header-add").isFocused());
    }

    @Test
    void anEmptyResponseShowsNothingOfALaterOne() {
        ready();
        Labeled chip = lookup("#response-isolate").query();
        assertThat(isShown(chip)).isFalse();
        send("/hello");
        assertThat(chip.isManaged()).isTrue();
        assertThat(lookup("#response-cpu").queryAs(Label.class).isManaged()).isTrue();
    }

    @Test
    void escapeLeavesAListAsItLeavesEverythingElse() {
        ready();
        command("settings");
        eventually(() -> lookup("#settings-pages").tryQuery().isPresent());
        interact(() -> lookup("#settings-pages").query().requestFocus());
        push(KeyCode.ESCAPE);
        eventually(() -> lookup("#settings-pages").tryQuery().isEmpty());
        command("show-console");
        eventually(() -> lookup("#console-list").tryQuery().isPresent());
        interact(() -> lookup("#console-list").query().requestFocus());
        push(KeyCode.ESCAPE);
        eventually(() -> stage().getScene().getFocusOwner() instanceof CodeArea);
    }
}
