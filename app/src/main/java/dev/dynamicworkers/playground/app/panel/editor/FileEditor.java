package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.CodeEditor;
import dev.dynamicworkers.playground.app.code.FindBar;
import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One open file: its editor, its find bar and the banners above it. FX thread.
final class FileEditor extends BorderPane implements AutoCloseable {
    private final EditorsViewModel model;
    private final OpenFile file;
    private final CodeEditor editor;
    private final Subscriptions subscriptions = new Subscriptions();

    FileEditor(EditorsViewModel model, OpenFile file) {
        this.model = model;
        this.file = file;
        Language language = Language.of(file.name());
        editor = new CodeEditor(
                "editor-" + file.path().replaceAll("[^A-Za-z0-9]+", "-"),
                file.role().word() + " " + file.path(),
                language);
        FindBar find = new FindBar(editor);
        editor.onFind(find::act);
        editor.show(file.text());
        boolean writable = file.savedProperty().get().readOnlyReason().isEmpty();
        editor.setEditable(writable);
        editor.onEdit(file::edited);
        file.attach(editor::text, editor::replace);
        subscriptions.observe(model.wrapProperty(), editor::setWrap);
        subscriptions.observe(
                model.fontSizeProperty(),
                size -> editor.focusTarget().setStyle("-fx-font-size: " + size.intValue() + "px;"));
        subscriptions.onChange(this::showMarks, model.marksChange());
        showMarks();
        setCenter(editor.node());
        setTop(new VBox(find, readOnlyBanner(), plainBanner(), conflictBanner()));
    }

    private Node readOnlyBanner() {
        String reason = file.savedProperty().get().readOnlyReason();
        return banner(reason, !reason.isEmpty());
    }

    private Node plainBanner() {
        return banner("Plain mode: a line is longer than 20 KB, so colours are off.", editor.isPlain());
    }

    private static HBox banner(String text, boolean visible) {
        Label label = new Label(text);
        HBox banner = new HBox(Icons.INFO.node(14), label);
        banner.getStyleClass().add("banner");
        banner.setAlignment(Pos.CENTER_LEFT);
        Panes.show(banner, visible);
        return banner;
    }

    private Node conflictBanner() {
        HBox banner = banner("This file changed on disk while you were editing it.", /* visible= */ false);
        Button reload = new Button("Reload");
        reload.setId("conflict-reload");
        reload.setAccessibleText("Reload the file and drop my changes");
        reload.setOnAction(event -> model.reload(file));
        Button keep = new Button("Keep mine");
        keep.setId("conflict-keep");
        keep.setAccessibleText("Keep my text and overwrite the file");
        keep.setOnAction(event -> model.keepMine(file));
        reload.getStyleClass().add("small");
        keep.getStyleClass().add("small");
        banner.getStyleClass().add("warning");
        banner.getChildren().addAll(Panes.spacer(), reload, keep);
        subscriptions.observe(file.conflictProperty(), conflict -> Panes.show(banner, conflict));
        return banner;
    }

    private void showMarks() {
        editor.mark(model.marks(file));
    }

    CodeEditor editor() {
        return editor;
    }

    @Override
    public void close() {
        file.detach();
        subscriptions.close();
        editor.close();
    }
}
