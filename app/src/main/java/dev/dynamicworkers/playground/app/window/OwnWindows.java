package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Bounds;
import dev.dynamicworkers.playground.app.settings.layout.OwnWindow;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The windows of panels that stand in one of their own. FX thread.
final class OwnWindows implements AutoCloseable {
    private static final double LEAST_WIDTH = 320;
    private static final double LEAST_HEIGHT = 200;

    private final PanelParts parts;
    private final WindowActions actions;
    private final String project;
    private final Map<Panel, Own> open = new EnumMap<>(Panel.class);
    private Consumer<Panel> closed = panel -> {};
    private Runnable escaped = () -> {};
    private Consumer<PanelTabs> opened = tabs -> {};
    private Runnable focusMoved = () -> {};
    private @Nullable Panel current;

    /// @param undress undoes what the application did for the window
    private record Own(Stage stage, StackPane root, PanelTabs tabs, Runnable undress) {}

    /// @param project its name, for titles
    OwnWindows(PanelParts parts, WindowActions actions, String project) {
        this.parts = parts;
        this.actions = actions;
        this.project = project;
    }

    /// Names what is done with the panel of a window that a person closes.
    void onClosed(Consumer<Panel> action) {
        closed = action;
    }

    /// Names what Escape does in a window.
    void onEscape(Runnable action) {
        escaped = action;
    }

    /// Names what is done with the tabs of a new window.
    void onOpened(Consumer<PanelTabs> action) {
        opened = action;
    }

    /// Names what is done when another window gets the focus, or another node in one.
    void onFocus(Runnable action) {
        focusMoved = action;
    }

    /// Closes the windows of all panels but these, so that their views can be taken.
    void keepOnly(List<OwnWindow> wanted) {
        for (Panel panel : EnumSet.allOf(Panel.class)) {
            if (open.containsKey(panel) && wanted.stream().noneMatch(own -> own.panel() == panel)) {
                close(panel);
            }
        }
    }

    /// Opens the windows that are not open yet; their panels may stand nowhere else.
    void show(List<OwnWindow> wanted) {
        for (OwnWindow own : wanted) {
            if (!open.containsKey(own.panel())) {
                open(own);
            }
        }
    }

    private void open(OwnWindow own) {
        Panel panel = own.panel();
        PanelTabs tabs = new PanelTabs(
                parts, Area.WINDOW, "window-tabs-" + panel.key(), panel.title(), EnumSet.noneOf(Panel.class));
        tabs.setId("area-window-" + panel.key());
        StackPane root = new StackPane(tabs);
        root.getStyleClass().add("own-window");
        root.setId("window-" + panel.key());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                escaped.run();
            }
        });
        Stage stage = new Stage();
        Bounds bounds = own.bounds().on(actions.screens());
        Runnable undress = actions.dress(stage, root, bounds.width(), bounds.height());
        stage.setTitle(panel.title() + " \u2013 " + project);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        if (bounds.isPlaced()) {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
        }
        stage.setOnCloseRequest(event -> {
            event.consume();
            closed.accept(panel);
        });
        stage.focusedProperty().subscribe(focused -> {
            if (focused) {
                current = panel;
            } else if (current == panel) {
                current = null;
            }
            focusMoved.run();
        });
        stage.getScene().focusOwnerProperty().subscribe(owner -> focusMoved.run());
        open.put(panel, new Own(stage, root, tabs, undress));
        tabs.show(List.of(panel));
        opened.accept(tabs);
        stage.show();
    }

    private void close(Panel panel) {
        Own own = Objects.requireNonNull(open.remove(panel), panel.title());
        if (current == panel) {
            current = null;
        }
        own.tabs().keepOnly(List.of());
        own.tabs().close();
        own.undress().run();
        own.stage().close();
        focusMoved.run();
    }

    /// Brings a panel's window to the front, if it has one.
    void front(Panel panel) {
        Own own = open.get(panel);
        if (own != null) {
            own.stage().setIconified(false);
            own.stage().toFront();
            own.stage().requestFocus();
            if (own.stage().isFocused()) {
                current = panel;
                focusMoved.run();
            }
        }
    }

    /// Takes note that the main window has the focus.
    void left() {
        current = null;
        focusMoved.run();
    }

    /// Gives the focus to what is in a panel that has a window.
    void focus(Panel panel) {
        Own own = open.get(panel);
        if (own != null) {
            front(panel);
            own.root().applyCss();
            own.root().layout();
            parts.get(panel).focus();
        }
    }

    /// Where a panel's window is, if it has one.
    Optional<Bounds> bounds(Panel panel) {
        return Optional.ofNullable(open.get(panel))
                .map(own -> new Bounds(
                        own.stage().getX(),
                        own.stage().getY(),
                        own.stage().getScene().getWidth(),
                        own.stage().getScene().getHeight()));
    }

    /// What is in a panel's window; null where it has none.
    @Nullable
    StackPane root(Panel panel) {
        Own own = open.get(panel);
        return own == null ? null : own.root();
    }

    /// What is in the window that the person is in; null where it is none of these.
    @Nullable
    StackPane focused() {
        return current == null ? null : root(current);
    }

    /// What is in the window at a point of the screen; null where there is none of these.
    @Nullable
    Node at(double screenX, double screenY) {
        return open.values().stream()
                .map(Own::root)
                .filter(root -> root.contains(root.screenToLocal(screenX, screenY)))
                .findFirst()
                .orElse(null);
    }

    /// All these windows.
    List<Stage> stages() {
        return open.values().stream().map(Own::stage).toList();
    }

    /// The panels that have windows.
    List<Panel> panels() {
        return List.copyOf(open.keySet());
    }

    @Override
    public void close() {
        keepOnly(List.of());
    }
}
