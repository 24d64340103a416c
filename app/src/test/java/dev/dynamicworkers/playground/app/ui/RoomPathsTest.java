package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.FixedState;
import dev.dynamicworkers.playground.app.settings.Setting;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// What has little room says what it has to, and does not lie over what else there is to say.
final class RoomPathsTest extends WindowTest {
    private static final int MOST_LINES = 3;
    private static final double LINE = 1.25;

    private void zoom(int percent) {
        interact(() -> wiring().settings().set(Setting.ZOOM, percent));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Bounds seen(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static String words(Node label) {
        return ((Text) label.lookup(".text")).getText();
    }

    @Test
    void theThirdLineOfACardsTitleIsSeen() {
        ready();
        zoom(200);
        int ofThree = 0;
        for (FixedState state : FixedState.values()) {
            interact(() -> session().fixed().ended(state));
            WaitForAsyncUtils.waitForFxEvents();
            Label title = lookup("#error-title").tryQueryAs(Label.class).orElse(null);
            if (title != null && title.isVisible() && lines(title) <= MOST_LINES) {
                ScrollPane said = lookup("#error-card-scroll").queryAs(ScrollPane.class);
                assertThat(said.getHeight()).as(state.name()).isGreaterThanOrEqualTo(title.getHeight());
                ofThree += lines(title) == MOST_LINES ? 1 : 0;
            }
        }
        assertThat(ofThree).as("titles of three lines").isPositive();
    }

    @Test
    void noLineOfACardIsCutBeforeItIsScrolledAndTheTabsUnderItAreWhole() {
        ready();
        zoom(200);
        int below = 0;
        for (FixedState state : FixedState.values()) {
            interact(() -> session().fixed().ended(state));
            WaitForAsyncUtils.waitForFxEvents();
            Node card = lookup("#error-card").tryQuery().orElse(null);
            if (card == null || !card.isVisible()) {
                continue;
            }
            ScrollPane said = lookup("#error-card-scroll").queryAs(ScrollPane.class);
            Bounds view = seen(said.lookup(".viewport"));
            for (Node node : said.getContent().lookupAll(".label")) {
                Bounds at = seen(node);
                double line = at.getHeight() / Math.max(1, lines((Label) node));
                double cut = (view.getMaxY() - at.getMinY()) / line;
                below += cut < 0 ? 1 : 0;
                boolean isWhole = cut <= 0.1 || at.getMaxY() - view.getMaxY() < 0.15 * line || isNearWhole(cut);
                assertThat(isWhole)
                        .as("%s: line %s of %s", state, cut, ((Label) node).getText())
                        .isTrue();
            }
            Node parts = lookup("#response-parts").query();
            Node tabs = parts.lookup(".tab-header-area");
            assertThat(!parts.isVisible()
                            || seen(tabs).getMaxY()
                                    <= seen(lookup("#response-filled").query()).getMaxY() + 1)
                    .as("%s: tabs are whole or not there", state)
                    .isTrue();
        }
        assertThat(below).as("lines below what is seen").isPositive();
    }

    private static boolean isNearWhole(double lines) {
        return Math.abs(lines - Math.rint(lines)) < 0.15;
    }

    private static long lines(Label label) {
        return Math.round(label.getHeight() / (label.getFont().getSize() * LINE));
    }

    @Test
    void aNoticeDoesNotLieOverAQuestion() {
        ready();
        zoom(200);
        interact(() -> session().fixed().question());
        interact(() -> session().notices().tell("Something happened.", "Undo", () -> {}));
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> {
            Bounds toast = seen(lookup("#toast").query());
            Bounds question = seen(lookup("#question-bar").query());
            assertThat(question.getHeight()).isGreaterThan(40);
            assertThat(toast.getMaxY()).isLessThanOrEqualTo(question.getMinY());
        });
    }

    @Test
    void theHeadOfTheResponseSaysNothingOfARunThatIsGone() {
        ready();
        interact(() -> session().fixed().ended(FixedState.OK));
        assertThat(lookup("#response-run").query().isVisible()).isTrue();
        interact(() -> session().fixed().empty());
        for (String fact : List.of("#response-status", "#response-time", "#response-cpu", "#response-run")) {
            assertThat(lookup(fact).query().isVisible()).as(fact).isFalse();
        }
    }

    @Test
    void theLongestKindOfEventIsReadWhole() {
        ready();
        @SuppressWarnings("unchecked")
        ComboBox<Object> kinds = lookup("#request-kind").queryAs(ComboBox.class);
        for (Object kind : kinds.getItems()) {
            interact(() -> kinds.setValue(kind));
            interact(() -> {
                Labeled shown = (Labeled) kinds.lookupAll(".list-cell").stream()
                        .filter(cell -> cell.getParent() == kinds)
                        .findFirst()
                        .orElseThrow();
                assertThat(words(shown)).isEqualTo(shown.getText());
            });
        }
    }

    @Test
    void theNamesOfFilesHaveTheRoomOfWhatTheyBecome() {
        ready();
        zoom(200);
        interact(() -> wiring().commands().get("show-files").run());
        eventually(() -> lookup("#files-tree").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> {
            List<Node> badges = List.copyOf(lookup("#files-tree .kind-badge").queryAll());
            assertThat(badges).isNotEmpty();
            for (Node badge : badges) {
                Labeled name =
                        (Labeled) badge.getParent().getChildrenUnmodifiable().getFirst();
                assertThat(!badge.isVisible() || words(name).equals(name.getText()))
                        .as("%s has no room, and its badge has", name.getText())
                        .isTrue();
            }
        });
    }

    @Test
    void theTextOfALineHasTheRoomOfItsTimeWhereThereIsLittle() {
        ready();
        interact(() -> session().fixed().filled());
        interact(() -> wiring().commands().get("show-console").run());
        eventually(() -> lookup("#console-list .log-time").tryQuery().isPresent());
        assertThat(lookup("#console-list .log-time").query().isManaged()).isTrue();
        zoom(200);
        interact(() -> wiring().commands().get("show-files").run());
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> {
            assertThat(lookup("#console-list .log-time").query().isManaged()).isFalse();
            Labeled run = lookup("#console-list .log-run").query();
            assertThat(words(run)).isEqualTo(run.getText()).startsWith("#9");
        });
    }

    @Test
    void theWordsOfASearchAreWholeInANarrowPanel() {
        ready();
        zoom(200);
        interact(() -> wiring().commands().get("show-search").run());
        eventually(() -> lookup("#search-field").tryQuery().isPresent());
        interact(() -> field("#search-field").setText("greet"));
        eventually(() -> text("#search-summary").contains("matches"));
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> {
            Label summary = lookup("#search-summary").queryAs(Label.class);
            assertThat(lines(summary)).isLessThanOrEqualTo(2);
            Labeled all = lookup("#search-replace-all").query();
            assertThat(words(all)).isEqualTo(all.getText());
        });
    }
}
