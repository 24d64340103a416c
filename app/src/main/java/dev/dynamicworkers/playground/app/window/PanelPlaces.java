package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.session.Notices;
import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Bounds;
import dev.dynamicworkers.playground.app.settings.layout.OwnWindow;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.settings.layout.PanelLayout;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Where panels stand, in the main window and in windows of their own; what moves them says so, and can be undone. FX
/// thread.
final class PanelPlaces implements Places {
    private static final Bounds NEW = Bounds.sized(640, 420);

    private final Dock dock;
    private final OwnWindows windows;
    private final Notices notices;
    private final Consumer<String> announce;
    private final Runnable keep;
    private boolean filled;
    private Runnable left = () -> {};

    /// @param announce says something to screen readers
    /// @param keep writes the layout down
    PanelPlaces(Dock dock, OwnWindows windows, Notices notices, Consumer<String> announce, Runnable keep) {
        this.dock = dock;
        this.windows = windows;
        this.notices = notices;
        this.announce = announce;
        this.keep = keep;
        windows.onClosed(this::closed);
    }

    /// Names what takes the focus of the main window before a panel leaves it.
    void onLeft(Runnable action) {
        left = action;
    }

    @Override
    public PanelLayout layout() {
        PanelLayout now = dock.layout();
        for (OwnWindow own : now.windows()) {
            now = now.withBounds(own.panel(), windows.bounds(own.panel()).orElse(own.bounds()));
        }
        return now;
    }

    /// Puts all panels where a layout says.
    void apply(PanelLayout wanted) {
        windows.keepOnly(wanted.windows());
        dock.apply(wanted);
        if (filled) {
            windows.show(wanted.windows());
        }
    }

    /// Makes what a start did not wait for.
    ///
    /// @return whether windows were opened, which desktops give the focus
    boolean fill() {
        filled = true;
        dock.fill();
        windows.show(dock.layout().windows());
        return !windows.panels().isEmpty();
    }

    /// Puts all panels where a layout says, because a person asked for it.
    ///
    /// @param words what happened
    void arrange(PanelLayout wanted, String words) {
        PanelLayout before = layout();
        apply(wanted);
        tell(before, words);
    }

    private void tell(PanelLayout before, String words) {
        keep.run();
        announce.accept(words);
        notices.tell(words, "Undo", () -> {
            apply(before);
            keep.run();
            announce.accept("Undone.");
        });
    }

    @Override
    public void move(Panel panel, Area area) {
        if (area == Area.WINDOW) {
            moveToWindow(panel, Double.NaN, Double.NaN);
        } else {
            moveTo(panel, layout().moved(panel, area), panel.title() + " is at " + area.words() + " now.");
        }
    }

    /// Moves a panel to a tab of an area.
    void move(Panel panel, Area area, int index) {
        moveTo(panel, layout().moved(panel, area, index), panel.title() + " is at " + area.words() + " now.");
    }

    /// Moves a panel into a window of its own.
    ///
    /// @param screenX where its left edge is to be, NaN for wherever there is room
    void moveToWindow(Panel panel, double screenX, double screenY) {
        Node view = dock.surroundings(panel);
        double width = view == null || view.getScene() == null
                ? 0
                : view.getLayoutBounds().getWidth();
        double height = view == null || view.getScene() == null
                ? 0
                : view.getLayoutBounds().getHeight();
        Bounds bounds = new Bounds(screenX, screenY, Math.max(NEW.width(), width), Math.max(NEW.height(), height));
        moveTo(panel, layout().inWindow(panel, bounds), panel.title() + " has its own window now.");
    }

    @Override
    public void moveHome(Panel panel) {
        moveTo(panel, layout().home(panel), panel.title() + " is back where it was at first.");
    }

    @Override
    public void shift(Panel panel, int tabs) {
        PanelLayout shifted = layout().shifted(panel, tabs);
        int index = Math.max(0, shifted.group(shifted.areaOf(panel)).panels().indexOf(panel));
        moveTo(panel, shifted, panel.title() + " is number " + (index + 1) + " at its place now.");
    }

    private void moveTo(Panel panel, PanelLayout wanted, String words) {
        PanelLayout before = layout();
        if (wanted.equals(before)) {
            return;
        }
        filled = true;
        if (wanted.areaOf(panel) == Area.WINDOW) {
            left.run();
        }
        apply(wanted);
        open(panel);
        tell(before, words);
    }

    private void closed(Panel panel) {
        PanelLayout before = layout();
        apply(before.back(panel));
        dock.front(panel);
        keep.run();
        announce.accept(panel.title() + " is back in the main window.");
    }

    /// Brings a panel to the front without taking the focus; one in a window of its own only comes to the front.
    void front(Panel panel) {
        if (dock.layout().areaOf(panel) == Area.WINDOW) {
            windows.front(panel);
        } else {
            dock.front(panel);
        }
    }

    /// Brings a panel to the front and gives it the focus.
    void open(Panel panel) {
        if (dock.layout().areaOf(panel) == Area.WINDOW) {
            windows.focus(panel);
        } else {
            dock.front(panel);
            dock.focus(panel);
        }
    }

    /// Whether a panel can be seen.
    boolean isShown(Panel panel) {
        return dock.isShown(panel) || windows.panels().contains(panel);
    }

    /// The panel that a node is in; null for none.
    static @Nullable Panel panelOf(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof PanelBox box) {
                return box.panel();
            }
            if (at instanceof PanelTabs tabs && !tabs.isLeadShown()) {
                return tabs.selected();
            }
        }
        return null;
    }
}
