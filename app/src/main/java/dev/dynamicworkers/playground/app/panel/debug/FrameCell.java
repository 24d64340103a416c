package dev.dynamicworkers.playground.app.panel.debug;

import dev.dynamicworkers.playground.core.debug.PausedFrame;

/// A function that stands still, with its place. FX thread.
final class FrameCell extends TwoWordCell<PausedFrame> {
    @Override
    void show(PausedFrame item) {
        String place = DebugViewModel.place(item);
        String function = item.function().isEmpty() ? "(anonymous)" : item.function();
        show(function, place, function + " at " + place + ": " + item.code().strip());
    }
}
