package dev.dynamicworkers.playground.app.session;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.BooleanBinding;

/// All that runs of the project, to be stopped as a whole: the live run, what would send further ones by itself, and
/// events that no run waits for, such as batches of queues, alarms and what is left of earlier runs. FX thread.
public final class LiveWork {
    private final RunControl runs;
    private final Notices notices;
    private final BooleanBinding any;
    private final BooleanBinding live;
    private final Set<Runnable> senders = new LinkedHashSet<>();

    LiveWork(RunControl runs, RunState state, Notices notices) {
        this.runs = runs;
        this.notices = notices;
        live = state.liveProperty();
        any = live.or(runs.hasCodeProperty());
    }

    /// Whether there can be any: a run is live, or an engine has the project's code.
    public BooleanBinding anyProperty() {
        return any;
    }

    /// Names how to stop what sends runs by itself.
    ///
    /// @param stop without effect where nothing is to be sent
    /// @return forgets it
    public Runnable sender(Runnable stop) {
        senders.add(stop);
        return () -> senders.remove(stop);
    }

    /// Ends all of it. What does not yield is killed with its engine process.
    public void stopAll() {
        boolean wasLive = live.get();
        // First, or a run that ends is followed by the next one.
        List.copyOf(senders).forEach(Runnable::run);
        runs.stopAll();
        if (!wasLive) {
            notices.tell("All that still went on in the background was stopped.");
        }
    }
}
