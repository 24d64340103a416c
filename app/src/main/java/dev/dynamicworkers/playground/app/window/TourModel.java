package dev.dynamicworkers.playground.app.window;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Five sentences about the window, one after the other. FX thread.
final class TourModel {
    /// What a step is about.
    enum Place {
        PARENT,
        DYNAMIC,
        EXCHANGE,
        INSPECTOR,
        TOOLS
    }

    /// One step.
    record Step(Place place, String title, String text) {}

    /// All of them, in order.
    static final List<Step> STEPS = List.of(
            new Step(
                    Place.PARENT,
                    "The parent is yours",
                    "It is trusted. It loads dynamic workers and decides what each of them is given: bindings, network,"
                            + " limits."),
            new Step(
                    Place.DYNAMIC,
                    "The dynamic worker is not trusted",
                    "It runs in an isolate of its own. The strip under its code says what it was granted; there is"
                            + " nothing else for it."),
            new Step(
                    Place.EXCHANGE,
                    "Send a request",
                    "Ctrl+Enter sends it to the parent, Shift+F5 stops it, even in an endless loop. Nothing runs unless"
                            + " you send something."),
            new Step(
                    Place.INSPECTOR,
                    "Take away, and run again",
                    "Turn a grant off, block the network, lower a limit: it counts from the next run on, and what was"
                            + " refused says which rule refused it."),
            new Step(
                    Place.TOOLS,
                    "See what happened",
                    "Console, Problems, Isolates, Network, Calls, Timeline and Runs show what your code did. F6 goes"
                            + " through all parts of the window, Ctrl+Shift+P finds every command."));

    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(-1);

    /// Which step is shown; -1 for none.
    ReadOnlyIntegerProperty indexProperty() {
        return index.getReadOnlyProperty();
    }

    /// Whether a step is shown.
    boolean isUnderWay() {
        return index.get() >= 0;
    }

    /// The step that is shown.
    ///
    /// @throws IndexOutOfBoundsException when there is none
    Step step() {
        return STEPS.get(index.get());
    }

    boolean isFirst() {
        return index.get() == 0;
    }

    boolean isLast() {
        return index.get() == STEPS.size() - 1;
    }

    /// Begins with the first step.
    void start() {
        index.set(0);
    }

    /// Goes to the next step; after the last one it is over.
    void next() {
        if (isUnderWay()) {
            index.set(isLast() ? -1 : index.get() + 1);
        }
    }

    /// Goes to the step before.
    void back() {
        if (index.get() > 0) {
            index.set(index.get() - 1);
        }
    }

    /// Ends it, wherever it is.
    void end() {
        index.set(-1);
    }
}
