package dev.dynamicworkers.playground.app.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The runs that are over and the requests that left isolates in them. FX thread.
final class RunHistory {
    private static final int MOST_RUNS = 500;
    private static final int MOST_CALLS = 20_000;
    private static final int MOST_LEFT = 50;

    private final ObservableList<RunRecord> runs = FXCollections.observableArrayList();
    private final ObservableList<RunRecord> runsView = FXCollections.unmodifiableObservableList(runs);
    private final ObservableList<NetworkEntry> network = FXCollections.observableArrayList();
    private final ObservableList<NetworkEntry> networkView = FXCollections.unmodifiableObservableList(network);
    private final ObservableList<CallEntry> calls = FXCollections.observableArrayList();
    private final ObservableList<CallEntry> callsView = FXCollections.unmodifiableObservableList(calls);
    private final Exchanges exchanges = new Exchanges();
    private final ReadOnlyObjectWrapper<@Nullable RunRecord> last = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable RunRecord> shown = new SimpleObjectProperty<>();
    private final Deque<RunRecord> left = new ArrayDeque<>();
    private boolean goingBack;
    private boolean real = true;

    RunHistory() {
        shown.subscribe((before, now) -> {
            if (before != null && !goingBack) {
                left.push(before);
                while (left.size() > MOST_LEFT) {
                    left.removeLast();
                }
            }
        });
    }

    /// Newest first.
    ObservableList<RunRecord> runs() {
        return runsView;
    }

    /// Oldest first.
    ObservableList<NetworkEntry> network() {
        return networkView;
    }

    /// The newest 20,000, oldest first.
    ObservableList<CallEntry> calls() {
        return callsView;
    }

    /// What requests consist of.
    Exchanges exchanges() {
        return exchanges;
    }

    ReadOnlyObjectProperty<@Nullable RunRecord> lastProperty() {
        return last.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable RunRecord> shownProperty() {
        return shown;
    }

    /// Adds a run that is over, and shows it.
    void add(RunRecord record) {
        runs.addFirst(record);
        if (runs.size() > MOST_RUNS) {
            runs.remove(MOST_RUNS, runs.size());
        }
        real = true;
        last.set(record);
        shown.set(record);
    }

    /// Whether the newest run was run, and not only made to be looked at.
    boolean isReal() {
        return real;
    }

    /// Shows a run that is none of the history, as the newest that is over.
    void showAsLast(RunRecord record) {
        real = false;
        last.set(record);
        shown.set(record);
    }

    /// Takes these in place of all others, and shows the newest run.
    ///
    /// @param newest first
    void put(List<RunRecord> newest, List<NetworkEntry> requests, List<CallEntry> over) {
        runs.setAll(newest);
        network.setAll(requests);
        calls.setAll(over);
        real = false;
        RunRecord first = newest.isEmpty() ? null : newest.getFirst();
        last.set(first);
        shown.set(first);
    }

    /// Shows the run again that was shown before the present one.
    ///
    /// @return whether there is one
    boolean goBack() {
        RunRecord before = left.poll();
        if (before == null) {
            return false;
        }
        goingBack = true;
        try {
            shown.set(before);
        } finally {
            goingBack = false;
        }
        return true;
    }

    /// Adds runs of earlier sessions, newest first.
    void restore(List<RunRecord> earlier) {
        runs.addAll(earlier.subList(0, Math.min(earlier.size(), MOST_RUNS - Math.min(MOST_RUNS, runs.size()))));
    }

    /// Forgets all runs; the one that is shown stays on screen.
    void clearRuns() {
        runs.clear();
    }

    /// Adds a request while its run is live.
    void requested(NetworkEntry entry) {
        network.add(entry);
    }

    /// Takes all requests of a run in place of those that were heard of while it was live.
    void requested(long run, List<NetworkEntry> all) {
        network.removeIf(entry -> entry.run() == run);
        network.addAll(all);
    }

    /// The requests of one run that were heard of.
    List<NetworkEntry> network(long run) {
        return network.stream().filter(entry -> entry.run() == run).toList();
    }

    /// Adds calls that are over.
    void called(List<CallEntry> over) {
        List<CallEntry> kept = over.size() > MOST_CALLS ? over.subList(over.size() - MOST_CALLS, over.size()) : over;
        int excess = calls.size() + kept.size() - MOST_CALLS;
        if (excess > 0) {
            calls.remove(0, excess);
        }
        calls.addAll(kept);
    }

    void clearCalls() {
        calls.clear();
    }

    void clearNetwork() {
        network.clear();
        exchanges.clear();
    }
}
