package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.StaleIsolates;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;

/// Says when isolates of the inspector's worker were loaded with something else than the project says by now, and lets
/// go of them. FX thread.
public final class StaleModel implements AutoCloseable {
    private static final int MOST_NAMED = 3;

    private final ProjectSession session;
    private final StaleIsolates stale;
    private final Predicate<IsolateSnapshot> shown;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");

    /// @param worker changes with the worker that is shown
    /// @param shown whether an isolate is of that worker
    StaleModel(ProjectSession session, StringProperty worker, Predicate<IsolateSnapshot> shown) {
        this.session = session;
        this.shown = shown;
        stale = session.isolates().stale();
        subscriptions.listen(stale.changesProperty(), changes -> refresh());
        subscriptions.observe(worker, name -> refresh());
        // Rules are in a hidden folder, which is not watched, and the settings are no file of the project.
        subscriptions.listen(session.policy().stateProperty(), state -> stale.look());
        subscriptions.listen(session.allowance().limitsProperty(), limits -> stale.look());
    }

    private List<IsolateSnapshot> found() {
        Map<IsolateId, List<String>> changes = stale.changesProperty().get();
        return session.isolates().snapshotsProperty().get().stream()
                .filter(isolate -> changes.containsKey(isolate.id()) && shown.test(isolate))
                .toList();
    }

    private void refresh() {
        List<IsolateSnapshot> found = found();
        if (found.isEmpty()) {
            sentence.set("");
            return;
        }
        Set<String> changed = new LinkedHashSet<>();
        found.forEach(isolate -> changed.addAll(stale.changesProperty().get().getOrDefault(isolate.id(), List.of())));
        List<String> named = changed.stream().limit(MOST_NAMED).toList();
        String what = String.join(", ", named)
                + (changed.size() > MOST_NAMED ? " and " + (changed.size() - MOST_NAMED) + " more" : "");
        String who = found.size() == 1 ? found.getFirst().label() + " was" : found.size() + " isolates were";
        sentence.set("Applies to the next isolate: " + what + " changed after " + who + " loaded.");
    }

    // Properties

    /// What does not apply yet, one sentence; empty when all does.
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /// Whether a run is live, so that nothing can be loaded anew.
    ObservableBooleanValue liveProperty() {
        return session.runState().liveProperty();
    }

    // Commands

    /// Lets go of the isolates, so that the next request loads them as the project is now.
    public void reload() {
        List<IsolateSnapshot> found = found();
        if (found.isEmpty() || session.runState().liveProperty().get()) {
            return;
        }
        boolean withParent = found.stream().anyMatch(isolate -> isolate.role() == IsolateSnapshot.Role.PARENT);
        if (withParent || stale.isOfProject()) {
            // The parent holds the texts that it loads, so that it has to go as well.
            session.evictAll();
            session.notices().tell("All isolates are gone; the next request loads them as the project is now.");
            return;
        }
        found.forEach(isolate -> session.evict(
                isolate.id(),
                evicted -> session.notices()
                        .tell(
                                evicted
                                        ? isolate.label() + " is gone; the next request loads it as the rules are now."
                                        : isolate.label()
                                                + " stays: it is busy, or an object lives in it. A run in a fresh"
                                                + " isolate lets go of it.")));
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
