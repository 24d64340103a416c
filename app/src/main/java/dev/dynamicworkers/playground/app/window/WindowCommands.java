package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.code.EditorAction;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.panel.request.RequestView;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;

/// The commands of the window, with their keys. FX thread.
final class WindowCommands {
    private static final int DEFAULT_FONT_SIZE = 13;

    private WindowCommands() {}

    static CommandRegistry of(MainWindow window, ProjectSession session, Panels panels, WindowActions actions) {
        CommandRegistry commands = new CommandRegistry();
        var live = session.runState().liveProperty();
        var request = panels.requestModel;
        commands.add("run", "Run: Send the request", request.canSendProperty(), request::send, "Shortcut+Enter", "F5");
        commands.add(
                "run-fresh",
                "Run: Send in fresh isolates",
                request.canSendProperty(),
                request::sendFresh,
                "Shortcut+Shift+Enter",
                "Shortcut+F5");
        commands.add("stop", "Run: Stop", live, session::stop, "Shift+F5");
        commands.add("evict-all", "Isolates: Evict all", live.not(), session::evictAll);
        commands.add("clear-console", "Console: Clear", panels.consoleModel::clear);
        commands.add("open-folder", "File: Open folder\u2026", actions::openFolder, "Shortcut+O");
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
        commands.add("save-request", "Request: Save", request::save);
        commands.add("new-request", "Request: New", request::startNew);
        commands.add("add-header", "Request: Add header", request::addHeader);
        commands.add("palette", "View: Command palette", () -> window.openPalette(">"), "Shortcut+Shift+P", "F1");
        commands.add("go-to-file", "Go: File\u2026", () -> window.openPalette(""), "Shortcut+P");
        commands.add("go-to-line", "Go: Line\u2026", () -> window.openPalette(":"), "Shortcut+G");
        commands.add("focus-parent", "View: Parent editor", panels.editors::focusParent, "Shortcut+1");
        commands.add("focus-dynamic", "View: Dynamic worker editor", panels.editors::focusDynamic, "Shortcut+2");
        commands.add("show-files", "View: Files", window::showFiles, "Shortcut+Shift+E");
        tool(commands, window, ToolTabs.Tool.CONSOLE, "Shortcut+Shift+Y");
        tool(commands, window, ToolTabs.Tool.PROBLEMS, "Shortcut+Shift+M");
        tool(commands, window, ToolTabs.Tool.ISOLATES, "Shortcut+Alt+I");
        tool(commands, window, ToolTabs.Tool.NETWORK, "Shortcut+Alt+N");
        tool(commands, window, ToolTabs.Tool.RUNS, "Shortcut+Alt+R");
        tool(commands, window, ToolTabs.Tool.INSPECTOR, "Shortcut+Alt+G");
        commands.add("copy-curl", "Request: Copy as curl", () -> panels.request.copyAs(RequestView.Form.CURL));
        commands.add(
                "copy-powershell",
                "Request: Copy as curl for PowerShell",
                () -> panels.request.copyAs(RequestView.Form.POWERSHELL));
        commands.add("copy-fetch", "Request: Copy as fetch()", () -> panels.request.copyAs(RequestView.Form.FETCH));
        commands.add("copy-raw", "Request: Copy as raw HTTP", () -> panels.request.copyAs(RequestView.Form.RAW));
        commands.add("paste-curl", "Request: Paste curl", panels.request::pasteCurl);
        commands.add("pin-run", "Response: Pin or unpin the run", panels.response::togglePin);
        commands.add("focus-request", "View: Request", panels.request::focusUrl, "Shortcut+Shift+U");
        commands.add("focus-response", "View: Response", panels.response::focusBody);
        commands.add("next-region", "View: Next region", () -> window.focusRegion(1), "F6");
        commands.add("previous-region", "View: Previous region", () -> window.focusRegion(-1), "Shift+F6");
        commands.add("next-tab", "View: Next tab", () -> panels.editorsModel.turn(1), "Shortcut+Tab");
        commands.add("previous-tab", "View: Previous tab", () -> panels.editorsModel.turn(-1), "Shortcut+Shift+Tab");
        commands.add("toggle-side-bar", "View: Side bar", window::toggleSideBar, "Shortcut+B");
        commands.add("toggle-tools", "View: Tool panel", window::toggleTools, "Shortcut+J");
        commands.add("reset-layout", "View: Reset layout", window::resetLayout);
        var wrap = panels.editorsModel.wrapProperty();
        commands.add("toggle-wrap", "View: Wrap lines", () -> wrap.set(!wrap.get()), "Alt+Z");
        IntegerProperty size = panels.editorsModel.fontSizeProperty();
        commands.add("zoom-in", "View: Zoom in", () -> zoom(size, size.get() + 1), "Shortcut+Equals", "Shortcut+Plus");
        commands.add("zoom-out", "View: Zoom out", () -> zoom(size, size.get() - 1), "Shortcut+Minus");
        commands.add("zoom-reset", "View: Reset zoom", () -> zoom(size, DEFAULT_FONT_SIZE), "Shortcut+0");
        for (var theme : dev.dynamicworkers.playground.app.theme.Theme.values()) {
            commands.add(
                    "theme-" + theme.word(),
                    "Theme: " + theme.title(),
                    () -> actions.theme().set(theme));
        }
        commands.add("engine-details", "Engine: Details", window::showEngineDetails);
        for (WindowActions.Sample sample : actions.samples()) {
            commands.add("sample-" + sample.name(), "Sample: " + sample.name(), sample.open());
        }
        commands.add("quit", "File: Quit", actions::quit, "Shortcut+Q");
        for (EditorAction action : EditorAction.values()) {
            commands.addForEditor(
                    "edit-" + action.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    action.title(),
                    new javafx.beans.property.SimpleBooleanProperty(true),
                    () -> panels.editors.perform(action),
                    action.keys());
        }
        return commands;
    }

    private static void zoom(IntegerProperty size, int wanted) {
        size.set(Math.clamp(wanted, 8, 32));
    }

    private static void tool(CommandRegistry commands, MainWindow window, ToolTabs.Tool tool, String keys) {
        commands.add(
                "show-" + tool.name().toLowerCase(Locale.ROOT),
                "View: " + tool.title,
                () -> window.openTool(tool),
                keys);
    }
}
