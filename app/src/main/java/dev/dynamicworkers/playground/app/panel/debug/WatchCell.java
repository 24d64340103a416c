package dev.dynamicworkers.playground.app.panel.debug;

import javafx.scene.control.OverrunStyle;

/// An expression with its value. FX thread.
final class WatchCell extends TwoWordCell<DebugViewModel.Watch> {
    WatchCell() {
        super(OverrunStyle.ELLIPSIS);
    }

    @Override
    void show(DebugViewModel.Watch item) {
        String value = item.seen() == null ? "not paused" : item.seen().value();
        show(item.expression(), value, item.expression() + " is " + value);
    }
}
