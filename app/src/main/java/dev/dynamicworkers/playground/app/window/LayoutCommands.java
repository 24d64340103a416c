package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import java.util.Locale;
import java.util.function.Consumer;

/// The commands that move panels, and show and hide areas. FX thread.
final class LayoutCommands {
    private static final String MOVE = "View: Move panel ";

    private LayoutCommands() {}

    static void add(CommandRegistry commands, MainWindow window, ProjectSession session) {
        commands.add("toggle-side-bar", "View: Side bar", () -> window.toggle(Area.LEFT), "Shortcut+B");
        commands.add(
                "toggle-inspector", "View: Panels at the right", () -> window.toggle(Area.RIGHT), "Shortcut+Alt+B");
        commands.add("toggle-tools", "View: Tool panel", () -> window.toggle(Area.BOTTOM), "Shortcut+J");
        commands.add("toggle-exchange", "View: Request and response", () -> window.toggle(Area.MIDDLE));
        commands.add("move-panel", MOVE + "to\u2026", () -> window.openPalette(">" + MOVE));
        for (Area area : Area.values()) {
            String to = area == Area.WINDOW ? "into " : "to ";
            commands.add(
                    "move-panel-" + area.key(),
                    MOVE + to + area.words(),
                    () -> onFocused(window, session, panel -> {
                        if (area.takes(panel)) {
                            window.places().move(panel, area);
                        } else {
                            session.notices().tell(panel.title() + " can't stand in " + area.words() + ".");
                        }
                    }));
        }
        commands.add(
                "move-panel-home",
                MOVE + "back to where it was at first",
                () -> onFocused(window, session, window.places()::moveHome));
        commands.add(
                "move-panel-earlier",
                MOVE + "one tab earlier",
                () -> onFocused(window, session, panel -> window.places().shift(panel, -1)));
        commands.add(
                "move-panel-later",
                MOVE + "one tab later",
                () -> onFocused(window, session, panel -> window.places().shift(panel, 1)));
        commands.add("reset-layout", "View: Reset layout", window::resetLayout);
        for (LayoutPreset preset : LayoutPreset.values()) {
            commands.add(
                    "layout-" + preset.name().toLowerCase(Locale.ROOT), preset.title(), () -> window.arrange(preset));
        }
    }

    private static void onFocused(MainWindow window, ProjectSession session, Consumer<Panel> action) {
        Panel panel = window.focusedPanel();
        if (panel == null) {
            session.notices().tell("Put the focus into a panel first; the code always stays in the middle.");
        } else {
            action.accept(panel);
        }
    }
}
