package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Notice;
import dev.dynamicworkers.playground.app.session.Notices;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The newest notice, in the lower right corner for a while; as long as the mouse is on it. FX thread.
final class ToastView extends HBox implements AutoCloseable {
    private static final Duration SHORT = Duration.seconds(6);
    private static final Duration LONG = Duration.seconds(12);

    private final Notices notices;
    private final Label text = new Label();
    private final Button action = new Button();
    private final PauseTransition end = new PauseTransition(SHORT);
    private final Subscriptions subscriptions = new Subscriptions();

    ToastView(Notices notices) {
        this.notices = notices;
        setId("toast");
        getStyleClass().add("toast");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(460, Region.USE_PREF_SIZE);
        text.setId("toast-text");
        text.setWrapText(true);
        action.setId("toast-action");
        action.getStyleClass().add("small");
        action.setMinWidth(Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        text,
                        Panes.spacer(),
                        action,
                        Panes.iconButton(
                                "toast-close", Icons.CLOSE.node(12), "Close this notice", notices::dismiss));
        end.setOnFinished(event -> notices.dismiss());
        hoverProperty().subscribe(hovered -> {
            if (hovered) {
                end.stop();
            } else if (isVisible()) {
                end.playFromStart();
            }
        });
        subscriptions.observe(notices.latestProperty(), this::show);
    }

    private void show(@Nullable Notice notice) {
        end.stop();
        Panes.show(this, notice != null);
        if (notice == null) {
            return;
        }
        boolean problem = notice.tone() == Notice.Tone.PROBLEM;
        text.setText(notice.text());
        text.setGraphic((problem ? Icons.WARNING : Icons.INFO).node(14, problem ? "warning-icon" : "muted-icon"));
        boolean acts = !notice.actionName().isEmpty();
        Panes.show(action, acts);
        action.setText(notice.actionName());
        action.setAccessibleText(notice.actionName() + ": " + notice.text());
        action.setOnAction(event -> {
            notices.dismiss();
            notice.action().run();
        });
        end.setDuration(acts ? LONG : SHORT);
        end.playFromStart();
    }

    @Override
    public void close() {
        end.stop();
        subscriptions.close();
    }
}
