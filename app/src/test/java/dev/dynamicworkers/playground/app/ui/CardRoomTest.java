package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.Disk;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The card of a failure where there is little room, and what it leads to.
final class CardRoomTest extends WindowTest {
    @Test
    void whatHappenedHasMoreRoomThanWhatCanBeDone() {
        ready();
        // 625 pixels at 200 %: in 500 the title has three lines, of which the window's height shows two.
        interact(() -> stage().setWidth(1_250));
        send("/child-cpu");
        for (int zoom : new int[] {100, 200}) {
            interact(() -> wiring().settings().set(Setting.ZOOM, zoom));
            WaitForAsyncUtils.waitForFxEvents();
            ScrollPane said = lookup("#error-card-scroll").queryAs(ScrollPane.class);
            Region actions = lookup("#card-actions").queryAs(Region.class);
            Node title = lookup("#error-title").query();
            assertThat(actions.getHeight()).as("at %d %%", zoom).isLessThan(40);
            assertThat(said.getHeight())
                    .as("at %d %%", zoom)
                    .isGreaterThanOrEqualTo(title.getLayoutBounds().getHeight());
        }
        MenuButton more = lookup("#card-actions-more").queryAs(MenuButton.class);
        assertThat(more.isVisible()).isTrue();
        interact(more::show);
        assertThat(more.getItems()).extracting(item -> item.getText()).contains("Cloudflare docs ↗");
        interact(more::hide);
    }

    @Test
    void aRaisedLimitIsNotSetBackByTheFieldThatShowsIt() throws IOException {
        ready();
        Path rules = project().resolve(".playground/playground.json");
        Files.createDirectories(rules.getParent());
        Disk.write(rules, "{ \"dynamicWorkers\": { \"greeter\": { \"limits\": { \"cpuMs\": 50 } } } }");
        eventually(() -> session()
                .policy()
                .stateProperty()
                .get()
                .file()
                .overlay()
                .dynamicWorkers()
                .containsKey("greeter"));
        interact(() -> {
            wiring().settings().set(Setting.ZOOM, 80);
            session().wish(new Wish.Inspect(Wish.Page.LIMITS, "cpuMs", "greeter"));
        });
        eventually(() -> lookup("#limit-cpuMs").tryQuery().isPresent()
                && field("#limit-cpuMs").isFocused()
                && field("#limit-cpuMs").getText().equals("50"));
        send("/cpu");
        eventually(() -> lookup("#card-limits").queryAs(Button.class).getText().equals("Raise to 100 ms"));
        interact(() -> lookup("#card-limits").queryAs(Button.class).fire());
        eventually(() -> Files.readString(rules).contains("\"cpuMs\": 100"));
        eventually(() -> field("#limit-cpuMs").getText().equals("100"));
        interact(() -> field("#request-url").requestFocus());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Files.readString(rules)).contains("\"cpuMs\": 100");
        assertThat(field("#limit-cpuMs").getText()).isEqualTo("100");
    }

    @Test
    void theStopButtonHandsTheFocusToRun() {
        ready();
        interact(() -> field("#request-url").setText("http://localhost/loop"));
        interact(() -> lookup("#run-button").queryAs(Button.class).fire());
        Button stop = lookup("#stop-run-button").queryAs(Button.class);
        eventually(() -> !stop.isDisabled());
        interact(stop::requestFocus);
        interact(stop::fire);
        eventually(() -> lookup("#run-button").query().isFocused());
    }
}
