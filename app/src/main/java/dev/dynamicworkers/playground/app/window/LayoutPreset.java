package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.PanelLayout;
import dev.dynamicworkers.playground.app.settings.layout.RowHeight;
import dev.dynamicworkers.playground.app.settings.layout.Shares;

/// Layouts, each for one kind of work, with all panels where a fresh installation has them.
enum LayoutPreset {
    LEARN("View: Layout for learning", 0.17, 0.42, 0.73, /* right= */ true, RowHeight.COMFORTABLE),
    CODE("View: Layout for writing code", 0.15, 0.6, 0.82, /* right= */ false, RowHeight.COMPACT),
    COMPOSE("View: Layout for requests", 0.13, 0.24, 0.74, /* right= */ false, RowHeight.COMPACT);

    private final String title;
    private final double left;
    private final double editors;
    private final double bottom;
    private final boolean right;
    private final RowHeight rows;

    LayoutPreset(String title, double left, double editors, double bottom, boolean right, RowHeight rows) {
        this.title = title;
        this.left = left;
        this.editors = editors;
        this.bottom = bottom;
        this.right = right;
        this.rows = rows;
    }

    String title() {
        return title;
    }

    /// What a sentence calls it.
    String words() {
        return title.substring(title.indexOf(':') + 1).strip().replace("Layout", "layout");
    }

    /// The layout; what has nothing to do with the kind of work is shared out as before.
    PanelLayout layout(Shares before) {
        return PanelLayout.DEFAULT
                .withShares(new Shares(left, editors, bottom, before.exchange(), before.groups(), before.right()))
                .opened(Area.RIGHT, right)
                .withRows(rows);
    }
}
