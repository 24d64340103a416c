package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.StatusBadge;
import dev.dynamicworkers.playground.app.session.KeptRequest;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A kept request: what it is called, how it ended the last time and when, and an arrow that sends it. FX thread.
final class RequestCell extends ListCell<KeptRequest> {
    private final RequestsViewModel model;
    private final Label title = new Label();
    private final StatusBadge outcome = new StatusBadge();
    private final Label rest = new Label();
    private final Button send = Panes.iconButton("request-row-send", Icons.RUN.node(14), "Send", this::send);
    private final HBox row;

    RequestCell(RequestsViewModel model) {
        this.model = model;
        getStyleClass().add("request-row");
        title.setMinWidth(0);
        rest.getStyleClass().add("muted");
        // Has what the outcome leaves, so that it gives way first.
        rest.setMinWidth(0);
        rest.setPrefWidth(0);
        rest.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(rest, Priority.ALWAYS);
        HBox below = new HBox(outcome, rest);
        below.getStyleClass().add("request-below");
        below.setAlignment(Pos.CENTER_LEFT);
        below.setMinWidth(0);
        VBox words = new VBox(title, below);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        send.setFocusTraversable(false);
        send.setMinWidth(Region.USE_PREF_SIZE);
        send.disableProperty().bind(model.liveProperty().map(live -> live));
        row = new HBox(words, send);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    private void send() {
        KeptRequest request = getItem();
        if (request != null) {
            model.send(request);
        }
    }

    @Override
    protected void updateItem(@Nullable KeptRequest request, boolean empty) {
        super.updateItem(request, empty);
        setText(null);
        setTooltip(null);
        if (empty || request == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        String name = RequestsViewModel.title(request);
        title.setText(name);
        RequestsViewModel.Last last = model.last(request, Instant.now());
        Panes.show(outcome, last != null);
        String when = last == null ? "not sent yet" : last.age();
        if (last != null) {
            outcome.show(last.word(), last.tone());
        }
        rest.setText(when + " \u00b7 " + RequestsViewModel.file(request));
        send.setId("request-send-" + getIndex());
        send.setAccessibleText("Send " + name);
        setTooltip(new Tooltip(request.path() + "\n" + request.draft().summary()));
        setAccessibleText(
                name + ", " + (last == null ? "" : last.word() + " ") + when + ", " + RequestsViewModel.file(request));
        setGraphic(row);
    }
}
