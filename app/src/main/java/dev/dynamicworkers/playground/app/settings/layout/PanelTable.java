package dev.dynamicworkers.playground.app.settings.layout;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The tables whose columns a person chooses, each in the panel of its name.
public enum PanelTable {
    ISOLATES(
            Panel.ISOLATES,
            "Isolate",
            "State",
            "Requests",
            "CPU",
            "Allocated",
            "Retained, own",
            "Age",
            "Idle",
            "Last outcome",
            "Ended because"),
    NETWORK(
            Panel.NETWORK,
            "Decision",
            "Method",
            "URL",
            "Status",
            "Type",
            "Time",
            "Waterfall",
            "Isolate",
            "Run",
            "Rule"),
    CALLS(
            Panel.CALLS,
            "Time",
            "Run",
            "Isolate",
            "Call",
            "Arguments",
            "Result",
            "Took",
            "Sent",
            "Received",
            "Decision",
            "Line"),
    PROFILE(Panel.PROFILE, "Function", "Self", "Total", "Samples", "Place", "Isolate"),
    TIMELINE(Panel.TIMELINE, "At", "Took", "Isolate", "What", "Text"),
    RUNS(Panel.RUNS, "#", "Time", "Request", "Outcome", "Status", "Time taken", "CPU", "Start", "Isolates", "Code");

    private final Panel panel;
    private final List<String> columns;

    PanelTable(Panel panel, String... columns) {
        this.panel = panel;
        this.columns = List.of(columns);
    }

    /// The panel that it is in.
    public Panel panel() {
        return panel;
    }

    /// What its columns are called, from left to right.
    public List<String> columns() {
        return columns;
    }

    /// Its name in files and ids.
    public String key() {
        return panel.key();
    }

    /// A column's name in ids.
    public static String key(String column) {
        return column.equals("#") ? "number" : column.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    /// The table with this name.
    public static Optional<PanelTable> of(String key) {
        return Stream.of(values()).filter(table -> table.key().equals(key)).findFirst();
    }
}
