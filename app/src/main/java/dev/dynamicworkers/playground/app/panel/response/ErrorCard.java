package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.worker.GuestError;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Why a run did not end well: the error, its frames as links, or the limit that ended it. FX thread.
final class ErrorCard extends VBox {
    private static final int MOST_FRAMES = 6;

    private final ResponseViewModel model;

    ErrorCard(ResponseViewModel model) {
        this.model = model;
        setId("error-card");
        getStyleClass().add("error-card");
    }

    void show(@Nullable RunRecord run) {
        getChildren().clear();
        boolean needed =
                run != null && (run.error() != null || !run.explanation().isEmpty());
        Panes.show(this, needed);
        if (run == null || !needed) {
            return;
        }
        GuestError error = run.error();
        Icons glyph = switch (run.verdict()) {
            case STOPPED -> Icons.STOP;
            case KILLED_CPU, KILLED_TIME -> Icons.TIMER;
            case ENGINE_LOST -> Icons.ENGINE_LOST;
            case REFUSED -> Icons.WARNING;
            default -> Icons.ERROR;
        };
        getStyleClass().removeAll("killed", "warning");
        getStyleClass()
                .add(run.verdict() == RunVerdict.OK ? "warning" : run.verdict().tone());
        String title = error == null ? run.explanation() : error.name() + ": " + error.message();
        Label head = new Label(title);
        head.setId("error-title");
        head.setWrapText(true);
        head.getStyleClass().add("error-title");
        head.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(head, Priority.ALWAYS);
        head.setMaxWidth(Double.MAX_VALUE);
        Node icon = glyph.node(16, "error-icon");
        HBox line = new HBox(
                icon,
                head,
                Panes.iconButton("error-copy", Icons.COPY.node(14), "Copy the error", () -> copy(run, title)));
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("error-head");
        getChildren().add(line);
        if (error != null) {
            frames();
        }
    }

    private void frames() {
        int shown = 0;
        int hidden = 0;
        for (FrameLink frame : model.frames()) {
            if (shown < MOST_FRAMES && (frame.place() != null || shown == 0)) {
                getChildren().add(frame(frame));
                shown++;
            } else {
                hidden++;
            }
        }
        if (hidden > 0) {
            Label more = new Label(hidden == 1 ? "1 more frame" : hidden + " more frames");
            more.getStyleClass().addAll("muted", "frame");
            getChildren().add(more);
        }
    }

    private Node frame(FrameLink frame) {
        Label function = new Label("at " + frame.function());
        function.getStyleClass().add("mono");
        HBox line = new HBox(function);
        var place = frame.place();
        if (place == null) {
            Label source = new Label(frame.source());
            source.getStyleClass().addAll("mono", "muted");
            line.getChildren().add(source);
        } else {
            Hyperlink link = new Hyperlink(place.text());
            link.setAccessibleText("Go to " + place.text());
            link.getStyleClass().add("mono");
            link.setOnAction(event -> model.reveal(place));
            line.getChildren().add(link);
        }
        line.getStyleClass().add("frame");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static void copy(RunRecord run, String title) {
        ClipboardContent content = new ClipboardContent();
        GuestError error = run.error();
        String stack = error == null ? null : error.stack();
        content.putString(stack == null ? title : stack);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
