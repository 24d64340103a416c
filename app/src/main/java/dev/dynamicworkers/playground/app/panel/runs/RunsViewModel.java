package dev.dynamicworkers.playground.app.panel.runs;

import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.Warmth;
import dev.dynamicworkers.playground.app.session.Wish;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// Runs that are over, newest first. FX thread.
public final class RunsViewModel {
    private final ProjectSession session;
    private final FilteredList<RunRecord> shown;
    private final StringProperty filter = new SimpleStringProperty("");

    /// @param session whose runs are shown
    public RunsViewModel(ProjectSession session) {
        this.session = session;
        shown = new FilteredList<>(session.runs());
        filter.subscribe(text -> shown.setPredicate(run -> matches(run, text)));
    }

    /// The runs, newest first.
    public ObservableList<RunRecord> runs() {
        return session.runs();
    }

    /// The runs that pass the filter.
    public ObservableList<RunRecord> shown() {
        return shown;
    }

    /// What is typed into the filter: words of request, outcome and status.
    public StringProperty filterProperty() {
        return filter;
    }

    private static boolean matches(RunRecord run, String text) {
        RunRecord.Reply reply = run.reply();
        String searched = ("#" + run.number() + " " + run.request().summary() + " "
                        + run.verdict().word() + " " + (reply == null ? "" : reply.statusLine()))
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(searched::contains);
    }

    /// Shows the request of a run, to be changed and sent as a new one.
    public void compose(RunRecord run) {
        session.wish(new Wish.Compose(session.secretMask().filled(run.request())));
    }

    /// Sends the request of a run once more, as it was.
    public void replay(RunRecord run) {
        session.send(session.secretMask().filled(run.request()), Warmth.KEEP);
    }

    /// Compares other runs with this one.
    public void pin(RunRecord run) {
        session.pinnedRunProperty().set(run);
    }

    /// Writes a run into a file.
    public void export(RunRecord run, Path file) {
        session.keptRuns()
                .export(run, file, written -> session.notices().tell("Wrote run #" + run.number() + " to " + written));
    }

    /// Forgets all runs, those of earlier sessions included.
    public void clear() {
        session.keptRuns().clear();
    }

    /// Whether a run is live, so that none can be sent.
    public ObservableBooleanValue liveProperty() {
        return session.runState().liveProperty();
    }

    /// Shows the response of a run.
    public void open(RunRecord run) {
        session.shownRunProperty().set(run);
    }
}
