package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.Command;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.StatusBadge;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.YieldingRow;
import dev.dynamicworkers.playground.app.session.Engine;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// The line at the bottom of the window; each part is a button with a name. FX thread.
final class StatusBarView extends YieldingRow implements AutoCloseable {
    private final StatusBarViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Button runButton;

    /// @param pendingKeys the first keys of a sequence that waits for more
    StatusBarView(
            StatusBarViewModel model,
            Panels panels,
            CommandRegistry commands,
            WindowActions actions,
            ObservableValue<String> pendingKeys) {
        super("status-bar", 0);
        this.model = model;
        getStyleClass().add("status-bar");
        Timeline clock = new Timeline(new KeyFrame(Duration.millis(100), tick -> model.refreshRun()));
        clock.setCycleCount(Animation.INDEFINITE);
        subscriptions.observe(model.runState().liveProperty(), live -> {
            if (live) {
                clock.play();
            } else {
                clock.stop();
            }
        });
        subscriptions.add(clock::stop);

        StatusBadge run = new StatusBadge();
        subscriptions.observe(
                model.runProperty(),
                text -> run.show(text, model.runState().liveProperty().get() ? "busy" : "muted"));
        StatusBadge last = new StatusBadge();
        subscriptions.observe(
                model.lastRunProperty(),
                text -> last.show(text, model.lastToneProperty().get()));
        StatusBadge engine = new StatusBadge();
        Engine state = model.engine();
        Button engineButton = part("status-engine", "Engine", engine, commands.get("engine-details"));
        subscriptions.onChange(() -> showEngine(engine, state), state.wordProperty(), state.conditionProperty());
        showEngine(engine, state);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(state.detailProperty());
        engineButton.setTooltip(tooltip);

        runButton = part("status-run", "Run state", run, commands.get("show-runs"));
        Button isolatesButton = part(
                "status-isolates",
                "Isolates and memory",
                text(model.isolatesProperty(), Icons.ISOLATES.node(14)),
                commands.get("show-isolates"));
        Tooltip memory = new Tooltip();
        memory.textProperty().bind(model.memoryProperty());
        isolatesButton.setTooltip(memory);
        Button lastButton = part("status-last-run", "Last run", last, commands.get("show-runs"));
        name(runButton, "Run state: ", model.runProperty());
        name(isolatesButton, "Isolates: ", model.isolatesProperty());
        name(lastButton, "Last run: ", model.lastRunProperty());
        name(engineButton, "Engine: ", state.wordProperty());
        Button caret =
                part("status-caret", "Caret position", text(model.caretProperty(), null), commands.get("go-to-line"));
        name(caret, "Caret: ", model.caretProperty());
        Button tabMode = part(
                "status-tab", "Tab key", text(model.tabModeProperty(), null), commands.get("edit-toggle-tab-focus"));
        name(tabMode, "Tab key, click for the other meaning: ", model.tabModeProperty());
        subscriptions.observe(model.tabModeProperty(), word -> Panes.show(tabMode, !word.isEmpty()));
        Button language = part(
                "status-language", "Language", text(model.languageProperty(), null), commands.get("choose-language"));
        name(language, "Language of the file, click for another: ", model.languageProperty());
        Button lineEnd = part(
                "status-line-end", "Encoding", text(model.lineEndProperty(), null), commands.get("choose-line-ends"));
        name(lineEnd, "Encoding and line ends of the file, click for others: ", model.lineEndProperty());
        subscriptions.observe(model.lineEndProperty(), word -> Panes.show(lineEnd, !word.isEmpty()));
        Button problems = part(
                "status-problems",
                "Problems",
                text(panels.problemsModel.summaryProperty(), Icons.ERROR.node(14)),
                commands.get("show-problems"));
        name(problems, "Problems: ", panels.problemsModel.summaryProperty());
        Button network = part(
                "status-network",
                "Network",
                text(model.networkProperty(), Icons.NETWORK.node(14)),
                commands.get("show-network-rules"));
        name(network, "Network of all workers: ", model.networkProperty());
        Button taken = part(
                "status-overrides", "Overrides", text(model.takenProperty(), null), commands.get("show-inspector"));
        name(taken, "Taken away by the rules: ", model.takenProperty());
        subscriptions.observe(model.takenProperty(), word -> Panes.show(taken, !word.isEmpty()));
        // A region that speaks and is not seen: screen readers hear of its text, whatever has the focus.
        Label announcement = new Label();
        announcement.setId("status-announcement");
        announcement.setManaged(false);
        announcement.setOpacity(0);
        announcement.setMouseTransparent(true);
        announcement.resize(1, 1);
        getChildren().add(announcement);
        subscriptions.observe(model.announcementProperty(), words -> {
            announcement.setText(words);
            announcement.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        });
        Button help =
                part("status-code-help", "Code help", text(model.codeHelpProperty(), null), commands.get("settings"));
        name(help, "Code help: ", model.codeHelpProperty());
        Panes.tip(
                help,
                "Completion, types and problems come from a process of their own, which ends when it"
                        + " was not needed for five minutes.");
        subscriptions.observe(model.codeHelpProperty(), word -> Panes.show(help, !word.isEmpty()));
        Label pending = text(pendingKeys, null);
        pending.setId("status-keys");
        pending.getStyleClass().add("status-text");
        ObservableValue<String> percent = actions.settings().value(Setting.ZOOM).map(value -> value + " %");
        Button zoom = part("status-zoom", "Zoom", text(percent, null), commands.get("choose-zoom"));
        name(zoom, "Zoom, click for another: ", percent);
        Button tasks = new StatusTasks(model.tasks(), panels.still(), commands.get("tasks")::run, subscriptions);
        Button bell = part(
                "status-notices",
                "Notifications",
                text(model.unreadProperty(), Icons.BELL.node(14)),
                commands.get("notices"));
        name(bell, "Notifications, unread: ", model.unreadProperty());
        stay(runButton);
        giveWay(5, isolatesButton);
        giveWay(7, lastButton);
        giveWay(4, engineButton);
        giveWay(6, network);
        giveWay(5, taken);
        giveWay(6, problems);
        atEnd();
        stay(pending);
        giveWay(3, help);
        giveWay(8, caret);
        giveWay(2, tabMode);
        giveWay(3, language);
        giveWay(2, lineEnd);
        giveWay(1, zoom);
        stay(tasks);
        stay(bell);
    }

    private static void showEngine(StatusBadge badge, Engine engine) {
        badge.show(
                engine.wordProperty().get(),
                switch (engine.conditionProperty().get()) {
                    case STARTING -> "busy";
                    case UP -> engine.isCompiling() ? "ok" : "warning";
                    case FAILED -> "killed";
                });
    }

    private void name(Button button, String prefix, ObservableValue<String> text) {
        subscriptions.observe(text, value -> button.setAccessibleText(prefix + value));
    }

    private static Label text(ObservableValue<String> value, @org.jspecify.annotations.Nullable Node icon) {
        Label label = new Label();
        label.setGraphic(icon);
        label.textProperty().bind(value);
        return label;
    }

    private static Button part(String id, String name, Node content, Command command) {
        Button button = new Button(null, content);
        button.setId(id);
        button.setAccessibleText(name);
        button.getStyleClass().addAll("status-part", "flat");
        button.setOnAction(event -> command.run());
        return button;
    }

    /// Gives the focus to the first part.
    void focusFirst() {
        runButton.requestFocus();
    }

    @Override
    public void close() {
        subscriptions.close();
        model.close();
    }
}
