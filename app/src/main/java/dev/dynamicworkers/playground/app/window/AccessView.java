package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page on screen readers and the keyboard. FX thread.
final class AccessView extends BorderPane {
    private final VBox page = new VBox();
    private int commands;

    AccessView(AccessHelp help, Runnable close) {
        setId("access-page");
        page.getStyleClass().add("help-page");
        for (AccessHelp.Part part : help.parts()) {
            Label title = new Label(part.title());
            title.getStyleClass().add("setting-title");
            page.getChildren().add(title);
            part.sentences().forEach(this::sentence);
            part.commands().forEach(this::command);
        }
        Button shut = Panes.iconButton("access-close", Icons.CLOSE.node(14), "Close this page", close);
        setTop(Panes.sheetHeader(new Label("Screen readers and keyboard"), shut));
        setCenter(Panes.scrolling(page));
        // What is read when the page opens.
        shut.setAccessibleHelp(String.join(" ", help.parts().getFirst().sentences()));
    }

    private void sentence(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        page.getChildren().add(label);
    }

    private void command(AccessHelp.Line line) {
        int number = ++commands;
        Label does = new Label(line.does());
        does.getStyleClass().add("muted");
        does.setWrapText(true);
        does.setMinHeight(Region.USE_PREF_SIZE);
        TextField text = new TextField(line.text());
        text.setId("access-command-" + number);
        text.setEditable(false);
        text.getStyleClass().add("mono");
        text.setAccessibleText(line.does());
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = Panes.iconButton(
                "access-copy-" + number,
                Icons.COPY.node(14),
                "Copy the command: " + line.does(),
                () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, line.text())));
        HBox row = new HBox(6, text, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        page.getChildren().add(new VBox(2, does, row));
    }

    void focusFirst() {
        lookup("#access-close").requestFocus();
    }
}
