package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.error.ErrorNotice;
import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Engine;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Bars under the menu that tell of the engine's and the application's own failures without blocking. FX thread.
final class NoticeBar extends VBox implements AutoCloseable {
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param firstSteps how one starts; empty for who did before
    /// @param samples shows what else there is to start with
    /// @param tour tells of the parts of the window
    /// @param logs shows the folder of the application's log
    NoticeBar(
            ProjectSession session,
            ErrorReporter errors,
            String firstSteps,
            Runnable samples,
            Runnable tour,
            Runnable logs) {
        setId("notices");
        Engine engine = session.engine();
        Label engineText = new Label();
        engineText.setId("engine-notice-text");
        HBox engineBar = bar(
                Icons.ENGINE_LOST,
                engineText,
                "warning",
                Panes.iconButton(
                        "engine-notice-close", Icons.CLOSE.node(14), "Close this notice", engine::dismissNotice));
        engineBar.setId("engine-notice");
        subscriptions.observe(engine.noticeProperty(), text -> {
            engineText.setText(text);
            Panes.show(engineBar, !text.isEmpty());
        });

        Label errorText = new Label();
        errorText.setId("error-notice-text");
        Button copy = new Button("Copy report");
        copy.setId("error-notice-copy");
        copy.setAccessibleText("Copy the failure report");
        copy.getStyleClass().add("small");
        copy.setOnAction(event -> {
            ErrorNotice notice = errors.latestProperty().get();
            if (notice != null) {
                ClipboardContent content = new ClipboardContent();
                content.putString(notice.report());
                Clipboard.getSystemClipboard().setContent(content);
            }
        });
        Button folder = new Button("Open log folder");
        folder.setId("error-notice-logs");
        folder.setAccessibleText("Open the folder of the log that has this failure");
        folder.getStyleClass().add("small");
        folder.setOnAction(event -> logs.run());
        HBox errorBar = bar(
                Icons.ERROR,
                errorText,
                "killed",
                copy,
                folder,
                Panes.iconButton("error-notice-close", Icons.CLOSE.node(14), "Close this notice", errors::dismiss));
        errorBar.setId("error-notice");
        subscriptions.observe(errors.latestProperty(), notice -> {
            errorText.setText(notice == null ? "" : notice.title());
            Panes.show(errorBar, notice != null);
        });
        Label recoveryText = new Label();
        recoveryText.setId("recovery-text");
        HBox recovery = bar(
                Icons.HISTORY,
                recoveryText,
                "warning",
                Panes.iconButton("recovery-close", Icons.CLOSE.node(14), "Close this notice", session::recoveryRead));
        recovery.setId("recovery");
        subscriptions.observe(session.recoveryProperty(), text -> {
            recoveryText.setText(text);
            Panes.show(recovery, !text.isEmpty());
        });
        Label firstText = new Label(firstSteps);
        Button others = new Button("Other samples\u2026");
        others.setId("first-run-samples");
        others.setMinWidth(USE_PREF_SIZE);
        others.setAccessibleText("Show the other samples");
        others.getStyleClass().add("small");
        others.setOnAction(event -> samples.run());
        Button around = new Button("Tour");
        around.setId("first-run-tour");
        around.setMinWidth(USE_PREF_SIZE);
        around.setAccessibleText("Tour of the window, five steps");
        around.getStyleClass().add("small");
        around.setOnAction(event -> tour.run());
        HBox first = bar(Icons.LEARN, firstText, "info");
        first.setId("first-run");
        first.getChildren()
                .addAll(
                        around,
                        others,
                        Panes.iconButton(
                                "first-run-close", Icons.CLOSE.node(14), "Close this hint", () -> Panes.hide(first)));
        Panes.show(first, !firstSteps.isEmpty());
        getChildren().addAll(engineBar, errorBar, recovery, first);
    }

    private static HBox bar(Icons icon, Label text, String tone, Button... buttons) {
        HBox bar = new HBox(icon.node(16), text);
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        for (Button button : buttons) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        bar.getChildren().addAll(buttons);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("banner", tone);
        return bar;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
