package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Tabs for which there is little room: each of them shows whole, or is in the menu only.
final class TabRoomTest extends WindowTest {
    private static final String[] ROWS = {"#tool-tabs", "#request-parts", "#response-parts"};
    private static final double ROUNDING = 1;

    @Test
    void noTabIsCutWhateverItsRoom() {
        ready();
        send("/ok");
        List<String> left = new ArrayList<>();
        for (int zoom : new int[] {100, 150, 200}) {
            interact(() -> wiring().settings().set(Setting.ZOOM, zoom));
            for (int width = 1_000; width >= 900; width -= 20) {
                double wide = width;
                interact(() -> stage().setWidth(wide));
                WaitForAsyncUtils.waitForFxEvents();
                for (String row : ROWS) {
                    interact(() -> {
                        TabPane tabs = lookup(row).queryAs(TabPane.class);
                        List<String> shown = whole(tabs, row + " at " + zoom + " % and " + wide);
                        if (shown.size() < tabs.getTabs().size()) {
                            left.add(row);
                        }
                    });
                }
            }
        }
        assertThat(left).as("rows without room for all").contains(ROWS);
    }

    @Test
    void aTabAtTheEndStandsWholeAfterOthersThatDo() {
        ready();
        interact(() -> wiring().settings().set(Setting.ZOOM, 200));
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> lookup("#request-parts")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .selectLast());
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> {
            TabPane tabs = lookup("#request-parts").queryAs(TabPane.class);
            List<String> shown = whole(tabs, "the last one in front");
            assertThat(shown).contains("Expect").doesNotContain("Params 1", "Params");
            Pane headers = (Pane) tabs.lookup(".headers-region");
            Node first = headers.getChildren().stream()
                    .filter(header -> header.getOpacity() > 0)
                    .findFirst()
                    .orElseThrow();
            assertThat(first.getBoundsInParent().getMinX())
                    .as("no gap before the first tab that is seen")
                    .isBetween(-ROUNDING, ROUNDING);
        });
    }

    /// The names that are seen, each of them whole.
    private static List<String> whole(TabPane tabs, String where) {
        Pane headers = (Pane) tabs.lookup(".headers-region");
        Bounds room = headers.localToScene(headers.getClip().getBoundsInParent());
        List<String> shown = new ArrayList<>();
        for (Node header : headers.getChildren()) {
            if (header.getOpacity() > 0) {
                Label name = (Label) header.lookup(".tab-label");
                Bounds seen = header.localToScene(header.getLayoutBounds());
                assertThat(seen.getMinX())
                        .as("%s: start of %s", where, name.getText())
                        .isGreaterThanOrEqualTo(room.getMinX() - ROUNDING);
                assertThat(seen.getMaxX())
                        .as("%s: end of %s", where, name.getText())
                        .isLessThanOrEqualTo(room.getMaxX() + ROUNDING);
                assertThat(((Text) name.lookup(".text")).getText()).as(where).isEqualTo(name.getText());
                shown.add(name.getText());
            }
        }
        assertThat(shown).as(where).isNotEmpty();
        return shown;
    }
}
