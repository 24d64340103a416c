package dev.dynamicworkers.playground.app.settings.layout;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which columns a person chose to see or not to see. Of others the width of their table decides.
///
/// @param tables by table whether a column is shown, by what it is called
public record ColumnChoices(Map<PanelTable, Map<String, Boolean>> tables) {
    /// Nothing was chosen.
    public static final ColumnChoices NONE = new ColumnChoices(Map.of());

    public ColumnChoices {
        Map<PanelTable, Map<String, Boolean>> kept = new EnumMap<>(PanelTable.class);
        tables.forEach((table, columns) -> {
            if (!columns.isEmpty()) {
                kept.put(table, Map.copyOf(columns));
            }
        });
        tables = Map.copyOf(kept);
    }

    /// What was chosen for a table.
    public Map<String, Boolean> of(PanelTable table) {
        return tables.getOrDefault(table, Map.of());
    }

    /// The same with other choices for a table.
    public ColumnChoices with(PanelTable table, Map<String, Boolean> columns) {
        Map<PanelTable, Map<String, Boolean>> changed = new EnumMap<>(PanelTable.class);
        changed.putAll(tables);
        changed.put(table, columns);
        return new ColumnChoices(changed);
    }

    /// Reads choices; tables and columns that there are not are left out.
    public static ColumnChoices read(JsonNode node) {
        Map<PanelTable, Map<String, Boolean>> tables = new EnumMap<>(PanelTable.class);
        for (PanelTable table : PanelTable.values()) {
            Map<String, Boolean> columns = new LinkedHashMap<>();
            for (String column : table.columns()) {
                JsonNode shown = node.path(table.key()).path(column);
                if (shown.isBoolean()) {
                    columns.put(column, shown.asBoolean());
                }
            }
            tables.put(table, columns);
        }
        return new ColumnChoices(tables);
    }

    /// Writes choices in place of earlier ones; what a later version wrote of other tables stays.
    public void write(ObjectNode into) {
        for (PanelTable table : PanelTable.values()) {
            into.remove(table.key());
            Map<String, Boolean> columns = of(table);
            if (!columns.isEmpty()) {
                ObjectNode written = into.putObject(table.key());
                table.columns().stream()
                        .filter(columns::containsKey)
                        .forEach(column -> written.put(column, columns.get(column)));
            }
        }
    }
}
