package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.panel.editor.EditorGroup;
import dev.dynamicworkers.playground.app.panel.editor.EditorsViewModel;
import dev.dynamicworkers.playground.app.panel.isolates.IsolatesView;
import dev.dynamicworkers.playground.app.panel.request.RequestFields;
import dev.dynamicworkers.playground.app.session.CodeHelp;
import dev.dynamicworkers.playground.app.session.EventKind;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/// Commands that do what a panel's own buttons do, for those who do not use the mouse. FX thread.
final class PanelCommands {
    private final MainWindow window;
    private final ProjectSession session;
    private final Panels panels;

    private PanelCommands(MainWindow window, ProjectSession session, Panels panels) {
        this.window = window;
        this.session = session;
        this.panels = panels;
    }

    static void add(CommandRegistry commands, MainWindow window, ProjectSession session, Panels panels) {
        PanelCommands made = new PanelCommands(window, session, panels);
        commands.add(
                "evict-isolate",
                "Isolates: Evict the selected one",
                () -> made.onIsolate(IsolatesView::evictSelected, "No isolate is selected that can be evicted now."));
        commands.add(
                "reload-isolate",
                "Isolates: Reload the selected one",
                () -> made.onIsolate(IsolatesView::reloadSelected, "No isolate is selected that can be loaded again."));
        commands.add("save-response", "Response: Save the body\u2026", made::saveBody);
        commands.add("about", "Help: About", made::about);
        commands.add("screen-readers", "Help: Screen readers", made::screenReaders);
        commands.add("check-for-update", "Help: Check for update", made::checkForUpdate);
        commands.add(
                "choose-language",
                "Edit: Change the language of the file\u2026",
                () -> window.openPalette(">Language: "));
        for (Language language : Language.values()) {
            commands.add(
                    "language-" + language.name().toLowerCase(Locale.ROOT),
                    "Language: " + language.title(),
                    () -> panels.editorsModel.chooseLanguage(language));
        }
        commands.add("export-har", "Network: Export as HAR\u2026", made::exportHar);
        commands.add("fire-scheduled", "Request: Fire a scheduled event", () -> made.compose(EventKind.SCHEDULED));
        commands.add("call-rpc", "Request: Call a method over RPC", () -> made.compose(EventKind.RPC));
        commands.add("send-queue", "Request: Send a batch of a queue", () -> made.compose(EventKind.QUEUE));
        commands.add("duplicate-request", "Request: Duplicate", made::duplicate);
        commands.addWhile(
                "strip-types",
                "Edit: Strip types preview",
                isTypeScript(panels.editorsModel),
                "the file in front is no TypeScript",
                panels.editors::toggleStripped);
        commands.add(
                "compare-last-run", "Edit: Compare with the text of the last run", panels.editors::compareWithLastRun);
        commands.add("replay-run", "Response: Replay the run", made::replay);
        commands.add("fake-host", "Network: Answer requests like the selected one with a fixture", made::fake);
        commands.add("compare-runs", "Response: Compare with the run before", made::compareRuns);
    }

    private static ObservableBooleanValue isTypeScript(EditorsViewModel editors) {
        ObservableValue<String> path = editors.activeGroupProperty()
                .flatMap(EditorGroup::frontProperty)
                .flatMap(OpenFile::pathProperty);
        // Asked for its value each time: a value that nobody asks for tells of its first change only.
        return Bindings.createBooleanBinding(
                () -> path.getValue() != null && CodeHelp.isTypeScript(path.getValue()), path);
    }

    private void onIsolate(Predicate<IsolatesView> action, String otherwise) {
        IsolatesView isolates = panels.isolates.present();
        if (isolates == null || !action.test(isolates)) {
            session.notices().tell(otherwise + " Pick one under Isolates.");
        }
    }

    private void saveBody() {
        RunRecord shown = session.shownRunProperty().get();
        if (shown == null || shown.reply() == null) {
            session.notices().tell("No response is shown that has a body.");
        } else {
            session.wish(new Wish.SaveBody());
        }
    }

    private static String version() {
        return Optional.ofNullable(PanelCommands.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("development");
    }

    /// There is nobody to ask: it says so, and what a person can compare.
    private void checkForUpdate() {
        session.notices()
                .tell("This is version " + version() + ". The playground asks no server about newer ones, as it sends"
                        + " nothing from this machine: compare it with the place where you got it.");
    }

    private void about() {
        session.notices()
                .tell("Dynamic Worker Playground " + version() + ". Runs Workers projects on this machine; nothing is"
                        + " sent anywhere, and it looks for no updates.");
    }

    private void screenReaders() {
        session.notices()
                .tell("Screen readers of Windows and macOS read this window. Those of Linux can't: JavaFX has no"
                        + " bridge to them. playground run, serve and test say the same on a terminal. Alt+F1"
                        + " shows a file in a plain text field.");
    }

    private void exportHar() {
        window.open(Panel.NETWORK);
        panels.network.get().export();
    }

    /// Shows an event of a kind with its example, ready to be changed and sent.
    private void compose(EventKind kind) {
        RequestFields fields = panels.requestModel.fields();
        if (fields.kindProperty().get() != kind) {
            panels.requestModel.startNew();
            fields.kindProperty().set(kind);
            fields.urlProperty().set(kind.prompt());
        }
        window.open(Panel.REQUEST);
    }

    private void duplicate() {
        RequestDraft draft = panels.requestModel.fields().draft();
        panels.requestModel.startNew();
        panels.requestModel.show(draft);
        window.open(Panel.REQUEST);
        session.notices().tell("This is a copy that is not saved yet.");
    }

    private void replay() {
        RunRecord shown = session.shownRunProperty().get();
        if (shown == null) {
            session.notices().tell("No run is shown that could be sent again.");
        } else if (session.runState().liveProperty().get()) {
            session.notices().tell("A run is live. Stop it first (Shift+F5).");
        } else {
            panels.runsModel.replay(shown);
        }
    }

    private void fake() {
        window.open(Panel.NETWORK);
        if (!panels.network.get().fakeSelected()) {
            session.notices().tell("No outgoing request is selected. Pick one under Network.");
        }
    }

    /// Pins the run before the one that is shown, and shows the differences.
    private void compareRuns() {
        List<RunRecord> runs = session.runs();
        RunRecord shown = session.shownRunProperty().get();
        int at = shown == null ? -1 : runs.indexOf(shown);
        if (at < 0 || at + 1 >= runs.size()) {
            session.notices().tell("There is no run before this one.");
            return;
        }
        session.pinnedRunProperty().set(runs.get(at + 1));
        window.open(Panel.RESPONSE);
        panels.response.focusDiff();
    }
}
