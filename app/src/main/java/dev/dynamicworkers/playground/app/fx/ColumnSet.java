package dev.dynamicworkers.playground.app.fx;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Which columns of a table are shown: those that a person chose, and of the others those that there is room for. One
/// always is. FX thread.
public final class ColumnSet {
    /// Keeps what a person chose.
    public interface Memory {
        /// Whether a column is shown, by what it is called; without those that the width decides about.
        ObservableValue<Map<String, Boolean>> chosen();

        /// Takes other choices.
        void choose(Map<String, Boolean> columns);
    }

    private final Memory memory;
    private final Map<String, Double> leastWidths = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Set<String>> shown = new ReadOnlyObjectWrapper<>(Set.of());
    private double width;

    public ColumnSet(Memory memory) {
        this.memory = memory;
        memory.chosen().addListener((observed, before, after) -> refresh());
    }

    /// Adds a column.
    ///
    /// @param least width of the table from which on there is room for it
    public void add(String column, double least) {
        leastWidths.put(column, least);
        refresh();
    }

    /// The table is this wide.
    public void fit(double tableWidth) {
        width = tableWidth;
        refresh();
    }

    private void refresh() {
        Set<String> now = new LinkedHashSet<>();
        leastWidths.forEach((column, least) -> {
            if (chosen(column) instanceof Boolean wanted ? wanted : width >= least) {
                now.add(column);
            }
        });
        if (now.isEmpty()) {
            leastWidths.keySet().stream()
                    .filter(column -> !Boolean.FALSE.equals(chosen(column)))
                    .findFirst()
                    .or(() -> leastWidths.keySet().stream().findFirst())
                    .ifPresent(now::add);
        }
        if (!now.equals(shown.get())) {
            shown.set(now);
        }
    }

    private @Nullable Boolean chosen(String column) {
        return memory.chosen().getValue().get(column);
    }

    /// The columns that are shown, in their order.
    public ReadOnlyObjectProperty<Set<String>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// All columns, in their order.
    public Set<String> all() {
        return leastWidths.keySet();
    }

    /// Whether a column is shown and the only one, which stays.
    public boolean isLast(String column) {
        return shown.get().size() == 1 && shown.get().contains(column);
    }

    /// Why a column is not as a person would think; empty for nothing.
    public String note(String column) {
        if (isLast(column)) {
            return "the last one stays";
        }
        Double least = leastWidths.get(column);
        return least == null || chosen(column) != null || width >= least
                ? ""
                : "hidden: the table is narrower than " + Math.round(least) + " pixels";
    }

    /// Whether a person chose anything.
    public boolean isChanged() {
        return !memory.chosen().getValue().isEmpty();
    }

    // Commands

    /// Hides a column that is shown, or shows one that is not, whatever the width.
    ///
    /// @return false for the last one, which stays
    public boolean toggle(String column) {
        if (isLast(column)) {
            return false;
        }
        Map<String, Boolean> changed = new LinkedHashMap<>(memory.chosen().getValue());
        changed.put(column, !shown.get().contains(column));
        memory.choose(changed);
        return true;
    }

    /// Leaves all to the width again.
    public void reset() {
        memory.choose(Map.of());
    }
}
