package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.fx.FxThread;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;

/// Messages of problems, written behind the ends of their lines. Lies over a code area; FX thread.
final class LineMessages extends Pane {
    private static final double GAP = 28;
    private static final double ROOM = 80;

    private final CodeArea area;
    private final ProblemMarks marks;
    private final Subscription subscription;
    private boolean wanted = true;
    private boolean waiting;

    LineMessages(CodeArea area, ProblemMarks marks) {
        this.area = area;
        this.marks = marks;
        setMouseTransparent(true);
        setPickOnBounds(false);
        getStyleClass().add("line-messages");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        subscription = area.viewportDirtyEvents().subscribe(event -> soon());
    }

    void show(boolean shown) {
        wanted = shown;
        soon();
    }

    boolean isShown() {
        return wanted;
    }

    /// Places them anew at the next frame.
    void soon() {
        boolean nothing = getChildren().isEmpty() && !marks.lines().iterator().hasNext();
        if (!waiting && !nothing) {
            waiting = true;
            FxThread.onNextFrame(() -> {
                waiting = false;
                place();
            });
        }
    }

    private void place() {
        getChildren().clear();
        if (!wanted || getScene() == null) {
            return;
        }
        for (int line : marks.lines()) {
            if (line < area.getParagraphs().size()
                    && area.allParToVisibleParIndex(line).isPresent()
                    && !area.isFolded(line)) {
                placeAt(line, marks.of(line));
            }
        }
    }

    private void placeAt(int line, List<Mark> problems) {
        Optional<Bounds> end = endOf(line);
        if (end.isEmpty()) {
            return;
        }
        Point2D at = screenToLocal(end.get().getMaxX(), end.get().getMinY());
        if (at == null || getWidth() - at.getX() < ROOM + GAP) {
            return;
        }
        Mark worst = problems.getFirst();
        Label label = new Label(worst.message().lines().findFirst().orElse(""));
        label.getStyleClass().addAll("line-message", worst.tone().word());
        Bounds bounds = screenToLocal(end.get());
        label.resizeRelocate(
                at.getX() + GAP, bounds.getMinY(), Math.max(0, getWidth() - at.getX() - GAP - 16), bounds.getHeight());
        label.setManaged(false);
        getChildren().add(label);
    }

    private Optional<Bounds> endOf(int line) {
        int length = area.getParagraphLength(line);
        if (length == 0) {
            return area.getParagraphBoundsOnScreen(line)
                    .map(all -> new javafx.geometry.BoundingBox(all.getMinX() + 60, all.getMinY(), 1, all.getHeight()));
        }
        int start = area.getAbsolutePosition(line, 0);
        return area.getCharacterBoundsOnScreen(start + length - 1, start + length);
    }

    void close() {
        subscription.unsubscribe();
    }
}
