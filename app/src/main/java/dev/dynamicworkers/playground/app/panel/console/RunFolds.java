package dev.dynamicworkers.playground.app.panel.console;

import dev.dynamicworkers.playground.app.session.LogEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Runs whose lines are folded behind the first one. FX thread.
final class RunFolds {
    private final Map<Long, Fold> folds = new HashMap<>();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    /// @param hidden how many lines stood behind the first one when the run was folded
    private record Fold(LogEntry first, int hidden) {
        boolean isFirst(LogEntry entry) {
            return entry.time().equals(first.time()) && entry.text().equals(first.text());
        }
    }

    /// Changes with every fold.
    ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// Folds the lines of a run, or shows them again.
    ///
    /// @param all lines, oldest first
    void toggle(long run, List<LogEntry> all) {
        if (folds.remove(run) == null) {
            fold(run, all);
        }
        version.set(version.get() + 1);
    }

    /// Folds a run; runs of one line have nothing to fold.
    private void fold(long run, List<LogEntry> all) {
        List<LogEntry> own = all.stream().filter(entry -> entry.run() == run).toList();
        if (own.size() > 1) {
            folds.put(run, new Fold(own.getFirst(), own.size() - 1));
        }
    }

    /// Folds all runs but the newest; shows all lines again when something is folded.
    void toggleAll(List<LogEntry> all) {
        if (!folds.isEmpty()) {
            folds.clear();
        } else if (!all.isEmpty()) {
            long newest = all.getLast().run();
            all.stream()
                    .mapToLong(LogEntry::run)
                    .distinct()
                    .filter(run -> run != newest)
                    .forEach(run -> fold(run, all));
        }
        version.set(version.get() + 1);
    }

    boolean isFolded(long run) {
        return folds.containsKey(run);
    }

    /// How many lines are behind the first one of a run.
    int hidden(long run) {
        Fold fold = folds.get(run);
        return fold == null ? 0 : fold.hidden();
    }

    boolean shows(LogEntry entry) {
        Fold fold = folds.get(entry.run());
        return fold == null || fold.isFirst(entry);
    }
}
