package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.CodeEditor;
import dev.dynamicworkers.playground.app.code.FindBar;
import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The JavaScript that the engine runs for a TypeScript file, to be read beside it. FX thread.
final class StrippedView extends BorderPane implements AutoCloseable {
    private final StrippedModel model;
    private final CodeEditor code;
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param name of the file
    /// @param goTo shows a place of the source, line and column counted from 1
    /// @param close takes the view away
    StrippedView(StrippedModel model, String name, BiConsumer<Integer, Integer> goTo, Runnable close) {
        this.model = model;
        setId("stripped");
        code = new CodeEditor("stripped-code", "JavaScript of " + name + ", read only", Language.JAVASCRIPT);
        code.setEditable(false);
        Label title = new Label("JavaScript that runs");
        title.getStyleClass().add("strong");
        Label readOnly = new Label("read only");
        readOnly.getStyleClass().add("muted");
        HBox header = new HBox(
                title,
                readOnly,
                Panes.spacer(),
                Panes.iconButton("stripped-close", Icons.CLOSE.node(14), "Close the JavaScript", close));
        header.getStyleClass().addAll("find-row", "diff-header");
        Label remark = new Label();
        remark.setId("stripped-remark");
        Button there = Banners.button(
                "stripped-go", "Go there", "Go to the place that can't be parsed", () -> model.goToProblem(goTo));
        HBox banner = Banners.of(remark, there);
        FindBar find = new FindBar(code);
        code.onFind(find::act);
        setTop(new VBox(header, find, banner));
        setCenter(code.node());
        setMinWidth(120);
        setMinHeight(Region.USE_PREF_SIZE);
        subscriptions.observe(model.codeProperty(), this::show);
        subscriptions.observe(model.remarkProperty(), sentence -> {
            remark.setText(sentence);
            Panes.show(banner, !sentence.isEmpty());
        });
        subscriptions.observe(model.brokenProperty(), broken -> {
            banner.getStyleClass().remove("warning");
            if (broken) {
                banner.getStyleClass().add("warning");
            }
            Panes.show(there, broken);
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    /// The first text is shown from its start; later ones leave the lines where they are.
    private void show(String text) {
        if (code.text().isEmpty()) {
            code.show(text);
        } else {
            int first = code.firstLine();
            code.replace(text);
            code.showFrom(first);
        }
    }

    /// Takes note that the source changed.
    void edited() {
        model.edited();
    }

    CodeEditor code() {
        return code;
    }

    @Override
    public void close() {
        subscriptions.close();
        model.close();
        code.close();
    }
}
