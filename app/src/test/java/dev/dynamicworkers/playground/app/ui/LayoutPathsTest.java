package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.Wiring;
import dev.dynamicworkers.playground.app.fixture.FakeRuntime;
import dev.dynamicworkers.playground.app.session.DiskProjects;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsStore;
import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.settings.layout.PanelLayout;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// A person moves panels about.
final class LayoutPathsTest extends WindowTest {
    private void command(String id) {
        interact(() -> wiring().commands().get(id).run());
    }

    private PanelLayout kept() {
        return wiring().settings().get().window().layout();
    }

    private Stage windowOf(String title) {
        return (Stage) Window.getWindows().stream()
                .filter(window -> window instanceof Stage stage
                        && String.valueOf(stage.getTitle()).startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOpen(String title) {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof Stage stage
                        && String.valueOf(stage.getTitle()).startsWith(title));
    }

    @Test
    void thePanelInFocusIsMovedByCommandAndTheNoticeUndoesIt() {
        ready();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
        eventually(() -> lookup("#console-list").query().isFocused());
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        write("move panel to the left");
        push(KeyCode.ENTER);
        eventually(() -> lookup("#area-left #console-list").tryQuery().isPresent()
                && lookup("#console-list").query().isFocused());
        assertThat(text("#toast-text")).isEqualTo("Console is at the left now.");
        eventually(() -> text("#status-announcement").equals("Console is at the left now."));
        assertThat(kept().areaOf(Panel.CONSOLE)).isEqualTo(Area.LEFT);
        assertThat(lookup("#left-tabs").queryAs(TabPane.class).getTabs()).hasSize(4);
        interact(() -> lookup("#toast-action").queryAs(Button.class).fire());
        eventually(() -> lookup("#area-bottom #console-list").tryQuery().isPresent());
        assertThat(kept().areaOf(Panel.CONSOLE)).isEqualTo(Area.BOTTOM);
        assertThat(lookup("#left-tabs").tryQuery()).isEmpty();
        interact(() -> editor("#editor-src-index-js").requestFocus());
        command("move-panel-right");
        assertThat(text("#toast-text")).startsWith("Put the focus into a panel first");
    }

    @Test
    void aPanelInItsOwnWindowHasKeysPaletteAndNoticesAndGoesBackWhenClosed() {
        ready();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
        command("move-panel-window");
        eventually(() -> isOpen("Console"));
        Stage own = windowOf("Console");
        assertThat(own.getTitle()).isEqualTo("Console \u2013 hello");
        eventually(() -> lookup("#console-list").query().isFocused());
        assertThat(own.getScene().getStylesheets()).isEqualTo(stage().getScene().getStylesheets());
        assertThat(lookup("#console-list").query().getScene()).isSameAs(own.getScene());
        assertThat(stage().getScene().getFocusOwner()).isInstanceOf(CodeArea.class);
        press(own, KeyCode.P, /* shift= */ true);
        eventually(() -> lookup("#palette-field").query().getScene() == own.getScene());
        press(own, KeyCode.ESCAPE, /* shift= */ false);
        assertThat(lookup("#palette").query().isVisible()).isFalse();
        assertThat(lookup("#toast").query().getScene()).isSameAs(own.getScene());
        press(own, KeyCode.DIGIT2, /* shift= */ false);
        eventually(() -> editor("#editor-dynamic-greeter-js").isFocused());
        assertThat(lookup("#toast").query().getScene()).isSameAs(stage().getScene());
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
        eventually(() -> lookup("#toast").query().getScene() == own.getScene());
        press(own, KeyCode.F6, /* shift= */ false);
        eventually(() -> lookup("#status-run").query().isFocused());
        push(KeyCode.SHIFT, KeyCode.F6);
        eventually(() -> lookup("#toast").query().getScene() == own.getScene());
        interact(() -> Event.fireEvent(own, new WindowEvent(own, WindowEvent.WINDOW_CLOSE_REQUEST)));
        eventually(() -> lookup("#area-bottom #console-list").tryQuery().isPresent());
        assertThat(own.isShowing()).isFalse();
        assertThat(kept().group(Area.BOTTOM).panels().getFirst()).isEqualTo(Panel.CONSOLE);
    }

    @Test
    void anotherStartHasPanelsWhereTheyWereAndResetPutsThemBack() throws Exception {
        ready();
        interact(() -> wiring().settings().set(Setting.ZOOM, 80));
        command("show-runs");
        command("move-panel-right");
        command("show-calls");
        command("move-panel-window");
        eventually(() -> isOpen("Calls"));
        interact(() -> {
            windowOf("Calls").setX(120);
            windowOf("Calls").setY(130);
            wiring().close();
            stage().hide();
        });
        assertThat(isOpen("Calls")).isFalse();
        java.nio.file.Path file = project().resolveSibling("settings.json");
        assertThat(Files.readString(file)).contains("\"runs\"");
        Stage[] again = new Stage[1];
        Wiring[] later = new Wiring[1];
        interact(() -> {
            again[0] = new Stage();
            later[0] = new Wiring(again[0], new SettingsStore(file), new DiskProjects(), watcher -> new FakeRuntime());
            later[0].show(project());
        });
        try {
            eventually(() -> isOpen("Calls"));
            assertThat(windowOf("Calls").getX()).isEqualTo(120);
            // A person writes first; what stands in a window of its own is only looked at.
            eventually(() -> again[0].getScene().lookup("#toast") != null);
            assertThat(windowOf("Calls").getScene().lookup("#toast")).isNull();
            // In front of the main window, but not for good.
            assertThat(windowOf("Calls").isAlwaysOnTop()).isTrue();
            eventually(again[0]::isFocused);
            interact(() -> fire(again[0].getScene().lookup("#toast"), MouseEvent.MOUSE_PRESSED, 0, 0));
            assertThat(windowOf("Calls").isAlwaysOnTop()).isFalse();
            PanelLayout restored = later[0].settings().get().window().layout();
            assertThat(restored.areaOf(Panel.RUNS)).isEqualTo(Area.RIGHT);
            interact(() -> later[0].commands().get("reset-layout").run());
            assertThat(isOpen("Calls")).isFalse();
            PanelLayout reset = later[0].settings().get().window().layout();
            assertThat(reset.areaOf(Panel.RUNS)).isEqualTo(Area.BOTTOM);
            assertThat(reset.windows()).isEmpty();
        } finally {
            interact(() -> {
                later[0].close();
                again[0].hide();
            });
        }
    }

    @Test
    void aDraggedTabLandsWhereTheOutlineIsAndEscapeCancels() {
        ready();
        Node tab = lookup("#tool-problems").query();
        Bounds code = screen(lookup("#editors").query());
        drag(tab, code.getMinX() - 60, code.getCenterY());
        assertThat(lookup("#drop-left").query().getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("target"));
        push(KeyCode.ESCAPE);
        assertThat(lookup("#drop-zones").query().isVisible()).isFalse();
        release(tab, code.getMinX() - 60, code.getCenterY());
        assertThat(kept().areaOf(Panel.PROBLEMS)).isEqualTo(Area.BOTTOM);
        drag(tab, code.getMinX() - 60, code.getCenterY());
        release(tab, code.getMinX() - 60, code.getCenterY());
        eventually(() -> kept().areaOf(Panel.PROBLEMS) == Area.LEFT);
        assertThat(lookup("#area-left #problems-list").tryQuery()).isPresent();
        Bounds console = screen(lookup("#tool-console").query());
        Node moved = lookup("#tool-problems").query();
        drag(moved, console.getMinX() + 2, console.getCenterY());
        release(moved, console.getMinX() + 2, console.getCenterY());
        eventually(() -> kept().group(Area.BOTTOM).panels().getFirst() == Panel.PROBLEMS);
        Node grip = lookup("#grip-response").query();
        drag(grip, code.getCenterX(), code.getCenterY());
        release(grip, code.getCenterX(), code.getCenterY());
        eventually(() -> isOpen("Response"));
        command("reset-layout");
        assertThat(isOpen("Response")).isFalse();
    }

    @Test
    void anAreaIsClosedByItsDividerAndComesBack() {
        ready();
        Node divider = ((Parent) lookup("#columns").query())
                .getChildrenUnmodifiable().stream()
                        .filter(node -> node.getStyleClass().contains("split-pane-divider"))
                        .findFirst()
                        .orElseThrow();
        Bounds place = screen(divider);
        drag(divider, place.getMinX() - 500, place.getCenterY());
        release(divider, place.getMinX() - 500, place.getCenterY());
        eventually(() -> lookup("#files-tree").tryQuery().isEmpty());
        push(KeyCode.CONTROL, KeyCode.B);
        eventually(() -> lookup("#files-tree").tryQuery().isPresent());
        command("toggle-exchange");
        eventually(() -> lookup("#request-url").tryQuery().isEmpty());
        command("focus-request");
        eventually(() -> field("#request-url").isFocused());
    }

    @Test
    void theResponseStandsUnderTheRequestWhereTheWindowIsNarrow() {
        ready();
        assertThat(top("#response")).isEqualTo(top("#request"));
        interact(() -> stage().setWidth(980));
        eventually(() -> top("#response") > top("#request") + 100);
        assertThat(screen(lookup("#response").query()).getMinX())
                .isEqualTo(screen(lookup("#request").query()).getMinX());
        for (String id : List.of("#request", "#response", "#editor-src-index-js")) {
            assertThat(lookup(id).query().getLayoutBounds().getHeight()).as(id).isGreaterThanOrEqualTo(100);
        }
        interact(() -> stage().setWidth(1000));
        eventually(() -> top("#response") == top("#request"));
        assertThat(kept().shares().exchange()).isEqualTo(0.5);
    }

    private double top(String id) {
        return screen(lookup(id).query()).getMinY();
    }

    @Test
    void theHeadersOfTabsHaveTheOrderOfTheTabsWhateverTheZoomWas() {
        ready();
        TabPane tabs = lookup("#area-bottom .tool-tabs").queryAs(TabPane.class);
        for (int zoom : List.of(80, 130, 200, 250, 200, 130, 100, 80)) {
            interact(() -> wiring().settings().set(Setting.ZOOM, zoom));
            boolean isSmall = zoom >= 200;
            eventually(() -> lookup("#area-bottom #request-url").tryQuery().isPresent() == isSmall);
            eventually(() -> headers(tabs)
                    .equals(tabs.getTabs().stream().map(Tab::getText).toList()));
        }
    }

    /// The toolkit keeps the headers of tabs that stay in an order of its own where others come and go at once.
    @Test
    void theHeadersOfTabsHaveTheOrderOfTheTabsAfterPanelsCameBack() {
        ready();
        interact(() -> wiring().settings().set(Setting.ZOOM, 80));
        command("show-network");
        eventually(() -> lookup("#network-table").query().isFocused());
        command("move-panel-left");
        assertThat(kept().areaOf(Panel.NETWORK)).isEqualTo(Area.LEFT);
        command("layout-code");
        interact(() -> wiring().settings().set(Setting.ZOOM, 250));
        TabPane tabs = lookup("#area-bottom .tool-tabs").queryAs(TabPane.class);
        eventually(() -> tabs.getTabs().size() == 11 && headers(tabs).size() == 11);
        assertThat(headers(tabs))
                .isEqualTo(tabs.getTabs().stream().map(Tab::getText).toList());
    }

    @Test
    void allTabsOfTheToolsFitIntoANarrowWindow() {
        ready();
        interact(() -> stage().setWidth(950));
        TabPane tabs = lookup("#area-bottom .tool-tabs").queryAs(TabPane.class);
        // The inspector is among them where the window is no wider than this.
        eventually(() -> headers(tabs).contains("Inspector"));
        Node last = tabs.lookupAll(".tab").stream()
                .max(Comparator.comparingDouble(tab -> screen(tab).getMaxX()))
                .orElseThrow();
        eventually(() -> screen(last).getMaxX() <= screen(tabs).getMaxX());
    }

    private static List<String> headers(TabPane tabs) {
        // Not those of what the tabs show.
        Node own = tabs.getChildrenUnmodifiable().stream()
                .filter(child -> child.getStyleClass().contains("tab-header-area"))
                .findFirst()
                .orElseThrow();
        return own.lookupAll(".tab").stream()
                .sorted(Comparator.comparingDouble(Node::getLayoutX))
                .map(header -> ((Labeled) header.lookup(".tab-label")).getText())
                .toList();
    }

    /// A tab's menu has all places; a mouse opens it with the other button.
    @Test
    void aTabsMenuMovesItsPanel() {
        ready();
        Node tab = lookup("#tool-problems").query();
        Bounds at = screen(tab);
        interact(() -> Event.fireEvent(
                tab,
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        0,
                        0,
                        at.getCenterX(),
                        at.getCenterY(),
                        /* keyboardTrigger= */ false,
                        null)));
        ContextMenu menu = (ContextMenu) Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu open && "panel-menu".equals(open.getId()))
                .findFirst()
                .orElseThrow();
        assertThat(menu.getItems())
                .filteredOn(item -> item.getText() != null)
                .extracting(item -> item.getText() + (item.isDisable() ? " (off)" : ""))
                .containsExactly(
                        "To the left",
                        "To the right",
                        "To the bottom (off)",
                        "Into its own window",
                        "Back to where it was at first",
                        "One place earlier",
                        "One place later");
        interact(() -> {
            menu.getItems().getFirst().fire();
            menu.hide();
        });
        eventually(() -> kept().areaOf(Panel.PROBLEMS) == Area.LEFT);
        assertThat(text("#toast-text")).isEqualTo("Problems is at the left now.");
    }

    /// What `--reset-layout` does at a start whose settings have panels elsewhere.
    @Test
    void aStartThatResetsTheLayoutHasAllPanelsWhereTheyWereAtFirst() {
        ready();
        command("show-runs");
        command("move-panel-right");
        assertThat(kept().areaOf(Panel.RUNS)).isEqualTo(Area.RIGHT);
        Stage[] shown = new Stage[1];
        Wiring[] later = new Wiring[1];
        interact(() -> {
            shown[0] = new Stage();
            later[0] = new Wiring(
                    shown[0],
                    new SettingsStore(project().resolveSibling("settings.json")),
                    new DiskProjects(),
                    watcher -> new FakeRuntime());
            assertThat(later[0].settings().get().window().layout().areaOf(Panel.RUNS))
                    .isEqualTo(Area.RIGHT);
            later[0].resetLayout();
            later[0].show(project());
        });
        try {
            eventually(() -> shown[0].getScene() != null && shown[0].getScene().lookup("#tool-runs") != null);
            assertThat(later[0].settings().get().window().layout()).isEqualTo(PanelLayout.DEFAULT);
        } finally {
            interact(() -> {
                later[0].close();
                shown[0].close();
            });
        }
    }

    /// The headless platform gives keys to its first window only.
    private void press(Stage window, KeyCode code, boolean shift) {
        boolean plain = code == KeyCode.F6 || code == KeyCode.ESCAPE;
        interact(() -> Event.fireEvent(
                Objects.requireNonNull(window.getScene().getFocusOwner()),
                new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        "",
                        "",
                        code,
                        shift,
                        !plain,
                        /* altDown= */ false,
                        /* metaDown= */ false)));
    }

    private static Bounds screen(Node node) {
        return node.localToScreen(node.getLayoutBounds());
    }

    private void drag(Node node, double screenX, double screenY) {
        Bounds from = screen(node);
        interact(() -> {
            fire(node, MouseEvent.MOUSE_PRESSED, from.getCenterX(), from.getCenterY());
            fire(node, MouseEvent.MOUSE_DRAGGED, from.getCenterX() + 20, from.getCenterY());
            fire(node, MouseEvent.MOUSE_DRAGGED, screenX, screenY);
        });
    }

    private void release(Node node, double screenX, double screenY) {
        interact(() -> fire(node, MouseEvent.MOUSE_RELEASED, screenX, screenY));
    }

    private static void fire(Node node, javafx.event.EventType<MouseEvent> type, double screenX, double screenY) {
        Scene scene = Objects.requireNonNull(node.getScene(), "in a window");
        double sceneX = screenX - scene.getWindow().getX() - scene.getX();
        double sceneY = screenY - scene.getWindow().getY() - scene.getY();
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        sceneX,
                        sceneY,
                        screenX,
                        screenY,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        type != MouseEvent.MOUSE_RELEASED,
                        false,
                        false,
                        false,
                        false,
                        false,
                        new PickResult(node, sceneX, sceneY)));
    }
}
