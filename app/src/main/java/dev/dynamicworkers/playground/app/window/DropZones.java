package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Where a panel that is dragged can land, outlined over the main window. FX thread.
final class DropZones extends Pane {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final double SIDE = 0.16;
    private static final double LOW = 0.2;
    private static final double MIDDLE = 0.5;

    private final Dock dock;
    private final Region mark = new Region();
    private List<Zone> zones = List.of();

    private record Zone(Area area, Bounds place, StackPane node) {}

    /// Where a panel lands.
    ///
    /// @param index its tab there, -1 for the end
    record Target(Area area, int index) {}

    DropZones(Dock dock) {
        this.dock = dock;
        setId("drop-zones");
        setMouseTransparent(true);
        setVisible(false);
        setManaged(false);
        mark.getStyleClass().add("drop-mark");
    }

    /// Outlines where a panel can go.
    void show(Panel panel, double width, double height) {
        resizeRelocate(0, 0, width, height);
        List<Zone> all = new ArrayList<>();
        Bounds whole = on(dock.node());
        Bounds code = on(dock.editors());
        zone(all, Area.WINDOW, inner(code));
        if (Area.MIDDLE.takes(panel)) {
            zone(
                    all,
                    Area.MIDDLE,
                    dock.isShown(Area.MIDDLE) && dock.exchange().getScene() != null
                            ? on(dock.exchange())
                            : part(code, 0, 1 - LOW, 1, LOW));
        }
        zone(
                all,
                Area.BOTTOM,
                dock.isShown(Area.BOTTOM) ? on(dock.tabs(Area.BOTTOM)) : part(whole, 0, 1 - LOW, 1, LOW));
        zone(all, Area.LEFT, dock.isShown(Area.LEFT) ? on(dock.tabs(Area.LEFT)) : part(whole, 0, 0, SIDE, 1));
        zone(all, Area.RIGHT, dock.isShown(Area.RIGHT) ? on(dock.tabs(Area.RIGHT)) : part(whole, 1 - SIDE, 0, SIDE, 1));
        zones = all;
        getChildren().setAll(all.stream().map(Zone::node).toList());
        mark.setVisible(false);
        getChildren().add(mark);
        setVisible(true);
    }

    private void zone(List<Zone> all, Area area, Bounds place) {
        Label label = new Label(PanelMenu.title(area));
        label.setWrapText(true);
        StackPane node = new StackPane(label);
        node.setId("drop-" + area.key());
        node.getStyleClass().add("drop-zone");
        node.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        node.setManaged(false);
        all.add(new Zone(area, place, node));
    }

    private Bounds on(Node node) {
        return sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    private static Bounds inner(Bounds of) {
        return part(of, (1 - MIDDLE) / 2, (1 - MIDDLE) / 2, MIDDLE, MIDDLE);
    }

    private static Bounds part(Bounds of, double x, double y, double width, double height) {
        return new BoundingBox(
                of.getMinX() + x * of.getWidth(),
                of.getMinY() + y * of.getHeight(),
                width * of.getWidth(),
                height * of.getHeight());
    }

    /// Marks where a panel would land, and says where that is; null for nowhere.
    ///
    /// @param screenX of the pointer
    @Nullable
    Target point(Panel panel, double screenX, double screenY) {
        Point2D at = screenToLocal(screenX, screenY);
        Zone found = zones.stream()
                .filter(zone -> zone.place().contains(at))
                .findFirst()
                .orElse(null);
        zones.forEach(zone -> zone.node().pseudoClassStateChanged(TARGET, zone == found));
        mark.setVisible(false);
        if (found == null) {
            return null;
        }
        int index = found.area() == Area.WINDOW || found.area() == Area.MIDDLE
                ? -1
                : tab(dock.tabs(found.area()), panel, at);
        return new Target(found.area(), index);
    }

    /// The tab before which a panel would land, where the pointer is on the headers; else -1.
    private int tab(PanelTabs tabs, Panel panel, Point2D at) {
        Node headers = tabs.tabs().lookup(".tab-header-area");
        if (headers == null || tabs.tabs().getScene() == null || !on(headers).contains(at)) {
            return -1;
        }
        List<Bounds> others = tabs.panels().stream()
                .filter(other -> other != panel)
                .map(other -> tabs.tabs().lookup("#tool-" + other.key()))
                .filter(Objects::nonNull)
                .map(this::on)
                .sorted(Comparator.comparingDouble(Bounds::getMinX))
                .toList();
        int index = (int)
                others.stream().filter(place -> place.getCenterX() < at.getX()).count();
        if (!others.isEmpty()) {
            double x = index < others.size()
                    ? others.get(index).getMinX()
                    : others.getLast().getMaxX();
            mark.resizeRelocate(x - 1, on(headers).getMinY(), 3, on(headers).getHeight());
            mark.setManaged(false);
            mark.setVisible(true);
        }
        return index;
    }

    /// Takes the outlines away.
    void hide() {
        setVisible(false);
        getChildren().clear();
        zones = List.of();
    }
}
