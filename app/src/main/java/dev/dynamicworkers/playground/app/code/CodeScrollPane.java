package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.fx.FxThread;
import javafx.scene.control.ScrollBar;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/// Scroll bars around a code area. FX thread.
///
/// A bar whose need shows only in the middle of a layout pass is left by Flowless in the upper left corner until
/// something else asks for a layout; this pane asks for it.
final class CodeScrollPane extends VirtualizedScrollPane<CodeArea> {
    CodeScrollPane(CodeArea area) {
        super(area);
        getChildrenUnmodifiable().stream()
                .filter(ScrollBar.class::isInstance)
                .forEach(bar -> bar.visibleProperty().subscribe(visible -> FxThread.onNextFrame(this::layOutTwice)));
    }

    /// The first layout may find that the bar is needed after all.
    private void layOutTwice() {
        requestLayout();
        FxThread.onNextFrame(this::requestLayout);
    }
}
