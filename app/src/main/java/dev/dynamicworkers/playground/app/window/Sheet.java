package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Panes;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A page laid over the window, such as the settings. Esc or a click beside it closes it. FX thread.
final class Sheet extends StackPane {
    private static final double WIDEST = 860;
    private static final double HIGHEST = 640;

    private @Nullable Node focusBefore;
    private Runnable onClose = () -> {};

    Sheet() {
        setId("sheet");
        getStyleClass().add("palette-veil");
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        Panes.hide(this);
    }

    /// Shows a page in place of another one.
    ///
    /// @param closed called when it is taken away
    void show(Region page, Runnable closed) {
        if (!isVisible()) {
            focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        }
        onClose.run();
        onClose = closed;
        // A page that says how high it is gets no more.
        double height = page.getMaxHeight() == Region.USE_PREF_SIZE ? Region.USE_PREF_SIZE : HIGHEST;
        page.setMaxSize(WIDEST, height);
        if (!page.getStyleClass().contains("sheet-page")) {
            page.getStyleClass().add("sheet-page");
        }
        StackPane.setAlignment(page, Pos.CENTER);
        getChildren().setAll(page);
        Panes.show(this);
    }

    void close() {
        if (!isVisible()) {
            return;
        }
        Panes.hide(this);
        getChildren().clear();
        Runnable closed = onClose;
        onClose = () -> {};
        closed.run();
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }
}
