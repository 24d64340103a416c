package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import java.util.function.Function;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What one takes hold of to move a panel: its tab, its grip, its button in the activity bar. Dragging shows where it
/// can land, Escape cancels; the context menu has the same places. FX thread.
final class PanelHandles {
    /// A pointer that moves less wants to click.
    private static final double CLICK = 12;

    private final StackPane window;
    private final PanelPlaces places;
    private final OwnWindows windows;
    private final DropZones zones;
    private final EventHandler<KeyEvent> escape = this::keyPressed;
    private @Nullable Panel held;
    private @Nullable Scene scene;
    private DropZones.@Nullable Target target;
    private double pressedX;
    private double pressedY;
    private boolean dragging;

    /// @param window the content of the main window, over which outlines are shown
    PanelHandles(StackPane window, Dock dock, PanelPlaces places, OwnWindows windows) {
        this.window = window;
        this.places = places;
        this.windows = windows;
        zones = new DropZones(dock);
    }

    /// Makes handles of the tabs of an area or a window.
    void of(PanelTabs tabs) {
        attach(tabs, target -> tabAt(tabs, target));
        tabs.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            Panel panel = event.isKeyboardTrigger() && event.getTarget() == tabs.tabs()
                    ? tabs.selected()
                    : tabAt(tabs, event.getTarget());
            showMenu(panel, tabs, event);
        });
    }

    /// Makes a handle of one node.
    void of(Node node, Panel panel) {
        attach(node, target -> panel);
        node.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> showMenu(panel, node, event));
    }

    private void showMenu(@Nullable Panel panel, Node node, ContextMenuEvent event) {
        if (panel != null) {
            new PanelMenu(places).showAt(panel, node, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private static @Nullable Panel tabAt(PanelTabs tabs, @Nullable EventTarget target) {
        for (Node at = target instanceof Node node ? node : null; at != null && at != tabs; at = at.getParent()) {
            String id = at.getId();
            if (at.getStyleClass().contains("tab") && id != null) {
                return tabs.panels().stream()
                        .filter(panel -> id.equals("tool-" + panel.key()))
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private void attach(Node source, Function<EventTarget, @Nullable Panel> panelAt) {
        source.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            held = event.getButton() == MouseButton.PRIMARY ? panelAt.apply(event.getTarget()) : null;
            pressedX = event.getScreenX();
            pressedY = event.getScreenY();
        });
        source.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> {
            Panel panel = held;
            if (panel == null) {
                return;
            }
            boolean moves = Math.hypot(event.getScreenX() - pressedX, event.getScreenY() - pressedY) >= CLICK;
            if (moves && !dragging) {
                begin(panel, source);
            }
            if (dragging) {
                event.consume();
                point(panel, event.getScreenX(), event.getScreenY());
            }
        });
        source.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            Panel panel = held;
            held = null;
            if (dragging && panel != null) {
                event.consume();
                if (source instanceof ButtonBase button) {
                    button.disarm();
                }
                drop(panel, event.getScreenX(), event.getScreenY());
            }
        });
    }

    private void begin(Panel panel, Node source) {
        dragging = true;
        scene = source.getScene();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        scene.setCursor(Cursor.CLOSED_HAND);
        if (zones.getParent() == null) {
            window.getChildren().add(zones);
        }
        zones.toFront();
        zones.show(panel, window.getWidth(), window.getHeight());
    }

    private void point(Panel panel, double screenX, double screenY) {
        Node over = windows.at(screenX, screenY);
        boolean inWindow = over == null && window.contains(window.screenToLocal(screenX, screenY));
        DropZones.Target found = zones.point(panel, inWindow ? screenX : Double.NaN, screenY);
        boolean outside = over == null && !inWindow;
        target = outside ? new DropZones.Target(Area.WINDOW, -1) : found;
    }

    private void drop(Panel panel, double screenX, double screenY) {
        DropZones.Target there = target;
        end();
        if (there == null) {
            return;
        }
        boolean stays = places.layout().areaOf(panel) == there.area();
        if (there.area() == Area.WINDOW) {
            if (!stays) {
                places.moveToWindow(panel, screenX - CLICK, screenY - CLICK);
            }
        } else if (there.index() >= 0) {
            places.move(panel, there.area(), there.index());
        } else if (!stays) {
            places.move(panel, there.area());
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            held = null;
            end();
        }
    }

    private void end() {
        dragging = false;
        target = null;
        zones.hide();
        if (scene != null) {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
            scene.setCursor(null);
            scene = null;
        }
    }
}
