package dev.dynamicworkers.playground.app.panel.debug;

import javafx.scene.control.OverrunStyle;

/// A breakpoint with the code of its line, or its condition. FX thread.
final class PointCell extends TwoWordCell<DebugViewModel.Row> {
    PointCell() {
        super(OverrunStyle.ELLIPSIS);
    }

    @Override
    void show(DebugViewModel.Row item) {
        if (item.isLost()) {
            show(
                    item.place(),
                    "not found: " + item.code(),
                    "Breakpoint that was at " + item.place() + ": no line is " + item.code()
                            + " any more. Nothing stops until it is back; Delete takes the breakpoint away.");
            return;
        }
        String what = item.condition().isEmpty() ? item.code() : "if " + item.condition();
        show(item.place(), what, "Breakpoint at " + item.place() + ": " + what);
    }
}
