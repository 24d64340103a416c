package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.Command;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.session.EventKind;
import dev.dynamicworkers.playground.app.session.FixedPanels;
import dev.dynamicworkers.playground.app.session.FixedState;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;

/// Hidden commands that put each panel into each of its states with fixed data, to be looked at. FX thread.
final class StateCommands {
    private static final List<Panel> WITH_ROWS = List.of(
            Panel.CONSOLE, Panel.PROBLEMS, Panel.ISOLATES, Panel.NETWORK, Panel.CALLS, Panel.TIMELINE, Panel.RUNS);

    private static final String NOTHING = "nothing like this";

    private final CommandRegistry commands;
    private final MainWindow window;
    private final ProjectSession session;
    private final Panels panels;
    private final FixedPanels fixed;

    private StateCommands(CommandRegistry commands, MainWindow window, ProjectSession session, Panels panels) {
        this.commands = commands;
        this.window = window;
        this.session = session;
        this.panels = panels;
        fixed = session.fixed();
    }

    static void add(CommandRegistry commands, MainWindow window, ProjectSession session, Panels panels) {
        StateCommands made = new StateCommands(commands, window, session, panels);
        for (FixedState state : FixedState.values()) {
            made.add(
                    state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    state.title(),
                    () -> made.fixed.ended(state));
        }
        made.addTools();
        made.addInspector();
        made.addEditors();
        made.addExchange();
    }

    private void add(String id, String title, Runnable show) {
        commands.add("state-" + id, Command.HIDDEN + title, () -> {
            panels.consoleModel.pausedProperty().set(false);
            panels.consoleModel.showAll();
            panels.networkModel.filterProperty().set("");
            panels.callsModel.filterProperty().set("");
            panels.runsModel.filterProperty().set("");
            show.run();
        });
    }

    private void addTools() {
        for (Panel panel : WITH_ROWS) {
            add(panel.key() + "-empty", panel.title() + " without rows", () -> {
                fixed.empty();
                window.open(panel);
            });
            add(panel.key() + "-filled", panel.title() + " with a row of each kind", () -> {
                fixed.filled();
                window.open(panel);
            });
        }
        filtered(Panel.NETWORK, panels.networkModel.filterProperty(), NOTHING);
        filtered(Panel.CALLS, panels.callsModel.filterProperty(), NOTHING);
        filtered(Panel.RUNS, panels.runsModel.filterProperty(), NOTHING);
        filtered(Panel.CONSOLE, panels.consoleModel.filterProperty(), "/(/");
        add("requests-filled", "Requests with a row of each outcome", () -> {
            panels.requestModel.requests().setAll(fixed.requests());
            window.open(Panel.REQUESTS);
        });
        add("isolates-stale", "Isolates that are stale", () -> {
            fixed.stale();
            window.open(Panel.ISOLATES);
        });
        add("inspector-stale", "Inspector of an isolate that is stale", () -> {
            fixed.stale();
            inspect(Wish.Page.GRANTS, "greeter");
        });
        add("console-paused", "Console that is paused", () -> {
            fixed.empty();
            window.open(Panel.CONSOLE);
            fixed.ended(FixedState.OK);
            panels.consoleModel.pausedProperty().set(true);
            fixed.ended(FixedState.FLOOD);
        });
    }

    private void filtered(Panel panel, StringProperty filter, String text) {
        add(panel.key() + "-filtered", panel.title() + " with all rows hidden", () -> {
            fixed.filled();
            window.open(panel);
            filter.set(text);
        });
    }

    private void addInspector() {
        for (Wish.Page page : Wish.Page.values()) {
            String word = page.name().toLowerCase(Locale.ROOT);
            add("inspector-" + word + "-empty", "Inspector, " + word + ": nothing is said", () -> {
                fixed.empty();
                inspect(page, "");
            });
            add("inspector-" + word + "-rules", "Inspector, " + word + ": rules take things away", () -> {
                fixed.filled();
                fixed.rules();
                inspect(page, "*");
            });
        }
        add("inspector-killed", "Inspector, limits: one ended the code", () -> {
            fixed.ended(FixedState.KILLED_CPU);
            inspect(Wish.Page.LIMITS, "greeter");
        });
    }

    private void inspect(Wish.Page page, String worker) {
        window.open(Panel.INSPECTOR);
        session.wish(new Wish.Inspect(page, "", worker));
    }

    private void addEditors() {
        add("files-empty", "Files of an empty folder", () -> {
            fixed.noFiles();
            window.open(Panel.FILES);
        });
        add("editor-problems", "Editor: problems of each kind", fixed::filled);
        add("editor-conflict", "Editor: the file changed on disk", fixed::conflict);
        add("editor-gone", "Editor: a file that is gone", fixed::gone);
        add("editor-read-only", "Editor: a file that is only read", fixed::readOnly);
        add("editor-plain", "Editor: a line that is too long", fixed::longLine);
    }

    private void addExchange() {
        add("response-empty", "Response before the first run", () -> {
            fixed.empty();
            window.open(Panel.RESPONSE);
        });
        add("response-running", "Response that is on its way (until another state)", () -> {
            fixed.live();
            window.open(Panel.RESPONSE);
        });
        add("question", "A question of guest code", fixed::question);
        add(
                "request-unresolved",
                "Request with a variable that has no value",
                () -> compose(new RequestDraft(
                        "GET",
                        "http://localhost/{{nowhere}}?name=Ada",
                        List.of(new HeaderLine("x-key", "{{key}}")),
                        "")));
        add(
                "request-body",
                "Request whose body is no JSON",
                () -> compose(new RequestDraft(
                        "POST",
                        "http://localhost/notes",
                        List.of(new HeaderLine("content-type", "application/json")),
                        "{ \"text\": \"hello\", ")));
        add(
                "request-scheduled",
                "Request that is a scheduled event",
                () -> compose(
                        new RequestDraft("GET", EventKind.SCHEDULED.prompt(), List.of(), "", EventKind.SCHEDULED, "")));
    }

    private void compose(RequestDraft draft) {
        panels.requestModel.startNew();
        panels.requestModel.show(draft);
        window.open(Panel.REQUEST);
    }
}
