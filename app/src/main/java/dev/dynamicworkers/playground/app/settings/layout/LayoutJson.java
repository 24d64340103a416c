package dev.dynamicworkers.playground.app.settings.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A layout as keys of a JSON object. What it does not know stays there, also panels of a later version.
public final class LayoutJson {
    private static final String AREAS = "areas";
    private static final String WINDOWS = "windows";
    private static final String ROWS = "rows";
    private static final double SMALLEST = 100;
    private static final double LARGEST = 20_000;

    private final Set<Panel> placed = EnumSet.noneOf(Panel.class);
    private boolean damaged;

    private LayoutJson() {}

    /// What was read.
    ///
    /// @param remark what was corrected, in one sentence; empty for nothing
    public record Reading(PanelLayout layout, String remark) {}

    /// Reads a layout; what is missing is as in a fresh installation, and so is what is damaged.
    public static Reading read(JsonNode node) {
        LayoutJson reader = new LayoutJson();
        PanelLayout layout = reader.layout(node);
        return new Reading(
                layout,
                reader.damaged
                        ? "The kept layout of the window was damaged; what could not be read is as in a fresh"
                                + " installation."
                        : "");
    }

    private PanelLayout layout(JsonNode node) {
        Shares shares = shares(node);
        Map<Area, PanelGroup> groups = new EnumMap<>(Area.class);
        JsonNode areas = node.path(AREAS);
        damaged |= !areas.isMissingNode() && !areas.isObject();
        for (Area area : Area.DOCKED) {
            groups.put(area, group(area, areas.path(area.key())));
        }
        List<OwnWindow> windows = windows(node.path(WINDOWS));
        PanelLayout layout = new PanelLayout(groups, windows, shares, rows(node.path(ROWS)));
        boolean isFresh = areas.isMissingNode();
        for (Panel panel : Panel.values()) {
            if (!placed.contains(panel)) {
                // A panel that is newer than the file, or a file without a layout.
                PanelGroup home = layout.group(panel.home());
                layout = layout.home(panel);
                layout = home.selected() == null ? layout : layout.selecting(home.selected());
                layout = isFresh ? layout : layout.opened(panel.home(), home.open());
            }
        }
        return layout;
    }

    private Shares shares(JsonNode node) {
        Shares defaults = Shares.DEFAULT;
        Shares read = new Shares(
                share(node, "sideBar", defaults.left()),
                share(node, "editors", defaults.editors()),
                share(node, "tools", defaults.bottom()),
                share(node, "exchange", defaults.exchange()),
                share(node, "groups", defaults.groups()),
                share(node, "inspector", defaults.right()));
        if (read.isSound()) {
            return read;
        }
        damaged = true;
        return defaults;
    }

    private RowHeight rows(JsonNode node) {
        Optional<RowHeight> read = RowHeight.of(node.asString(""));
        damaged |= !node.isMissingNode() && read.isEmpty();
        return read.orElse(PanelLayout.DEFAULT.rows());
    }

    private double share(JsonNode node, String key, double preset) {
        JsonNode value = node.path(key);
        damaged |= !value.isMissingNode() && !value.isNumber();
        return value.isNumber() ? value.asDouble() : preset;
    }

    private PanelGroup group(Area area, JsonNode node) {
        List<Panel> panels = new ArrayList<>();
        for (JsonNode name : node.path("panels")) {
            Panel.of(name.asString("")).ifPresent(panel -> {
                if (area.takes(panel) && placed.add(panel)) {
                    panels.add(panel);
                } else {
                    damaged = true;
                }
            });
        }
        JsonNode open = node.path("open");
        damaged |= !open.isMissingNode() && !open.isBoolean();
        Panel selected = Panel.of(node.path("selected").asString("")).orElse(null);
        return new PanelGroup(panels, selected, open.asBoolean(/* defaultValue= */ true));
    }

    private List<OwnWindow> windows(JsonNode nodes) {
        List<OwnWindow> windows = new ArrayList<>();
        for (JsonNode node : nodes) {
            Panel panel = Panel.of(node.path("panel").asString("")).orElse(null);
            if (panel == null) {
                continue;
            }
            Bounds bounds = bounds(node);
            if (bounds == null || !placed.add(panel)) {
                damaged = true;
                continue;
            }
            Area from = Area.DOCKED.stream()
                    .filter(area -> area.key().equals(node.path("from").asString("")) && area.takes(panel))
                    .findFirst()
                    .orElse(panel.home());
            windows.add(new OwnWindow(
                    panel, bounds, from, Math.max(0, node.path("index").asInt(0))));
        }
        return windows;
    }

    private static @Nullable Bounds bounds(JsonNode node) {
        double width = node.path("width").asDouble(Double.NaN);
        double height = node.path("height").asDouble(Double.NaN);
        boolean sound = width >= SMALLEST && width <= LARGEST && height >= SMALLEST && height <= LARGEST;
        return sound
                ? new Bounds(node.path("x").asDouble(Double.NaN), node.path("y").asDouble(Double.NaN), width, height)
                : null;
    }

    /// Writes a layout into an object.
    public static void write(PanelLayout layout, ObjectNode node) {
        Shares shares = layout.shares();
        node.put("sideBar", shares.left());
        node.put("editors", shares.editors());
        node.put("tools", shares.bottom());
        node.put("exchange", shares.exchange());
        node.put("groups", shares.groups());
        node.put("inspector", shares.right());
        node.put(ROWS, layout.rows().word());
        ObjectNode areas = object(node, AREAS);
        for (Area area : Area.DOCKED) {
            PanelGroup group = layout.group(area);
            ObjectNode written = object(areas, area.key());
            writePanels(written, group);
            Panel selected = group.selected();
            if (selected == null) {
                written.remove("selected");
            } else {
                written.put("selected", selected.key());
            }
            written.put("open", group.open());
        }
        writeWindows(layout, node);
    }

    private static void writePanels(ObjectNode node, PanelGroup group) {
        List<String> later = new ArrayList<>();
        for (JsonNode name : node.path("panels")) {
            if (name.isString() && Panel.of(name.asString()).isEmpty()) {
                later.add(name.asString());
            }
        }
        ArrayNode panels = node.putArray("panels");
        group.panels().forEach(panel -> panels.add(panel.key()));
        later.forEach(panels::add);
    }

    private static void writeWindows(PanelLayout layout, ObjectNode node) {
        List<ObjectNode> before = new ArrayList<>();
        for (JsonNode entry : node.path(WINDOWS)) {
            if (entry instanceof ObjectNode object) {
                before.add(object);
            }
        }
        ArrayNode windows = node.putArray(WINDOWS);
        for (OwnWindow own : layout.windows()) {
            ObjectNode entry = before.stream()
                    .filter(object ->
                            object.path("panel").asString("").equals(own.panel().key()))
                    .findFirst()
                    .orElseGet(node::objectNode);
            entry.put("panel", own.panel().key());
            entry.put("from", own.from().key());
            entry.put("index", own.index());
            if (own.bounds().isPlaced()) {
                entry.put("x", own.bounds().x());
                entry.put("y", own.bounds().y());
            }
            entry.put("width", own.bounds().width());
            entry.put("height", own.bounds().height());
            windows.add(entry);
        }
        before.stream()
                .filter(object -> Panel.of(object.path("panel").asString("")).isEmpty())
                .forEach(windows::add);
    }

    private static ObjectNode object(ObjectNode parent, String key) {
        return Objects.requireNonNullElse(parent.get(key), parent) instanceof ObjectNode object && object != parent
                ? object
                : parent.putObject(key);
    }
}
