package dev.dynamicworkers.playground.app.window;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The regions of the window in the order in which F6 visits them. FX thread.
final class FocusRing {
    private final List<Region> regions;

    private record Region(@Nullable Node node, Runnable focus) {}

    FocusRing(MainWindow window, Panels panels, ToolTabs tools, InspectorPlace inspector, StatusBarView statusBar) {
        var search = panels.search.present();
        regions = Stream.of(
                        new Region(panels.files, panels.files::focusTree),
                        new Region(search, () -> panels.search.get().focusField("")),
                        new Region(panels.editors.lookup("#editors-parent"), panels.editors::focusParent),
                        new Region(panels.editors.lookup("#editors-dynamic"), panels.editors::focusDynamic),
                        new Region(
                                inspector.beside(), () -> panels.inspector.get().focusPage()),
                        new Region(panels.request, () -> {
                            window.showExchange();
                            panels.request.focusUrl();
                        }),
                        new Region(panels.response, () -> {
                            window.showExchange();
                            panels.response.focusBody();
                        }),
                        new Region(tools.isRequestShown() ? null : tools, tools::focusSelected),
                        new Region(statusBar, statusBar::focusFirst))
                .filter(region -> region.node() != null && region.node().getScene() != null)
                .toList();
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
