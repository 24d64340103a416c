package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The regions of all windows in the order in which F6 visits them: the main window from left to right and down, then
/// the windows of panels, then the status bar. FX thread.
final class FocusRing {
    private final List<Region> regions = new ArrayList<>();

    private record Region(Node node, Runnable focus) {}

    FocusRing(MainWindow window, Panels panels, Dock dock, OwnWindows windows, StatusBarView statusBar) {
        add(window, dock, Area.LEFT);
        add(panels.editors.lookup("#editors-parent"), window::focusParent);
        add(panels.editors.lookup("#editors-dynamic"), window::focusDynamic);
        add(window, dock, Area.RIGHT);
        for (Panel panel : dock.layout().group(Area.MIDDLE).panels()) {
            add(dock.surroundings(panel), () -> window.open(panel));
        }
        if (!dock.tabs(Area.BOTTOM).isLeadShown()) {
            add(dock.tabs(Area.BOTTOM), () -> {
                window.comeForward();
                dock.tabs(Area.BOTTOM).focusSelected();
            });
        }
        for (Panel panel : windows.panels()) {
            add(windows.root(panel), () -> windows.focus(panel));
        }
        add(statusBar, () -> {
            window.comeForward();
            statusBar.focusFirst();
        });
    }

    private void add(MainWindow window, Dock dock, Area area) {
        add(dock.tabs(area), () -> {
            window.comeForward();
            dock.tabs(area).focusSelected();
        });
    }

    private void add(@Nullable Node node, Runnable focus) {
        if (node != null && node.getScene() != null) {
            regions.add(new Region(node, focus));
        }
    }

    /// Gives the focus to another region.
    ///
    /// @param focus what has it
    /// @param step 1 for the next, -1 for the one before
    void move(@Nullable Node focus, int step) {
        int here = -1;
        for (int i = 0; i < regions.size(); i++) {
            boolean deeper = here < 0
                    || !isInside(regions.get(here).node(), regions.get(i).node());
            if (deeper && isInside(focus, regions.get(i).node())) {
                here = i;
            }
        }
        regions.get(Math.floorMod(here < 0 && step < 0 ? -1 : here + step, regions.size()))
                .focus()
                .run();
    }

    /// Whether a node is a region or a part of it.
    static boolean isInside(@Nullable Node node, @Nullable Node region) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == region) {
                return true;
            }
        }
        return false;
    }
}
