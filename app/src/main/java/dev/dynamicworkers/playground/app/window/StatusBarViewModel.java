package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.panel.debug.DebugViewModel;
import dev.dynamicworkers.playground.app.panel.editor.EditorGroup;
import dev.dynamicworkers.playground.app.panel.editor.EditorsViewModel;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.Engine;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.Policy;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunState;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.window.Announcements.Subject;
import dev.dynamicworkers.playground.core.project.WorkerOverlay;
import dev.dynamicworkers.playground.core.worker.Question;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/// What the status bar says, as texts. FX thread.
final class StatusBarViewModel implements AutoCloseable {
    private final ProjectSession session;
    private final EditorsViewModel editors;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyStringWrapper run = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper isolates = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lastRun = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lastTone = new ReadOnlyStringWrapper("muted");
    private final ReadOnlyStringWrapper file = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper network = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper taken = new ReadOnlyStringWrapper("");
    private final TasksViewModel tasks;
    private final Announcements announcements;
    private final ReadOnlyStringWrapper lineEnd = new ReadOnlyStringWrapper("");

    StatusBarViewModel(ProjectSession session, EditorsViewModel editors) {
        this.session = session;
        this.editors = editors;
        tasks = new TasksViewModel(session.tasks().list(), session.notices());
        subscriptions.add(tasks::close);
        announcements =
                new Announcements(session::later, () -> editors.settings().get().word(Setting.ANNOUNCEMENTS));
        subscriptions.observe(session.runState().phaseProperty(), phase -> refreshRun());
        subscriptions.observe(session.debugging().pauseProperty(), pause -> {
            refreshRun();
            if (pause != null) {
                announcements.say(Subject.PAUSE, DebugViewModel.words(pause), "");
            }
        });
        subscriptions.observe(session.isolates().snapshotsProperty(), all -> refreshIsolates());
        subscriptions.observe(session.lastRunProperty(), this::showLastRun);
        subscriptions.onChange(
                this::refreshFile,
                editors.activeGroupProperty(),
                editors.parent().frontProperty(),
                editors.dynamic().frontProperty(),
                editors.languageChangeProperty());
        refreshFile();
        ObservableValue<OpenFile> front = editors.activeGroupProperty().flatMap(EditorGroup::frontProperty);
        subscriptions.listen(front.flatMap(OpenFile::savedProperty), content -> refreshEncoding());
        subscriptions.listen(front.flatMap(OpenFile::lineEndProperty), end -> refreshEncoding());
        refreshEncoding();
        subscriptions.observe(session.policy().stateProperty(), this::showRules);
        ListChangeListener<Question> asked = change -> {
            if (!session.questions().open().isEmpty()) {
                Question first = session.questions().open().getFirst();
                announcements.say(Subject.QUESTION, first.worker() + " asks: " + first.subject(), "");
            }
        };
        session.questions().open().addListener(asked);
        subscriptions.listen(
                editors.lineProblemProperty(),
                problem -> announcements.say(Subject.CARET, problem.words(), problem.more()));
        subscriptions.add(() -> session.questions().open().removeListener(asked));
    }

    private void showRules(Policy.State state) {
        network.set("net " + state.network().everyone().mode().word());
        var overlay = state.file().overlay();
        int count = count(overlay.parent())
                + overlay.dynamicWorkers().values().stream()
                        .mapToInt(StatusBarViewModel::count)
                        .sum();
        taken.set(count == 0 ? "" : Amounts.count(count, "override"));
    }

    private static int count(WorkerOverlay said) {
        return said.grants().size()
                + (said.limits().cpuMillis() < 0 ? 0 : 1)
                + (said.limits().subrequests() < 0 ? 0 : 1);
    }

    /// Reads the clock again while a run is live.
    void refreshRun() {
        Place standing = session.debugging().place();
        if (standing != null) {
            run.set("PAUSED " + standing.text());
            return;
        }
        RunState state = session.runState();
        String word = state.phaseProperty().get().word();
        run.set(state.liveProperty().get() ? word + " " + Amounts.millis(tenths(state.elapsedMillis())) : word);
    }

    private static double tenths(long millis) {
        return millis - millis % 100;
    }

    private void refreshIsolates() {
        int live = session.isolates().liveCount();
        Long allocated = session.isolates().allocatedBytes();
        Long retained = session.isolates().retainedBytes();
        isolates.set(
                live == 0
                        ? "no isolates"
                        : Amounts.count(live, "isolate") + " \u00b7 "
                                + (allocated == null ? "memory unknown" : Amounts.bytes(allocated) + " allocated"));
        memory.set("Allocated: all that the living isolates have asked for so far. They keep "
                + (retained == null ? "an amount that is not measured yet." : Amounts.bytes(retained) + " alive."));
    }

    private void showLastRun(@Nullable RunRecord record) {
        if (record == null) {
            lastRun.set("not run yet");
            lastTone.set("muted");
        } else {
            lastTone.set(record.verdict().tone());
            announcements.say(
                    Subject.RUN,
                    "Run " + record.number() + ": " + record.verdict().word(),
                    record.explanation());
            lastRun.set("#" + record.number() + " " + record.verdict().word() + " \u00b7 "
                    + Amounts.millis(record.totalMillis()));
        }
    }

    /// Says what changed in the window to screen readers.
    void announce(String words) {
        announcements.say(Subject.WINDOW, words, "");
    }

    private void refreshFile() {
        OpenFile front = editors.activeFile();
        file.set(front == null ? "" : editors.language(front).title());
    }

    private void refreshEncoding() {
        OpenFile front = editors.activeFile();
        lineEnd.set(
                front == null
                        ? ""
                        : front.savedProperty()
                                .get()
                                .encoding(front.lineEndProperty().get()));
    }

    ReadOnlyStringProperty runProperty() {
        return run.getReadOnlyProperty();
    }

    /// What the figure of the isolates' memory means.
    ReadOnlyStringProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    ReadOnlyStringProperty isolatesProperty() {
        return isolates.getReadOnlyProperty();
    }

    ReadOnlyStringProperty lastRunProperty() {
        return lastRun.getReadOnlyProperty();
    }

    /// Style class of the last run's colour.
    ReadOnlyStringProperty lastToneProperty() {
        return lastTone.getReadOnlyProperty();
    }

    /// What the rules of the network say for all workers: `net blocked`.
    ReadOnlyStringProperty networkProperty() {
        return network.getReadOnlyProperty();
    }

    /// How many things the rules take from workers: `3 overrides`; empty for none.
    ReadOnlyStringProperty takenProperty() {
        return taken.getReadOnlyProperty();
    }

    /// What a person who does not see the window should hear: how a run ended, who waits for an answer, what is wrong
    /// on the line of the caret.
    ReadOnlyStringProperty announcementProperty() {
        return announcements.saidProperty();
    }

    ReadOnlyStringProperty languageProperty() {
        return file.getReadOnlyProperty();
    }

    ReadOnlyStringProperty lineEndProperty() {
        return lineEnd.getReadOnlyProperty();
    }

    /// How many notices were not read, empty for none.
    ObservableValue<String> unreadProperty() {
        return session.notices().unreadProperty().map(count -> count.intValue() == 0 ? "" : String.valueOf(count));
    }

    /// What the Tab key does in the active editor.
    ObservableValue<String> tabModeProperty() {
        return editors.tabMovesFocusProperty().map(leaves -> leaves ? "Tab moves focus" : "Tab: indent");
    }

    ReadOnlyStringProperty caretProperty() {
        return editors.caretProperty();
    }

    /// What the language service does; empty while it does not run.
    ReadOnlyStringProperty codeHelpProperty() {
        return session.codeHelp().wordProperty();
    }

    /// What goes on in the background.
    TasksViewModel tasks() {
        return tasks;
    }

    RunState runState() {
        return session.runState();
    }

    Engine engine() {
        return session.engine();
    }

    @Override
    public void close() {
        announcements.close();
        subscriptions.close();
    }
}
