package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.settings.layout.PanelLayout;
import dev.dynamicworkers.playground.app.settings.layout.Room;
import dev.dynamicworkers.playground.app.settings.layout.Shares;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import org.jspecify.annotations.Nullable;

/// Shows a {@link PanelLayout}: the areas of the main window around the editors. FX thread.
final class Dock implements AutoCloseable {
    private static final double LOW_EDITORS = 0.54;
    private static final EnumSet<Panel> BUTTONED =
            EnumSet.copyOf(Stream.of(Panel.values()).filter(Panel::hasButton).toList());

    private static final double LEAST_LEFT = 140;
    private static final double LEAST_WIDTH = 230;
    private static final double LEAST_HEIGHT = 90;

    private final PanelParts parts;
    private final Node editors;
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final SplitPane exchange = new SplitPane();
    private final Tab exchangeTab = new Tab();
    private final Map<Area, PanelTabs> areas = new EnumMap<>(Area.class);
    private final Map<Panel, PanelBox> boxes = new EnumMap<>(Panel.class);
    private PanelLayout layout = PanelLayout.DEFAULT;
    private Room room = Room.AMPLE;
    private boolean leftFolded;
    /// How rows, and request and response, share the room where these two are stacked; not kept for later starts.
    private Stack stack = new Stack(0.3, 0.8, 0.42);

    /// @param editors share of the height above the request
    /// @param bottom share of the height above the bottom area
    /// @param request share that the request has of its row
    private record Stack(double editors, double bottom, double request) {}

    private Runnable onShown = () -> {};
    private Runnable onShared = () -> {};

    /// @param editors what all areas are around
    /// @param menu shows where a panel can go, beside a node
    Dock(PanelParts parts, Node editors, BiConsumer<Panel, Node> menu) {
        this.parts = parts;
        this.editors = editors;
        area(Area.LEFT, "left-tabs", "Panels at the left", BUTTONED).setMinWidth(LEAST_LEFT);
        area(Area.RIGHT, "right-tabs", "Panels at the right", EnumSet.noneOf(Panel.class))
                .setMinWidth(LEAST_WIDTH);
        area(Area.BOTTOM, "tool-tabs", "Panels at the bottom", EnumSet.noneOf(Panel.class))
                .setMinHeight(LEAST_HEIGHT);
        // A start waits for no view at the right.
        of(Area.RIGHT).hold();
        for (Panel panel : layout.group(Area.MIDDLE).panels()) {
            boxes.put(panel, new PanelBox(parts.get(panel), menu));
        }
        exchange.setId("exchange");
        exchangeTab.setUserData(parts.get(Panel.REQUEST).icon().node(14));
        rows.setOrientation(Orientation.VERTICAL);
        columns.setId("columns");
        for (SplitPane pane : List.of(columns, rows, exchange)) {
            new Dividers(pane, this::shared, this::closePart);
        }
    }

    private PanelTabs area(Area area, String id, String name, EnumSet<Panel> buttoned) {
        PanelTabs made = new PanelTabs(parts, area, id, name, buttoned);
        SplitPane.setResizableWithParent(made, false);
        areas.put(area, made);
        return made;
    }

    private PanelTabs of(Area area) {
        return Objects.requireNonNull(areas.get(area), area.key());
    }

    /// The areas and the editors between them.
    Node node() {
        return columns;
    }

    /// What all areas are around.
    Node editors() {
        return editors;
    }

    /// The request row.
    Node exchange() {
        return exchange;
    }

    /// The panels that have grips, with them.
    Map<Panel, PanelBox> boxes() {
        return boxes;
    }

    /// Names what is done when other panels can be seen than before.
    void onShown(Runnable action) {
        onShown = action;
    }

    /// Names what is done when a person shared the room out.
    void onShared(Runnable action) {
        onShared = action;
    }

    /// What an area of tabs shows, for whoever adds to it.
    PanelTabs tabs(Area area) {
        return of(area);
    }

    // The layout

    /// Puts panels where a layout says.
    void apply(PanelLayout wanted) {
        layout = wanted;
        show();
        for (Area area : areas.keySet()) {
            Panel front = wanted.group(area).selected();
            if (front != null) {
                of(area).select(front);
            }
        }
        onShown.run();
        shareRoom();
    }

    /// Where panels stand in this moment, and how the room is shared out.
    PanelLayout layout() {
        remember();
        PanelLayout now = layout;
        for (Area area : areas.keySet()) {
            Panel front = of(area).selected();
            if (front != null && now.areaOf(front) == area) {
                now = now.selecting(front).opened(area, layout.group(area).open());
            }
        }
        return now;
    }

    /// Takes note of how much room there is.
    void fit(Room now) {
        if (now.equals(room)) {
            return;
        }
        remember();
        if (now.slim() != room.slim()) {
            leftFolded = now.slim();
        }
        room = now;
        show();
        onShown.run();
        shareRoom();
    }

    /// Makes what a start did not wait for.
    void fill() {
        of(Area.RIGHT).release();
    }

    private void shared() {
        remember();
        onShared.run();
    }

    private void closePart(Node part) {
        for (Area area : areas.keySet()) {
            if (of(area) == part) {
                toggle(area);
            }
        }
        onShared.run();
    }

    /// Shows an area, or takes it away.
    void toggle(Area area) {
        remember();
        boolean shown = isShown(area);
        leftFolded &= area != Area.LEFT;
        layout = layout.opened(area, !shown);
        if (area == Area.RIGHT && !shown) {
            fill();
        }
        show();
        onShown.run();
        share();
    }

    /// Whether an area can be seen.
    boolean isShown(Area area) {
        boolean wanted = layout.group(area).open()
                && !layout.shownIn(area, room).isEmpty()
                && !(area == Area.LEFT && leftFolded);
        return area == Area.BOTTOM ? isBottomShown() : wanted;
    }

    private boolean isBottomShown() {
        boolean low = !room.tall() && !layout.group(Area.MIDDLE).panels().isEmpty();
        return layout.group(Area.BOTTOM).open()
                && (low || !layout.shownIn(Area.BOTTOM, room).isEmpty());
    }

    /// Whether a panel of a docked area can be seen.
    boolean isShown(Panel panel) {
        Area area = layout.areaOf(panel);
        if (area == Area.MIDDLE) {
            return room.tall()
                    ? isShown(area)
                    : isBottomShown() && of(Area.BOTTOM).isLeadShown();
        }
        Area shownIn = area == Area.RIGHT && !room.wide() ? Area.BOTTOM : area;
        return shownIn != Area.WINDOW
                && isShown(shownIn)
                && of(shownIn).selected() == panel
                && !of(shownIn).isLeadShown();
    }

    /// Brings a panel of the main window to the front without taking the focus.
    void front(Panel panel) {
        Area area = layout.areaOf(panel);
        boolean same = isShown(panel);
        if (same || area == Area.WINDOW) {
            return;
        }
        remember();
        layout = layout.opened(area, /* wanted= */ true);
        boolean guest = area == Area.RIGHT && !room.wide() || area == Area.MIDDLE && !room.tall();
        if (guest) {
            layout = layout.opened(Area.BOTTOM, /* wanted= */ true);
        }
        if (area == Area.LEFT) {
            leftFolded = false;
        }
        if (area == Area.RIGHT) {
            fill();
        }
        boolean grows = show();
        if (area == Area.MIDDLE) {
            of(Area.BOTTOM).selectLead();
        } else {
            of(guest ? Area.BOTTOM : area).select(panel);
        }
        onShown.run();
        if (grows) {
            share();
        }
    }

    /// Gives the focus to what is in a panel of the main window that is in front.
    void focus(Panel panel) {
        // A view that was just made is in the window only after this, and what is not in it takes no focus.
        columns.applyCss();
        columns.layout();
        parts.get(panel).focus();
    }

    /// Whether there is room for the right area.
    boolean isWide() {
        return room.wide();
    }

    // Nodes

    private boolean isLow() {
        return !room.tall();
    }

    /// Whether the response stands under the request. A low window has no height for that.
    private boolean isStacked() {
        return !room.beside() && !isLow();
    }

    /// Puts all in its place; nothing moves that is there already.
    ///
    /// @return whether an area came or went
    private boolean show() {
        areas.forEach((area, tabs) -> tabs.keepOnly(layout.shownIn(area, room)));
        showExchange();
        areas.forEach((area, tabs) -> tabs.show(layout.shownIn(area, room)));
        List<Node> inRows = new ArrayList<>();
        inRows.add(editors);
        if (!isLow() && isShown(Area.MIDDLE)) {
            inRows.add(exchange);
        }
        if (isShown(Area.BOTTOM)) {
            inRows.add(of(Area.BOTTOM));
        }
        List<Node> inColumns = new ArrayList<>();
        if (isShown(Area.LEFT)) {
            inColumns.add(of(Area.LEFT));
        }
        inColumns.add(rows);
        if (isShown(Area.RIGHT)) {
            inColumns.add(of(Area.RIGHT));
        }
        return place(rows, inRows) | place(columns, inColumns);
    }

    private void showExchange() {
        List<Panel> panels = layout.group(Area.MIDDLE).panels();
        boxes.forEach((panel, box) -> {
            if (!panels.contains(panel)) {
                box.release();
            }
        });
        List<Node> inExchange = new ArrayList<>();
        for (Panel panel : panels) {
            PanelBox box = Objects.requireNonNull(boxes.get(panel), panel.title());
            box.fill();
            inExchange.add(box);
        }
        place(exchange, inExchange);
        exchange.setOrientation(isStacked() ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        boolean beside = !BUTTONED.containsAll(layout.group(Area.LEFT).panels());
        of(Area.LEFT).setMinWidth(beside ? LEAST_WIDTH : LEAST_LEFT);
        boolean leads = isLow() && !panels.isEmpty();
        if (leads) {
            rows.getItems().remove(exchange);
            exchangeTab.setId("tool-" + panels.getFirst().key());
            exchangeTab.setText(panels.getFirst().title());
            exchangeTab.setContent(exchange);
        } else {
            exchangeTab.setContent(null);
        }
        of(Area.BOTTOM).lead(leads ? exchangeTab : null);
    }

    private static boolean place(SplitPane pane, List<Node> wanted) {
        if (pane.getItems().equals(wanted)) {
            return false;
        }
        pane.getItems().removeIf(item -> !wanted.contains(item));
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= pane.getItems().size() || pane.getItems().get(i) != wanted.get(i)) {
                pane.getItems().remove(wanted.get(i));
                pane.getItems().add(i, wanted.get(i));
            }
        }
        return true;
    }

    // Shares

    /// Shares the room out as it is remembered.
    void shareRoom() {
        share();
        // A split pane corrects its dividers when its size changes, so they are set once more after the layout.
        FxThread.onNextFrame(() -> {
            share();
            FxThread.onNextFrame(this::share);
        });
    }

    private void share() {
        Shares shares = layout.shares();
        List<Double> inColumns = new ArrayList<>();
        if (isIn(columns, of(Area.LEFT))) {
            inColumns.add(shares.left());
        }
        if (isIn(columns, of(Area.RIGHT))) {
            inColumns.add(shares.right());
        }
        set(columns, inColumns);
        List<Double> inRows = new ArrayList<>();
        if (isIn(rows, exchange)) {
            inRows.add(isStacked() ? stack.editors() : shares.editors());
        }
        if (isIn(rows, of(Area.BOTTOM))) {
            inRows.add(isLow() ? LOW_EDITORS : isStacked() ? stack.bottom() : shares.bottom());
        }
        set(rows, inRows);
        exchange.setDividerPositions(isStacked() ? stack.request() : shares.exchange());
    }

    private static boolean isIn(SplitPane pane, Node node) {
        return pane.getItems().contains(node);
    }

    private static void set(SplitPane pane, List<Double> positions) {
        pane.setDividerPositions(
                positions.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// Takes note of how the person shared the room out.
    private void remember() {
        Shares before = layout.shares();
        double[] across = columns.getDividerPositions();
        double[] down = rows.getDividerPositions();
        boolean middle = isIn(rows, exchange);
        boolean bottom = isIn(rows, of(Area.BOTTOM)) && !isLow();
        boolean both = exchange.getItems().size() == 2;
        if (exchange.getOrientation() == Orientation.VERTICAL) {
            stack = new Stack(
                    middle ? down[0] : stack.editors(),
                    bottom ? down[down.length - 1] : stack.bottom(),
                    both ? exchange.getDividerPositions()[0] : stack.request());
            middle = false;
            bottom = false;
            both = false;
        }
        layout = layout.withShares(new Shares(
                // In a slim window it is as wide as it has to be, which nobody wished for.
                isIn(columns, of(Area.LEFT)) && !room.slim() ? across[0] : before.left(),
                middle ? down[0] : before.editors(),
                bottom ? down[down.length - 1] : before.bottom(),
                both ? exchange.getDividerPositions()[0] : before.exchange(),
                before.groups(),
                isIn(columns, of(Area.RIGHT)) ? across[across.length - 1] : before.right()));
    }

    /// The panels that can be seen in the main window, from left to right and from top to bottom.
    List<Panel> shown(Area area) {
        if (area == Area.MIDDLE) {
            return isLow() || !isShown(area) ? List.of() : layout.group(area).panels();
        }
        Panel front = of(area).selected();
        return front == null || !isShown(area) || of(area).isLeadShown() ? List.of() : List.of(front);
    }

    /// The node of a docked panel's surroundings; null while it is not in the window.
    @Nullable
    Node surroundings(Panel panel) {
        Area area = layout.areaOf(panel);
        return area == Area.MIDDLE ? boxes.get(panel) : of(area == Area.WINDOW ? panel.home() : area);
    }

    @Override
    public void close() {
        areas.values().forEach(PanelTabs::close);
    }
}
