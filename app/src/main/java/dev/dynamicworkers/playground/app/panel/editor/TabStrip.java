package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.session.OpenFile;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The tabs of one side of the editors. The one in front is always seen whole; where there is no room for all, the
/// wheel moves them, and a menu lists them. FX thread.
final class TabStrip extends HBox {
    private static final double LEAST = 60;

    private final EditorGroup group;
    private final Consumer<OpenFile> chosen;
    private final HBox tabs = new HBox() {
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (isToFollow) {
                isToFollow = false;
                follow();
            }
        }
    };
    private final ScrollPane scroll = new ScrollPane(tabs);
    private final MenuButton all = new MenuButton();
    private @Nullable Node front;
    private boolean isToFollow;

    /// @param chosen hears of the file that a person takes from the menu
    TabStrip(String id, EditorGroup group, Consumer<OpenFile> chosen) {
        this.group = group;
        this.chosen = chosen;
        setAlignment(Pos.CENTER_LEFT);
        tabs.getStyleClass().add("file-tabs");
        scroll.getStyleClass().add("tab-strip");
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        all.setId(id);
        all.setAccessibleText("All open files of this side");
        Panes.tip(all, "All open files");
        all.getStyleClass().addAll("flat", "small-menu");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnShowing(event -> fillMenu());
        // A menu button without entries does not open.
        all.getItems().add(new MenuItem());
        Panes.hide(all);
        getChildren().addAll(scroll, all);
        tabs.widthProperty().subscribe(this::followSoon);
        widthProperty().subscribe(this::followSoon);
        scroll.viewportBoundsProperty().map(Bounds::getWidth).subscribe(this::followSoon);
    }

    /// Shows these tabs.
    void show(List<Node> shown) {
        tabs.getChildren().setAll(shown);
        // One that is wider than all the room shows the end of its path, not the start of it.
        for (Node tab : shown) {
            if (tab instanceof Region region && !region.maxWidthProperty().isBound()) {
                region.maxWidthProperty().bind(scroll.viewportBoundsProperty().map(this::mostWidth));
            }
        }
    }

    private double mostWidth(Bounds viewport) {
        return viewport.getWidth() <= 0 ? Double.MAX_VALUE : Math.max(LEAST, viewport.getWidth());
    }

    /// Brings a tab to where it can be seen.
    void front(@Nullable Node tab) {
        front = tab;
        followSoon();
    }

    /// Only once the tabs have their places; and not at each layout, or the wheel would move nothing.
    private void followSoon() {
        isToFollow = true;
        tabs.requestLayout();
    }

    private void follow() {
        Panes.show(all, tabs.getWidth() > getWidth() && getWidth() > 0);
        double room = scroll.getViewportBounds().getWidth();
        double hidden = tabs.getWidth() - room;
        if (front == null || !tabs.getChildren().contains(front) || hidden <= 0) {
            return;
        }
        Bounds tab = front.getBoundsInParent();
        double from = Math.min(Math.max(scroll.getHvalue() * hidden, tab.getMaxX() - room), tab.getMinX());
        scroll.setHvalue(Math.clamp(from / hidden, 0, 1));
    }

    private void wheel(ScrollEvent event) {
        double hidden = tabs.getWidth() - scroll.getViewportBounds().getWidth();
        if (hidden > 0 && event.getDeltaX() == 0) {
            scroll.setHvalue(Math.clamp(scroll.getHvalue() - event.getDeltaY() / hidden, 0, 1));
            event.consume();
        }
    }

    private void fillMenu() {
        all.getItems().clear();
        for (OpenFile file : group.files()) {
            CheckMenuItem item = new CheckMenuItem(file.path());
            item.setMnemonicParsing(false);
            item.setSelected(file == group.frontProperty().get());
            item.setOnAction(event -> chosen.accept(file));
            all.getItems().add(item);
        }
    }
}
