package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.settings.layout.PanelLayout;

/// What a person wants to move: the panel and where it goes. FX thread.
interface Places {
    /// Where all panels stand.
    PanelLayout layout();

    /// Moves a panel to the end of an area, or into a window of its own.
    void move(Panel panel, Area area);

    /// Moves a panel where a fresh installation has it.
    void moveHome(Panel panel);

    /// Moves a panel some tabs further on.
    void shift(Panel panel, int tabs);
}
