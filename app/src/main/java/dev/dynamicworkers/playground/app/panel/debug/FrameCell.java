package dev.dynamicworkers.playground.app.panel.debug;

import dev.dynamicworkers.playground.core.debug.PausedFrame;
import javafx.scene.control.OverrunStyle;

/// A function that stands still, with its place. FX thread.
final class FrameCell extends TwoWordCell<PausedFrame> {
    /// The end of a path says more than its beginning.
    FrameCell() {
        super(OverrunStyle.LEADING_ELLIPSIS);
    }

    @Override
    void show(PausedFrame item) {
        String place = DebugViewModel.place(item);
        String function = item.function().isEmpty() ? "(anonymous)" : item.function();
        show(function, place, function + " at " + place + ": " + item.code().strip());
    }
}
