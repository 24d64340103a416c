package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fx.PngImage;
import dev.dynamicworkers.playground.app.panel.timeline.TimelineView;
import dev.dynamicworkers.playground.app.settings.Setting;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// The timeline as what leaves the window, and as its table.
final class TimelinePathsTest extends WindowTest {
    private TimelineView timeline() {
        return lookup("#timeline").queryAs(TimelineView.class);
    }

    private Image painted() {
        List<PngImage> painted = new ArrayList<>();
        interact(() -> painted.add(timeline().image()));
        Image read = new Image(new ByteArrayInputStream(painted.getFirst().bytes()));
        assertThat(read.getException()).isNull();
        return read;
    }

    private void command(String title) {
        interact(() -> wiring().commands().all().stream()
                .filter(command -> command.title().equals(title))
                .findFirst()
                .orElseThrow()
                .run());
    }

    @Test
    void aPictureHasTheColoursOfTheWindowAndTwoPixelsForOne() {
        ready();
        interact(() -> wiring().settings().set(Setting.THEME, "light"));
        send("/hello");
        command("View: Timeline");
        eventually(() -> lookup("#timeline-png").tryQuery().isPresent());
        Image light = painted();
        assertThat(light.getWidth()).isEqualTo(2400);
        assertThat(light.getHeight()).isGreaterThan(200);
        assertThat(light.getPixelReader().getColor(2, (int) light.getHeight() - 2))
                .isEqualTo(Color.web("#ffffff"));
        Set<Color> colours = new HashSet<>();
        for (int y = 0; y < light.getHeight(); y++) {
            for (int x = 0; x < 400; x++) {
                colours.add(light.getPixelReader().getColor(x, y));
            }
        }
        assertThat(colours).as("letters, lines and bars").hasSizeGreaterThan(20);
        interact(() -> wiring().settings().set(Setting.THEME, "dark"));
        Image dark = painted();
        assertThat(dark.getPixelReader().getColor(2, (int) dark.getHeight() - 2))
                .isEqualTo(Color.web("#0d1117"));
    }

    @Test
    void theTableTellsThePhasesOfTheRun() {
        ready();
        send("/hello");
        command("View: Timeline");
        eventually(() -> lookup("#timeline-as-table").tryQuery().isPresent());
        interact(() -> lookup("#timeline-as-table").queryAs(ToggleButton.class).fire());
        eventually(() -> lookup("#timeline-table").tryQuery().isPresent());
        TableView<?> table = lookup("#timeline-table").queryTableView();
        List<String> phases = table.getItems().stream()
                .map(String::valueOf)
                .filter(row -> row.contains("kind=PHASE"))
                .map(row -> row.replaceAll("(?s).*text=(\\w+),.*", "$1"))
                .toList();
        assertThat(phases).startsWith("Preparing").contains("Running").endsWith("Done");
    }
}
