package dev.dynamicworkers.playground.app.settings.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PanelLayoutTest {
    private static final PanelLayout FRESH = PanelLayout.DEFAULT;

    @Test
    void aFreshInstallationHasEveryPanelAtItsHome() {
        for (Panel panel : Panel.values()) {
            assertThat(FRESH.areaOf(panel)).as(panel.title()).isEqualTo(panel.home());
        }
        assertThat(FRESH.group(Area.BOTTOM).panels()).startsWith(Panel.CONSOLE, Panel.PROBLEMS);
    }

    @Test
    void aMovedPanelStandsInOnePlaceAndInFront() {
        PanelLayout moved = FRESH.opened(Area.RIGHT, /* wanted= */ false).moved(Panel.CONSOLE, Area.RIGHT, 0);
        assertThat(moved.group(Area.RIGHT).panels()).containsExactly(Panel.CONSOLE, Panel.INSPECTOR);
        assertThat(moved.group(Area.RIGHT).selected()).isEqualTo(Panel.CONSOLE);
        assertThat(moved.group(Area.RIGHT).open()).isTrue();
        assertThat(moved.group(Area.BOTTOM).panels()).doesNotContain(Panel.CONSOLE);
        assertThat(moved.group(Area.BOTTOM).selected()).isEqualTo(Panel.PROBLEMS);
        assertThat(moved.home(Panel.CONSOLE).group(Area.BOTTOM)).isEqualTo(FRESH.group(Area.BOTTOM));
    }

    @Test
    void theRequestRowTakesNothingElse() {
        assertThat(FRESH.moved(Panel.CONSOLE, Area.MIDDLE)).isEqualTo(FRESH);
        PanelLayout without = FRESH.moved(Panel.RESPONSE, Area.RIGHT);
        assertThat(without.group(Area.MIDDLE).panels()).containsExactly(Panel.REQUEST);
        assertThat(without.moved(Panel.RESPONSE, Area.MIDDLE).group(Area.MIDDLE).panels())
                .containsExactly(Panel.REQUEST, Panel.RESPONSE);
    }

    @Test
    void aClosedWindowGivesItsPanelBackToTheTabItHad() {
        PanelLayout own = FRESH.inWindow(Panel.PROBLEMS, new Bounds(1, 2, 300, 400));
        assertThat(own.areaOf(Panel.PROBLEMS)).isEqualTo(Area.WINDOW);
        PanelLayout elsewhere = own.withBounds(Panel.PROBLEMS, new Bounds(5, 6, 700, 800));
        assertThat(elsewhere.window(Panel.PROBLEMS).orElseThrow().bounds()).isEqualTo(new Bounds(5, 6, 700, 800));
        assertThat(elsewhere.back(Panel.PROBLEMS).group(Area.BOTTOM).panels())
                .isEqualTo(FRESH.group(Area.BOTTOM).panels());
        assertThat(elsewhere.back(Panel.PROBLEMS).windows()).isEmpty();
    }

    @Test
    void tabsAreShiftedWithinTheirArea() {
        PanelLayout shifted = FRESH.shifted(Panel.PROBLEMS, -1);
        assertThat(shifted.group(Area.BOTTOM).panels()).startsWith(Panel.PROBLEMS, Panel.CONSOLE);
        assertThat(shifted.shifted(Panel.PROBLEMS, -1)).isEqualTo(shifted);
    }

    @Test
    void whatIsAtTheRightIsTabsAtTheBottomOfANarrowWindow() {
        Room narrow = Room.of(1000, 800);
        assertThat(FRESH.shownIn(Area.RIGHT, narrow)).isEmpty();
        assertThat(FRESH.shownIn(Area.BOTTOM, narrow)).endsWith(Panel.RUNS, Panel.INSPECTOR);
        assertThat(FRESH.shownIn(Area.BOTTOM, Room.AMPLE)).doesNotContain(Panel.INSPECTOR);
        assertThat(Room.of(1280, 800)).isEqualTo(Room.AMPLE);
        assertThat(Room.of(800, 500))
                .isEqualTo(new Room(/* wide= */ false, /* tall= */ false, /* slim= */ true, /* beside= */ false));
    }

    @Test
    void aWindowOnAScreenThatIsGoneComesBack() {
        List<Bounds> screens = List.of(new Bounds(0, 0, 1000, 800));
        Bounds seen = new Bounds(900, 700, 400, 300);
        assertThat(seen.on(screens)).isEqualTo(seen);
        assertThat(new Bounds(1500, 100, 400, 300).on(screens)).isEqualTo(new Bounds(300, 250, 400, 300));
        assertThat(new Bounds(100, -40, 400, 300).on(screens)).isEqualTo(new Bounds(300, 250, 400, 300));
        assertThat(new Bounds(5000, 0, 4000, 3000).on(screens)).isEqualTo(new Bounds(0, 0, 1000, 800));
        assertThat(Bounds.sized(10, 10).on(screens).isPlaced()).isFalse();
    }
}
