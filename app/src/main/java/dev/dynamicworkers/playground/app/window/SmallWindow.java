package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.settings.layout.Room;
import javafx.scene.layout.Region;

/// Tells the dock how much room the window has: where it is small, or its zoom is high, request and response become a
/// tab at the bottom, the left area folds away until it is asked for, and what is at the right becomes tabs at the
/// bottom as well. FX thread.
final class SmallWindow implements AutoCloseable {
    private final Region window;
    private final Dock dock;
    private final Subscriptions subscriptions = new Subscriptions();

    SmallWindow(Region window, Dock dock) {
        this.window = window;
        this.dock = dock;
        // Not in the middle of a layout pass, which is where sizes change.
        subscriptions.listen(window.widthProperty(), width -> FxThread.onNextFrame(this::fit));
        subscriptions.listen(window.heightProperty(), height -> FxThread.onNextFrame(this::fit));
    }

    private void fit() {
        if (window.getWidth() > 0 && window.getHeight() > 0) {
            dock.fit(Room.of(window.getWidth(), window.getHeight()));
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
