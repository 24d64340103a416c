package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.EventKind;
import dev.dynamicworkers.playground.app.session.request.BodyKind;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.stage.FileChooser;

/// The body of a request: its text, and how the text becomes bytes. FX thread.
final class BodyEditor extends BorderPane implements AutoCloseable {
    private final RequestViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final TextArea text = new TextArea();
    private final Map<BodyKind, ToggleButton> kinds = new HashMap<>();

    BodyEditor(RequestViewModel model) {
        this.model = model;
        text.setId("request-body");
        text.setAccessibleText("Request body");
        text.getStyleClass().addAll("mono", "bare");
        text.textProperty().bindBidirectional(model.fields().bodyProperty());
        setCenter(text);

        FlowPane bar = new FlowPane();
        bar.getStyleClass().add("body-kinds");
        bar.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (BodyKind kind : BodyKind.values()) {
            ToggleButton button = new ToggleButton(kind.title());
            button.setId("body-kind-" + kind.word());
            button.setAccessibleText("Body as " + kind.title());
            button.getStyleClass().add("small-toggle");
            button.setToggleGroup(group);
            button.setOnAction(event -> model.fields().bodyKindProperty().set(kind));
            kinds.put(kind, button);
            bar.getChildren().add(button);
        }
        Button file = Panes.iconButton("body-file", Icons.FOLDER.node(16), "Choose a file", this::choose);
        Label note = new Label();
        note.setId("body-note");
        note.getStyleClass().addAll("muted", "body-note");
        note.setMinWidth(0);
        bar.getChildren().addAll(file, note);
        setTop(bar);
        subscriptions.observe(model.fields().bodyKindProperty(), kind -> {
            ToggleButton chosen = kinds.get(kind);
            if (chosen != null) {
                chosen.setSelected(true);
            }
            Panes.show(file, kind == BodyKind.FILE || kind == BodyKind.MULTIPART);
            prompt();
        });
        subscriptions.observe(model.fields().kindProperty(), kind -> {
            Panes.show(bar, kind == EventKind.FETCH);
            prompt();
        });
        subscriptions.observe(model.bodyNoteProperty(), said -> {
            note.setText(said);
            Panes.show(note, !said.isEmpty());
        });
    }

    private void prompt() {
        EventKind kind = model.fields().kindProperty().get();
        text.setPromptText(
                kind == EventKind.FETCH
                        ? model.fields().bodyKindProperty().get().prompt()
                        : kind.bodyPrompt());
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("The file to send");
        chooser.setInitialDirectory(model.folder().toFile());
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            model.takeFile(chosen.toPath());
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
