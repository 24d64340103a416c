package dev.dynamicworkers.playground.app.panel.runs;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RowFilter;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.Warmth;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

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

    /// Whether a run had other code, or another configuration, than the run before it.
    public boolean isCodeChanged(RunRecord run) {
        List<RunRecord> all = session.runs();
        int at = all.indexOf(run);
        return !run.code().isEmpty()
                && at >= 0
                && all.subList(at + 1, all.size()).stream()
                        .map(RunRecord::code)
                        .filter(code -> !code.isEmpty())
                        .findFirst()
                        .filter(code -> !code.equals(run.code()))
                        .isPresent();
    }

    private static boolean matches(RunRecord run, String text) {
        RunRecord.Reply reply = run.reply();
        String isolates = run.isolates().stream().map(IsolateSnapshot::label).collect(Collectors.joining(" "));
        return RowFilter.of(text)
                .passes(
                        run.number(),
                        isolates,
                        String.join(
                                " ",
                                "#" + run.number(),
                                run.request().summary(),
                                run.verdict().word(),
                                reply == null ? "" : reply.statusLine()));
    }

    /// Shows the request of a run, to be changed and sent as a new one.
    public void compose(RunRecord run) {
        session.wish(new Wish.Compose(session.secretMask().filled(run.request())));
    }

    /// Sends the request of a run once more, as it was.
    public void replay(RunRecord run) {
        session.send(session.secretMask().filled(run.request()), Warmth.KEEP);
    }

    /// Compares other runs with this one; asked for the one that is pinned, lets go of it.
    public void pin(RunRecord run) {
        session.pinnedRunProperty().set(session.pinnedRunProperty().get() == run ? null : run);
    }

    /// The run that others are compared with; null for none.
    public ReadOnlyObjectProperty<@Nullable RunRecord> pinnedProperty() {
        return session.pinnedRunProperty();
    }

    /// Tells a run as Markdown.
    ///
    /// @param then gets it later
    public void report(RunRecord run, Consumer<String> then) {
        session.report(run, then);
    }

    /// The run that the response panel shows; null for none.
    public @Nullable RunRecord shownRun() {
        return session.shownRunProperty().get();
    }

    /// Tells that a report is on the clipboard, or that there is no run to report.
    void told(@Nullable RunRecord run) {
        session.notices()
                .tell(
                        run == null
                                ? "There is no run to report yet. Send the request first."
                                : "Run #" + run.number()
                                        + " is on the clipboard as Markdown: request, outcome, console, rules and"
                                        + " code, without the values of secrets.");
    }

    /// Writes a run into a file.
    public void export(RunRecord run, Path file) {
        session.export(run, file);
    }

    /// Forgets all runs, those of earlier sessions included; the notice that tells of it brings them back.
    public void clear() {
        List<RunRecord> gone = List.copyOf(session.runs());
        if (gone.isEmpty()) {
            return;
        }
        session.keptRuns().clear();
        session.notices()
                .tell(
                        "Forgot " + Amounts.count(gone.size(), "run") + ", what is kept on disk included.",
                        "Undo",
                        () -> session.keptRuns().bringBack(gone));
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
