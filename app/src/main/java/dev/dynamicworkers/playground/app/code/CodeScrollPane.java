package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.fx.FxThread;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/// Scroll bars around a code area. FX thread.
///
/// Flowless gives a bar its place only while it is visible, and the need of one may show in the middle of a layout
/// pass: it would stand in the upper left corner until something else asks for a layout. Here a bar that does not show
/// has its place too, and one that begins to show asks for another layout, in which the text makes room for it.
final class CodeScrollPane extends VirtualizedScrollPane<CodeArea> {
    CodeScrollPane(CodeArea area) {
        super(area);
        for (var child : getChildrenUnmodifiable()) {
            if (child instanceof ScrollBar bar) {
                bar.visibleProperty().subscribe(visible -> {
                    place(bar);
                    FxThread.onNextFrame(() -> {
                        bar.requestLayout();
                        requestLayout();
                    });
                });
                // A layout that was asked for in the middle of another one may be lost, that of the bar's thumb too.
                widthProperty().subscribe(width -> moved(bar));
                heightProperty().subscribe(height -> moved(bar));
            }
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        for (var child : getChildrenUnmodifiable()) {
            if (child instanceof ScrollBar bar && !bar.isVisible()) {
                place(bar);
            }
        }
    }

    private void moved(ScrollBar bar) {
        place(bar);
        FxThread.onNextFrame(bar::requestLayout);
    }

    private void place(ScrollBar bar) {
        if (bar.getOrientation() == Orientation.VERTICAL) {
            double width = bar.prefWidth(-1);
            bar.resizeRelocate(getWidth() - width, 0, width, getHeight());
        } else {
            double height = bar.prefHeight(-1);
            bar.resizeRelocate(0, getHeight() - height, getWidth(), height);
        }
    }
}
