package dev.dynamicworkers.playground.app.session;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The console's lines: the newest 100,000, and how many were dropped. FX thread.
public final class SessionLog {
    /// Most lines that are kept.
    public static final int CAPACITY = 100_000;

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

    void append(List<LogEntry> arrived, long lost) {
        List<LogEntry> entries = folded(arrived);
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

    /// The lines with those that say the same as the one before them counted in it.
    private List<LogEntry> folded(List<LogEntry> arrived) {
        List<LogEntry> folded = new ArrayList<>(arrived.size());
        for (LogEntry entry : arrived) {
            LogEntry before = !folded.isEmpty() ? folded.getLast() : lines.isEmpty() ? null : lines.getLast();
            if (before == null || !before.says(entry)) {
                folded.add(entry);
            } else if (folded.isEmpty()) {
                lines.set(lines.size() - 1, before.repeated());
            } else {
                folded.set(folded.size() - 1, before.repeated());
            }
        }
        return folded;
    }

    /// Empties the console.
    public void clear() {
        lines.clear();
        dropped.set(0);
    }
}
