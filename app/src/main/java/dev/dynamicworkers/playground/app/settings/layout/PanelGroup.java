package dev.dynamicworkers.playground.app.settings.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The panels of one area.
///
/// @param panels in the order of their tabs
/// @param selected the one in front; null where there is none
/// @param open whether the person wants to see the area
public record PanelGroup(List<Panel> panels, @Nullable Panel selected, boolean open) {
    public PanelGroup {
        panels = List.copyOf(panels);
        if (selected == null || !panels.contains(selected)) {
            selected = panels.isEmpty() ? null : panels.getFirst();
        }
    }

    PanelGroup without(Panel panel) {
        List<Panel> others = new ArrayList<>(panels);
        int index = others.indexOf(panel);
        others.remove(panel);
        boolean isFront = panel == selected && !others.isEmpty();
        return new PanelGroup(others, isFront ? others.get(Math.max(0, index - 1)) : selected, open);
    }

    /// @param index where it goes, counted without it; one that is too large means the end
    PanelGroup with(Panel panel, int index) {
        List<Panel> all = new ArrayList<>(panels);
        all.remove(panel);
        all.add(Math.clamp(index, 0, all.size()), panel);
        return new PanelGroup(all, panel, /* open= */ true);
    }

    PanelGroup selecting(Panel panel) {
        return new PanelGroup(panels, panel, /* open= */ true);
    }

    PanelGroup opened(boolean wanted) {
        return new PanelGroup(panels, selected, wanted);
    }
}
