package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.settings.Setting;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Ways from what went wrong to what can be read and set about it.
final class GuideWindowTest extends WindowTest {
    @Test
    void anExplainedErrorLeadsToItsPageOfTheGuide() {
        ready();
        send("/grant");
        eventually(() -> lookup("#card-read-guide").tryQuery().isPresent());
        assertThat(lookup("#card-read-platform").tryQuery()).isPresent();
        interact(() -> lookup("#card-read-guide").queryButton().fire());
        ListView<?> pages = lookup("#guide-pages").queryListView();
        assertThat(pages.getSelectionModel().getSelectedItem()).hasToString("Grants and overlay");
        ScrollPane text = lookup("#guide-scroll").query();
        eventually(() -> text.getVvalue() > 0);
        interact(() -> pages.getSelectionModel().selectLast());
        eventually(() -> lookup(".level-1").queryLabeled().getText().equals("Settings"));
        push(KeyCode.ESCAPE);
        assertThat(lookup("#guide-pages").tryQuery()).isEmpty();
    }

    @Test
    void aCapOfLinesLeadsToItsLimit() {
        ready();
        send("/capped");
        interact(() -> wiring().commands().get("show-console").run());
        eventually(() -> text("#console-cap").equals("10,000 line cap reached, 2,310 dropped."));
        interact(() -> lookup("#console-raise").queryButton().fire());
        eventually(() -> lookup("#limit-logLines").tryQuery().isPresent()
                && lookup("#limit-logLines").query().isFocused());
    }

    @Test
    void theNamesOfTheButtonsAtTheLeftAreShownWhereThatIsWanted() {
        ready();
        Labeled files = lookup("#activity-files").query();
        assertThat(files.getText()).isNull();
        interact(() -> wiring().settings().set(Setting.ACTIVITY_WORDS, true));
        assertThat(files.getText()).isEqualTo("Files");
    }
}
