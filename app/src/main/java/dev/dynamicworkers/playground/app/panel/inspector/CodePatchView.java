package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.code.diff.DiffView;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page that shows what would be written into the parent's code, and writes it. FX thread.
public final class CodePatchView extends BorderPane implements AutoCloseable {
    private final CodePatchModel model;
    private final Runnable close;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Label sentence = new Label();
    private final VBox notes = new VBox();
    private final Button apply = new Button("Apply", Icons.SAVE.node(16));
    private final Button cancel = new Button("Cancel");
    private final Button copy = new Button("Copy as code", Icons.COPY.node(16));

    /// @param close takes the page away
    public CodePatchView(CodePatchModel model, Runnable close) {
        this.model = model;
        this.close = close;
        setId("patch");
        getStyleClass().add("share-page");
        Label title = new Label("Write into code");
        HBox header = Panes.sheetHeader(
                title, Panes.iconButton("patch-close", Icons.CLOSE.node(14), "Close this page", close));
        sentence.setId("patch-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("share-summary");
        notes.setId("patch-notes");
        notes.getStyleClass().add("share-notes");
        CheckBox block = new CheckBox("globalOutbound: null as well, so that nothing leaves wherever it runs");
        block.setId("patch-block");
        block.setWrapText(true);
        block.selectedProperty().bindBidirectional(model.blockProperty());
        setTop(new VBox(header, sentence, notes, new VBox(block)));
        block.getParent().getStyleClass().add("share-notes");
        Panes.show(block.getParent(), model.writesRules());
        Panes.show(copy, model.writesRules());
        apply.setId("patch-apply");
        apply.setDefaultButton(true);
        apply.setOnAction(event -> {
            model.apply();
            close.run();
        });
        cancel.setId("patch-cancel");
        cancel.setOnAction(event -> close.run());
        copy.setId("patch-copy");
        copy.setAccessibleText("Copy as a function that takes a WorkerCode");
        copy.setOnAction(event -> copy());
        for (Button button : new Button[] {apply, cancel, copy}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox footer = new HBox(copy, Panes.spacer(), cancel, apply);
        footer.setAlignment(Pos.CENTER_RIGHT);
        footer.getStyleClass().add("sheet-footer");
        setBottom(footer);
        subscriptions.observe(model.patchProperty(), this::show);
    }

    private void show(CodePatch patch) {
        sentence.setText(patch.sentence());
        notes.getChildren().clear();
        for (String each : patch.notes()) {
            Label note = new Label(each, Icons.WARNING.node(14, "warning-icon"));
            note.setWrapText(true);
            note.setMinHeight(USE_PREF_SIZE);
            notes.getChildren().add(note);
        }
        Panes.show(notes, !patch.notes().isEmpty());
        apply.setDisable(patch.files().isEmpty());
        copy.setDisable(patch.snippet().isEmpty());
        setCenter(patch.files().isEmpty() ? null : new DiffView("As it is", "As it would be", patch.rows(), close));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.patchProperty().get().snippet());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Gives the focus to the page.
    public void focusFirst() {
        cancel.requestFocus();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
