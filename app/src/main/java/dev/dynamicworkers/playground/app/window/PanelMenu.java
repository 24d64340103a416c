package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Where a panel can go, as a menu. It is made when it is asked for: a menu is a window of its own. FX thread.
final class PanelMenu {
    private final Places places;

    PanelMenu(Places places) {
        this.places = places;
    }

    /// Shows where a panel can go, under a node.
    void showUnder(Panel panel, Node node) {
        menu(panel).show(node, Side.BOTTOM, 0, 0);
    }

    /// Shows where a panel can go, at a point of the screen.
    void showAt(Panel panel, Node node, double screenX, double screenY) {
        menu(panel).show(node, screenX, screenY);
    }

    private ContextMenu menu(Panel panel) {
        ContextMenu menu = new ContextMenu();
        menu.setId("panel-menu");
        Area now = places.layout().areaOf(panel);
        for (Area area : Area.values()) {
            if (area.takes(panel)) {
                MenuItem item = item("panel-to-" + area.key(), title(area), () -> places.move(panel, area));
                item.setDisable(area == now);
                menu.getItems().add(item);
            }
        }
        menu.getItems().add(item("panel-home", "Back to where it was at first", () -> places.moveHome(panel)));
        if (now != Area.WINDOW) {
            List<Panel> tabs = places.layout().group(now).panels();
            MenuItem earlier = item("panel-earlier", "One place earlier", () -> places.shift(panel, -1));
            earlier.setDisable(tabs.indexOf(panel) == 0);
            MenuItem later = item("panel-later", "One place later", () -> places.shift(panel, 1));
            later.setDisable(tabs.indexOf(panel) == tabs.size() - 1);
            menu.getItems().addAll(new SeparatorMenuItem(), earlier, later);
        }
        return menu;
    }

    /// What a menu says of a place.
    static String title(Area area) {
        return area == Area.WINDOW ? "Into its own window" : "To " + area.words();
    }

    private static MenuItem item(String id, String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
