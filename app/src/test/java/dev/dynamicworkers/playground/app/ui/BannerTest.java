package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fx.Banner;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

final class BannerTest extends HeadlessWindowTest {
    @Override
    public void start(Stage stage) {}

    private static void resize(Banner banner, double width) {
        banner.resize(width, banner.prefHeight(width));
        banner.layout();
    }

    @Test
    void actionsGoBelowASentenceThatHasNoRoomBesideThem() {
        interact(() -> {
            Label sentence = new Label("This file is no longer on disk. What is here is the last that was read of it.");
            Button action = new Button("Restore it");
            action.setMinWidth(Region.USE_PREF_SIZE);
            Banner banner = new Banner(new Region(), sentence, action);
            new Scene(banner, 800, 100);
            banner.applyCss();

            resize(banner, 800);
            assertThat(action.localToScene(0, 0).getY())
                    .as("beside the sentence")
                    .isLessThan(sentence.localToScene(0, sentence.getHeight()).getY());

            resize(banner, 260);
            resize(banner, 260);
            assertThat(sentence.getWidth()).as("has the width").isGreaterThan(200);
            assertThat(action.localToScene(0, 0).getY())
                    .as("below the sentence")
                    .isGreaterThanOrEqualTo(
                            sentence.localToScene(0, sentence.getHeight()).getY());
            assertThat(banner.getHeight()).as("nothing is cut").isGreaterThanOrEqualTo(banner.prefHeight(260));
        });
    }

    @Test
    void actionsThatHaveNoRoomInOneLineAreWholeInTwo() {
        interact(() -> {
            Button[] actions = {new Button("Compare"), new Button("Reload from disk"), new Button("Keep mine")};
            for (Button action : actions) {
                action.setMinWidth(Region.USE_PREF_SIZE);
            }
            Banner banner = new Banner(new Region(), new Label("The file changed on disk."), actions);
            new Scene(banner, 800, 100);
            banner.applyCss();

            resize(banner, 800);
            double first = actions[0].localToScene(0, 0).getY();
            for (Button action : actions) {
                assertThat(action.localToScene(0, 0).getY()).as("one line").isEqualTo(first);
            }

            resize(banner, 200);
            resize(banner, 200);
            for (Button action : actions) {
                Bounds seen = banner.sceneToLocal(action.localToScene(action.getLayoutBounds()));
                assertThat(action.getWidth()).isGreaterThanOrEqualTo(action.prefWidth(-1));
                assertThat(banner.getLayoutBounds().contains(seen))
                        .as("%s is seen whole", action.getText())
                        .isTrue();
            }
        });
    }
}
