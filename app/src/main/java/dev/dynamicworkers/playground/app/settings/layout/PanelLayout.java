package dev.dynamicworkers.playground.app.settings.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Which panel stands where: every panel in exactly one area or window.
///
/// @param groups the areas of the main window
/// @param windows panels in windows of their own
/// @param rows what rows have in this layout, unless the person wants them otherwise
public record PanelLayout(Map<Area, PanelGroup> groups, List<OwnWindow> windows, Shares shares, RowHeight rows) {
    /// As in a fresh installation.
    public static final PanelLayout DEFAULT =
            new PanelLayout(homes(), List.of(), Shares.DEFAULT, RowHeight.COMFORTABLE);

    private static final int AT_END = Integer.MAX_VALUE;

    public PanelLayout {
        groups = Map.copyOf(groups);
        windows = List.copyOf(windows);
    }

    private static Map<Area, PanelGroup> homes() {
        Map<Area, PanelGroup> all = new EnumMap<>(Area.class);
        for (Area area : Area.DOCKED) {
            all.put(area, new PanelGroup(Panel.atHome(area), null, /* open= */ true));
        }
        return all;
    }

    /// The panels of an area of the main window.
    public PanelGroup group(Area area) {
        return Objects.requireNonNull(groups.get(area), "an area of the main window");
    }

    /// Where a panel stands.
    public Area areaOf(Panel panel) {
        return Area.DOCKED.stream()
                .filter(area -> group(area).panels().contains(panel))
                .findFirst()
                .orElse(Area.WINDOW);
    }

    /// The own window of a panel, if it stands in one.
    public Optional<OwnWindow> window(Panel panel) {
        return windows.stream().filter(own -> own.panel() == panel).findFirst();
    }

    /// The same with a panel at the end of an area of the main window, in front.
    public PanelLayout moved(Panel panel, Area area) {
        return moved(panel, area, AT_END);
    }

    /// The same with a panel in an area of the main window, in front.
    ///
    /// @param index its tab there, counted without it
    public PanelLayout moved(Panel panel, Area area, int index) {
        if (!area.takes(panel) || area == Area.WINDOW) {
            return this;
        }
        return without(panel).with(area, group -> group.with(panel, index));
    }

    /// The same with a panel in a window of its own.
    public PanelLayout inWindow(Panel panel, Bounds bounds) {
        Area area = areaOf(panel);
        OwnWindow before = window(panel).orElse(null);
        OwnWindow own = before == null
                ? new OwnWindow(panel, bounds, area, group(area).panels().indexOf(panel))
                : new OwnWindow(panel, bounds, before.from(), before.index());
        PanelLayout rest = without(panel);
        List<OwnWindow> all = new ArrayList<>(rest.windows);
        all.add(own);
        return new PanelLayout(rest.groups, all, shares, rows);
    }

    /// The same with an own window elsewhere.
    public PanelLayout withBounds(Panel panel, Bounds bounds) {
        List<OwnWindow> all = windows.stream()
                .map(own -> own.panel() == panel ? new OwnWindow(panel, bounds, own.from(), own.index()) : own)
                .toList();
        return new PanelLayout(groups, all, shares, rows);
    }

    /// The same with a panel back from its own window.
    public PanelLayout back(Panel panel) {
        return window(panel).map(own -> moved(panel, own.from(), own.index())).orElse(this);
    }

    /// The same with a panel where a fresh installation has it.
    public PanelLayout home(Panel panel) {
        List<Panel> before = Panel.atHome(panel.home());
        long index = group(panel.home()).panels().stream()
                .filter(other -> before.contains(other) && before.indexOf(other) < before.indexOf(panel))
                .count();
        return moved(panel, panel.home(), (int) index);
    }

    /// The same with a panel some tabs further on in its area; beyond the ends nothing changes.
    public PanelLayout shifted(Panel panel, int tabs) {
        Area area = areaOf(panel);
        if (area == Area.WINDOW) {
            return this;
        }
        int index = group(area).panels().indexOf(panel) + tabs;
        return index < 0 || index >= group(area).panels().size() ? this : moved(panel, area, index);
    }

    /// The same with a panel in front of its area, which is open then.
    public PanelLayout selecting(Panel panel) {
        Area area = areaOf(panel);
        return area == Area.WINDOW ? this : with(area, group -> group.selecting(panel));
    }

    /// The same with an area shown or not.
    public PanelLayout opened(Area area, boolean wanted) {
        return with(area, group -> group.opened(wanted));
    }

    /// The same with the room shared out otherwise.
    public PanelLayout withShares(Shares wanted) {
        return new PanelLayout(groups, windows, wanted, rows);
    }

    /// The same with rows of another height.
    public PanelLayout withRows(RowHeight wanted) {
        return new PanelLayout(groups, windows, shares, wanted);
    }

    /// What an area shows where the window has this much room: the right area's panels are tabs of the bottom one where
    /// the window is narrow.
    public List<Panel> shownIn(Area area, Room room) {
        if (room.wide() || area == Area.LEFT || area == Area.MIDDLE) {
            return group(area).panels();
        }
        return area == Area.RIGHT
                ? List.of()
                : Stream.concat(group(Area.BOTTOM).panels().stream(), group(Area.RIGHT).panels().stream())
                        .toList();
    }

    private PanelLayout with(Area area, UnaryOperator<PanelGroup> change) {
        Map<Area, PanelGroup> changed = new EnumMap<>(groups);
        changed.put(area, change.apply(group(area)));
        return new PanelLayout(changed, windows, shares, rows);
    }

    private PanelLayout without(Panel panel) {
        Map<Area, PanelGroup> changed = new EnumMap<>(Area.class);
        groups.forEach((area, group) -> changed.put(area, group.without(panel)));
        return new PanelLayout(
                changed, windows.stream().filter(own -> own.panel() != panel).toList(), shares, rows);
    }
}
