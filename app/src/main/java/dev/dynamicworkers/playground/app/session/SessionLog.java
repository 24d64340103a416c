package dev.dynamicworkers.playground.app.session;

import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The console's lines: the newest 10,000, and how many were dropped. FX thread.
public final class SessionLog {
    /// Most lines that are kept.
    public static final int CAPACITY = 10_000;

    private final ObservableList<LogEntry> lines = FXCollections.observableArrayList();
    private final ObservableList<LogEntry> linesView = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper();

    /// The lines, oldest first.
    public ObservableList<LogEntry> lines() {
        return linesView;
    }

    /// How many older lines are gone.
    public ReadOnlyLongProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }

    void append(List<LogEntry> entries, long lost) {
        List<LogEntry> kept =
                entries.size() > CAPACITY ? entries.subList(entries.size() - CAPACITY, entries.size()) : entries;
        int excess = lines.size() + kept.size() - CAPACITY;
        if (excess > 0) {
            lines.remove(0, excess);
        }
        lines.addAll(kept);
        long gone = lost + Math.max(0, excess) + entries.size() - kept.size();
        if (gone > 0) {
            dropped.set(dropped.get() + gone);
        }
    }

    /// Empties the console.
    public void clear() {
        lines.clear();
        dropped.set(0);
    }
}
