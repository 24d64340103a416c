package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import javafx.scene.control.SplitPane;

/// What gives way where the window is small, or its zoom is high: request and response become a tab of the tools, and
/// the side bar folds away until it is asked for; the inspector becomes a tab as well. FX thread.
final class SmallWindow implements AutoCloseable {
    /// Below this height three rows would leave none of them room for its work; pixels after zoom.
    private static final double LOW = 640;

    /// Below this width a side bar would take a third of it.
    private static final double NARROW = 880;

    private static final double EDITORS_SHARE = 0.54;

    private final MainWindow window;
    private final SplitPane rows;
    private final SplitPane exchange;
    private final ToolTabs tools;
    private final InspectorPlace inspector;
    private final Subscriptions subscriptions = new Subscriptions();
    private boolean narrow;
    private boolean folded;

    /// @param rows editors, exchange, tools, from top to bottom
    /// @param exchange request and response
    SmallWindow(MainWindow window, SplitPane rows, SplitPane exchange, ToolTabs tools, InspectorPlace inspector) {
        this.window = window;
        this.rows = rows;
        this.exchange = exchange;
        this.tools = tools;
        this.inspector = inspector;
        // Not in the middle of a layout pass, which is where sizes change.
        subscriptions.listen(window.widthProperty(), width -> FxThread.onNextFrame(this::fit));
        subscriptions.listen(window.heightProperty(), height -> FxThread.onNextFrame(this::fit));
    }

    /// Whether request and response are a tab of the tools.
    boolean isLow() {
        return tools.hasRequest();
    }

    /// Takes note that the person showed or hid the side bar.
    void sideBarMoved() {
        folded = false;
    }

    private void fit() {
        double width = window.getWidth();
        double height = window.getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        boolean low = height < LOW;
        boolean changes = inspector.fit(width) || low != isLow() || narrow != width < NARROW;
        if (!changes) {
            return;
        }
        if (low != isLow()) {
            if (low) {
                rows.getItems().remove(exchange);
                tools.takeRequest(exchange);
                if (!rows.getItems().contains(tools)) {
                    rows.getItems().add(tools);
                }
            } else {
                tools.giveRequestBack();
                rows.getItems().add(1, exchange);
            }
        }
        if (narrow != width < NARROW) {
            narrow = width < NARROW;
            boolean moves = narrow ? window.isSideShown() : folded && !window.isSideShown();
            if (moves) {
                window.moveSideBar();
                folded = narrow;
            }
        }
        window.shareRoom();
    }

    /// Shares the rows out while the window is low.
    void shareRows() {
        rows.setDividerPositions(EDITORS_SHARE);
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
