package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.code.EditorAction;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.panel.isolates.IsolatesView;
import dev.dynamicworkers.playground.app.panel.request.RequestView;
import dev.dynamicworkers.playground.app.panel.timeline.TimelineView;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.theme.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;

/// The commands of the window, with their keys. FX thread.
final class WindowCommands {
    private static final int ZOOM_STEP = 10;

    private WindowCommands() {}

    static CommandRegistry of(MainWindow window, ProjectSession session, Panels panels, WindowActions actions) {
        CommandRegistry commands = new CommandRegistry();
        var live = session.runState().liveProperty();
        var request = panels.requestModel;
        DebugCommands.add(commands, request, panels.debugModel);
        commands.addWhile(
                "run-fresh",
                "Run: Send in fresh isolates",
                request.canSendProperty(),
                DebugCommands.CANNOT_SEND,
                request::sendFresh,
                "Shortcut+Shift+Enter",
                "Shortcut+F5");
        commands.addWhile(
                "profile-request",
                "Run: Profile this request",
                request.canSendProperty(),
                "a run is live, or the request can't be sent",
                () -> {
                    window.open(Panel.PROFILE);
                    request.sendProfiled();
                });
        commands.addWhile(
                "export-profile",
                "Run: Save the profile\u2026",
                panels.profileFoundProperty(),
                "no run was profiled",
                () -> {
                    window.open(Panel.PROFILE);
                    panels.profile.get().export();
                });
        commands.add("run-times", "Run: Send N times\u2026", () -> window.openPalette("*10"));
        commands.addWhile("stop", "Run: Stop", live, "nothing is running", session::stop, "Shift+F5");
        commands.addWhile(
                "stop-all",
                "Run: Stop all",
                session.liveWork().anyProperty(),
                "nothing has run",
                session.liveWork()::stopAll,
                "Shortcut+Shift+F5");
        commands.addWhile("evict-all", "Isolates: Evict all", live.not(), "a run is live", session::evictAll);
        commands.add(
                "kill-isolate",
                "Isolates: Kill the selected one",
                () -> {
                    IsolatesView isolates = panels.isolates.present();
                    if (isolates == null || !isolates.killSelected()) {
                        session.notices().tell("No living isolate is selected. Pick one under Isolates.");
                    }
                },
                "Shortcut+Alt+K");
        commands.add("copy-isolate-id", "Isolates: Copy the id of the selected one", () -> {
            IsolatesView isolates = panels.isolates.present();
            if (isolates == null || !isolates.copySelectedId()) {
                session.notices().tell("No isolate is selected. Pick one under Isolates.");
            }
        });
        commands.addWhile(
                "compare-isolates",
                "Isolates: Compare two: code, grants, limits",
                Bindings.createBooleanBinding(
                        panels.isolatesModel::canCompare, session.isolates().snapshotsProperty()),
                "fewer than two isolates are loaded",
                () -> {
                    IsolatesView isolates = panels.isolates.present();
                    if (!panels.isolatesModel.compare(isolates == null ? List.of() : isolates.selection())) {
                        window.open(Panel.ISOLATES);
                        session.notices().tell("Select two isolates under Isolates (Ctrl+click, or Shift+Down).");
                    }
                });
        commands.add("clear-console", "Console: Clear", panels.consoleModel::clear);
        commands.add("new-file", "File: New file\u2026", window::newFile, "Shortcut+N");
        commands.add("new-simple", "File: New simple project", () -> actions.newSimpleProject(Optional.empty()));
        commands.add(
                "show-parent",
                "View: Show the parent as code",
                () -> session.open(session.outlineProperty().get().main()));
        commands.add("generate-parent", "File: Let the Inspector write the parent", () -> generateParent(session));
        commands.add("new-folder", "File: New folder\u2026", window::newFolder);
        commands.add("open-folder", "File: Open folder\u2026", actions::openFolder, "Shortcut+O");
        commands.add(
                "open-sample", "File: Open sample\u2026", () -> window.sheets().showSamples(), "Shortcut+Shift+L");
        UntrustedPaste paste = new UntrustedPaste(session, actions::newSimpleProject);
        commands.add("paste-untrusted", "File: Paste as untrusted code", paste::beside, "Shortcut+Shift+V");
        commands.add("paste-alone", "File: New project of the copied code", paste::alone);
        commands.add(
                "delete-data",
                "Privacy: Delete kept runs, sessions and trash",
                () -> actions.desktop().deleteData());
        commands.add(
                "export", "File: Export or share\u2026", () -> window.sheets().showExport());
        commands.add("import", "File: Import\u2026", () -> window.sheets().askImport());
        commands.add(
                "import-folder",
                "File: Import folder\u2026",
                () -> window.sheets().askImportFolder());
        commands.add(
                "import-repository",
                "File: Import from an address\u2026",
                () -> window.sheets().askRepository());
        commands.add("save", "File: Save", window::save, "Shortcut+S");
        commands.add(
                "save-all",
                "File: Save all",
                () -> {
                    session.openFiles().saveAll();
                    if (request.dirtyProperty().get()) {
                        request.save();
                    }
                },
                "Shortcut+Shift+S");
        commands.add(
                "close-tab",
                "File: Close tab",
                () -> {
                    OpenFile file = panels.editorsModel.activeFile();
                    if (file != null) {
                        panels.editorsModel.close(file);
                    }
                },
                "Shortcut+W");
        commands.add("reopen-tab", "File: Reopen closed tab", panels.editorsModel::reopen, "Shortcut+Shift+T");
        commands.add("save-request", "Request: Save", request::save);
        commands.add("new-request", "Request: New", request::startNew);
        commands.add("add-header", "Request: Add header", request::addHeader);
        commands.add("palette", "View: Command palette", () -> window.openPalette(">"), "Shortcut+Shift+P", "F1");
        commands.add("go-to-file", "Go: File\u2026", () -> window.openPalette(""), "Shortcut+P");
        commands.add("go-to-line", "Go: Line\u2026", () -> window.openPalette(":"), "Shortcut+G");
        commands.add("go-to-symbol", "Go: Symbol\u2026", () -> window.openPalette("@"), "Shortcut+Shift+O");
        commands.add("go-to-request", "Go: Request\u2026", () -> window.openPalette("requests/"));
        commands.add("go-to-run", "Go: Run\u2026", () -> window.openPalette("#"));
        commands.add("focus-parent", "View: Parent editor", window::focusParent, "Shortcut+1");
        commands.add("focus-dynamic", "View: Dynamic worker editor", window::focusDynamic, "Shortcut+2");
        commands.add("show-files", "View: Files", () -> window.open(Panel.FILES), "Shortcut+Shift+E");
        commands.add("show-search", "View: Search in all files", window::showSearch, "Shortcut+Shift+F");
        tool(commands, window, Panel.REQUESTS, "Shortcut+Shift+X");
        tool(commands, window, Panel.CONSOLE, "Shortcut+Shift+Y");
        commands.add(
                "filter-console",
                "View: Filter of the console",
                () -> {
                    window.open(Panel.CONSOLE);
                    panels.console.get().focusFilter();
                },
                "Shortcut+Shift+Back_Quote");
        tool(commands, window, Panel.DEBUG, "Shortcut+Alt+D");
        tool(commands, window, Panel.PROBLEMS, "Shortcut+Shift+M");
        tool(commands, window, Panel.ISOLATES, "Shortcut+Alt+I");
        tool(commands, window, Panel.NETWORK, "Shortcut+Alt+N");
        tool(commands, window, Panel.CALLS, "Shortcut+Alt+C");
        tool(commands, window, Panel.TIMELINE, "Shortcut+Alt+Y");
        tool(commands, window, Panel.PROFILE);
        tool(commands, window, Panel.RUNS, "Shortcut+Alt+R");
        tool(commands, window, Panel.INSPECTOR);
        RuleCommands.add(commands, window, session, panels);
        LineEndCommands.add(commands, window, session, panels.editorsModel);
        commands.add("copy-curl", "Request: Copy as curl", () -> panels.request.copyAs(RequestView.Form.CURL));
        commands.add(
                "copy-powershell",
                "Request: Copy as curl for PowerShell",
                () -> panels.request.copyAs(RequestView.Form.POWERSHELL));
        commands.add("copy-fetch", "Request: Copy as fetch()", () -> panels.request.copyAs(RequestView.Form.FETCH));
        commands.add("copy-raw", "Request: Copy as raw HTTP", () -> panels.request.copyAs(RequestView.Form.RAW));
        commands.add("paste-curl", "Request: Paste curl", panels.request::pasteCurl);
        commands.add("copy-timeline", "Timeline: Copy as SVG", () -> onTimeline(window, panels, TimelineView::copySvg));
        commands.add(
                "export-timeline",
                "Timeline: Save as SVG\u2026",
                () -> onTimeline(window, panels, TimelineView::exportSvg));
        commands.add(
                "export-timeline-png",
                "Timeline: Save as a picture (PNG)\u2026",
                () -> onTimeline(window, panels, TimelineView::exportPng));
        commands.add(
                "copy-report",
                "Response: Copy the run as Markdown",
                () -> panels.runs.get().copyShown());
        commands.add("restore-run", "Response: Show the run before", session::showRunBefore, "Shortcut+Alt+Z");
        commands.add("pin-run", "Response: Pin or unpin the run", panels.response::togglePin);
        commands.add("focus-request", "View: Request", () -> window.open(Panel.REQUEST), "Shortcut+Shift+U");
        commands.add("focus-response", "View: Response", () -> window.open(Panel.RESPONSE));
        commands.add("next-region", "View: Next region", () -> window.focusRegion(1), "F6");
        commands.add("previous-region", "View: Previous region", () -> window.focusRegion(-1), "Shift+F6");
        commands.add("next-tab", "View: Tab used before", () -> panels.editorsModel.turn(1), "Ctrl+Tab");
        commands.add(
                "previous-tab", "View: Tab used longest ago", () -> panels.editorsModel.turn(-1), "Ctrl+Shift+Tab");
        LayoutCommands.add(commands, window, session);
        SettingsModel settings = actions.settings();
        commands.add("toggle-auto-run", "Run: After each edit, on or off", () -> settings.toggle(Setting.AUTO_RUN));
        commands.add(
                "toggle-run-mode",
                "Run: Warm or cold",
                () -> settings.set(
                        Setting.RUN_MODE, settings.get().word(Setting.RUN_MODE).equals("warm") ? "cold" : "warm"));
        commands.add("toggle-wrap", "View: Wrap lines", () -> settings.toggle(Setting.WRAP_LINES), "Alt+Z");
        commands.add(
                "zoom-in",
                "View: Zoom in",
                () -> window.zoom(settings.get().amount(Setting.ZOOM) + ZOOM_STEP),
                "Shortcut+Equals",
                "Shortcut+Plus");
        commands.add(
                "zoom-out",
                "View: Zoom out",
                () -> window.zoom(settings.get().amount(Setting.ZOOM) - ZOOM_STEP),
                "Shortcut+Minus");
        commands.add("choose-zoom", "View: Zoom\u2026", () -> window.openPalette(">zoom"));
        commands.add("zoom-reset", "View: Reset zoom", () -> settings.reset(Setting.ZOOM), "Shortcut+0");
        for (Theme theme : Theme.values()) {
            commands.add(
                    "theme-" + theme.word(),
                    "Theme: " + theme.title(),
                    () -> settings.set(Setting.THEME, theme.word()));
        }
        commands.add(
                "choose-theme", "View: Theme\u2026", () -> window.openPalette(">Theme: "), "Shortcut+K Shortcut+T");
        commands.add("settings", "File: Settings", () -> window.sheets().showSettings(), "Shortcut+Comma");
        commands.add("keyboard", "Help: Keyboard", () -> window.sheets().showKeys(), "Shortcut+K Shortcut+S");
        commands.add("tour", "Help: Tour of the window", window::startTour);
        commands.add(
                "access",
                "Help: Screen readers and keyboard",
                () -> window.sheets().showAccess());
        commands.add("notices", "View: Notifications", () -> window.sheets().showNotices());
        commands.add("tasks", "View: Background tasks", () -> window.sheets().showTasks());
        commands.add("full-screen", "View: Full screen", actions::toggleFullScreen, "Alt+F11");
        commands.add("guide", "Help: Guide", () -> window.sheets().showGuide("window.md", ""));
        commands.add(
                "open-logs",
                "Help: Open the log folder",
                () -> actions.desktop().openLogs());
        commands.add(
                "open-data",
                "Help: Copy the path of the data folder",
                () -> actions.desktop().copyDataFolder());
        commands.add("diagnostics", "Help: Copy diagnostics", () -> actions.copyDiagnostics(session));
        commands.add("explain-error", "Help: Explain the last error", () -> explain(window, session));
        if (actions.desktop().canReveal()) {
            commands.add("reveal-file", "File: Reveal in the file manager", () -> {
                OpenFile file = panels.editorsModel.activeFile();
                actions.desktop()
                        .reveal(
                                file == null
                                        ? session.folder()
                                        : session.folder().resolve(file.path()));
            });
        }
        commands.add("engine-details", "Engine: Details", window::showEngineDetails);
        for (WindowActions.Sample sample : actions.samples()) {
            commands.add("sample-" + sample.name(), "Sample: " + sample.name(), sample.open());
        }
        StateCommands.add(commands, window, session, panels);
        commands.add("quit", "File: Quit", actions::quit, "Shortcut+Q");
        for (EditorAction action : EditorAction.values()) {
            commands.addForEditor(
                    "edit-" + action.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    action.title(),
                    () -> window.perform(action),
                    action.keys());
        }
        return commands;
    }

    private static void onTimeline(MainWindow window, Panels panels, Consumer<TimelineView> action) {
        window.open(Panel.TIMELINE);
        action.accept(panels.timeline.get());
    }

    private static void generateParent(ProjectSession session) {
        String refusal = session.simpleMode().refusal();
        if (!refusal.isEmpty()) {
            session.notices().tell(refusal);
            return;
        }
        String main = session.outlineProperty().get().main();
        session.simpleMode()
                .generateParent(own -> session.notices()
                        .tell(
                                "The Inspector writes " + main + " from now on, for fetch events. Yours is kept as "
                                        + own + ".",
                                "Show it",
                                () -> session.open(own)));
    }

    private static void explain(MainWindow window, ProjectSession session) {
        for (RunRecord run : session.runs()) {
            if (run.verdict() != RunVerdict.OK && run.verdict() != RunVerdict.STOPPED) {
                session.shownRunProperty().set(run);
                window.open(Panel.RESPONSE);
                return;
            }
        }
        session.notices().tell("No run of this project has failed.");
    }

    private static void tool(CommandRegistry commands, MainWindow window, Panel panel, String... keys) {
        commands.add("show-" + panel.key(), "View: " + panel.title(), () -> window.open(panel), keys);
    }
}
