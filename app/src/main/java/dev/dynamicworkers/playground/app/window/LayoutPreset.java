package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.settings.WindowState;

/// Ways to share the window's room out, each for one kind of work.
enum LayoutPreset {
    LEARN("View: Layout for learning", 0.17, 0.42, 0.73, /* inspector= */ true),
    CODE("View: Layout for writing code", 0.15, 0.6, 0.82, /* inspector= */ false),
    COMPOSE("View: Layout for requests", 0.13, 0.24, 0.74, /* inspector= */ false);

    private final String title;
    private final double sideBar;
    private final double editors;
    private final double tools;
    private final boolean inspector;

    LayoutPreset(String title, double sideBar, double editors, double tools, boolean inspector) {
        this.title = title;
        this.sideBar = sideBar;
        this.editors = editors;
        this.tools = tools;
        this.inspector = inspector;
    }

    String title() {
        return title;
    }

    /// A state whose inside is shared out this way.
    WindowState applied(WindowState before) {
        return new WindowState(
                before.x(),
                before.y(),
                before.width(),
                before.height(),
                before.maximized(),
                sideBar,
                editors,
                tools,
                before.exchange(),
                before.groups(),
                before.inspector(),
                inspector);
    }
}
