package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.panel.editor.EditorsView;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A card that tells of one part of the window after the other, with an outline around the part. It takes nothing away:
/// the window can be used meanwhile. Escape ends it. FX thread.
final class TourView extends Pane implements AutoCloseable {
    private static final double WIDTH = 420;
    private static final double EDGE = 16;

    private final TourModel model = new TourModel();
    private final Dock dock;
    private final PanelPlaces places;
    private final EditorsView editors;
    private final Runnable after;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Region outline = new Region();
    private final Label count = new Label();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button back = button("tour-back", "Back", "Back to the step before", model::back);
    private final Button next = button("tour-next", "Next", "Next step", model::next);
    private final VBox card = new VBox();
    private @Nullable Node target;

    /// @param after takes the focus when the tour is over
    TourView(Dock dock, PanelPlaces places, EditorsView editors, Runnable after) {
        this.dock = dock;
        this.places = places;
        this.editors = editors;
        this.after = after;
        setId("tour");
        setPickOnBounds(false);
        outline.getStyleClass().add("tour-outline");
        outline.setMouseTransparent(true);
        outline.setManaged(false);
        title.getStyleClass().add("strong");
        title.setId("tour-title");
        text.setId("tour-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Button close = Panes.iconButton("tour-close", Icons.CLOSE.node(14), "End the tour (Escape)", model::end);
        HBox head = new HBox(Icons.LEARN.node(16), title, Panes.spacer(), count, close);
        head.getStyleClass().add("tour-row");
        head.setAlignment(Pos.CENTER_LEFT);
        Button skip = button("tour-skip", "Skip", "End the tour", model::end);
        skip.getStyleClass().add("flat");
        next.getStyleClass().add("accent");
        HBox foot = new HBox(skip, Panes.spacer(), back, next);
        foot.getStyleClass().add("tour-row");
        card.getChildren().addAll(head, text, foot);
        card.setId("tour-card");
        card.getStyleClass().addAll("toast", "tour-card");
        card.setManaged(false);
        card.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.end();
                event.consume();
            }
        });
        getChildren().addAll(outline, card);
        Panes.hide(this);
        subscriptions.listen(model.indexProperty(), index -> step());
    }

    private static Button button(String id, String title, String name, Runnable action) {
        Button button = new Button(title);
        button.setId(id);
        button.setAccessibleText(name);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// Begins with the first step.
    void start() {
        model.start();
    }

    private void step() {
        boolean ends = isVisible() && !model.isUnderWay();
        Panes.show(this, model.isUnderWay());
        if (!model.isUnderWay()) {
            if (ends) {
                after.run();
            }
            return;
        }
        TourModel.Step step = model.step();
        title.setText(step.title());
        text.setText(step.text());
        count.setText((model.indexProperty().get() + 1) + " of " + TourModel.STEPS.size());
        back.setDisable(model.isFirst());
        next.setText(model.isLast() ? "Done" : "Next");
        next.setAccessibleText(
                step.title() + ". " + step.text() + " " + (model.isLast() ? "End the tour" : "Next step"));
        target = bringForward(step.place());
        next.requestFocus();
        // What was just brought to the front has its place after the next layout.
        FxThread.onNextFrame(this::requestLayout);
    }

    /// Brings a part of the window to the front, and gives its node; null where it is not in this window.
    private @Nullable Node bringForward(TourModel.Place place) {
        return switch (place) {
            case PARENT -> editors.part(FileRole.PARENT);
            case DYNAMIC -> editors.part(FileRole.DYNAMIC);
            case EXCHANGE -> {
                places.front(Panel.REQUEST);
                yield dock.exchange();
            }
            case INSPECTOR -> {
                places.front(Panel.INSPECTOR);
                yield dock.isWide() ? dock.surroundings(Panel.INSPECTOR) : dock.tabs(Area.BOTTOM);
            }
            case TOOLS -> {
                places.front(Panel.CONSOLE);
                yield dock.surroundings(Panel.CONSOLE);
            }
        };
    }

    @Override
    protected void layoutChildren() {
        Node part = target;
        Bounds at = part == null || part.getScene() == null
                ? null
                : sceneToLocal(part.localToScene(part.getLayoutBounds()));
        outline.setVisible(at != null);
        double width = Math.min(WIDTH, Math.max(0, getWidth() - 2 * EDGE));
        double height = card.prefHeight(width);
        double x = (getWidth() - width) / 2;
        double y = getHeight() - height - 3 * EDGE;
        if (at != null) {
            outline.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
            x = Math.clamp(at.getCenterX() - width / 2, EDGE, Math.max(EDGE, getWidth() - width - EDGE));
            boolean column = at.getHeight() > getHeight() / 2 && at.getMinX() - width - EDGE >= EDGE;
            if (column) {
                x = at.getMinX() - width - EDGE;
            }
            boolean low = at.getCenterY() > getHeight() / 2;
            double beside = low ? at.getMinY() - height - EDGE : at.getMaxY() + EDGE;
            boolean fits = beside >= EDGE && beside + height + EDGE <= getHeight();
            y = fits ? beside : at.getMinY() + EDGE * 3;
        }
        y = Math.clamp(y, 0, Math.max(0, getHeight() - height));
        card.resizeRelocate(snapPositionX(x), snapPositionY(y), width, height);
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
