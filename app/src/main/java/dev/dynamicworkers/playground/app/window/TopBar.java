package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.Command;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.panel.settings.ChoiceBox;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.nio.file.Path;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// Menus, the project's name, Run with how it runs, and Stop. FX thread.
final class TopBar extends HBox implements AutoCloseable {
    private final MenuBarView menus;
    private final Subscriptions subscriptions = new Subscriptions();

    TopBar(Path folder, CommandRegistry commands, WindowActions actions) {
        menus = new MenuBarView(commands, actions);
        Label name = new Label(
                Objects.requireNonNullElse(folder.getFileName(), folder).toString());
        name.getStyleClass().add("project-name");
        name.setId("project-name");
        Panes.tip(name, folder.toString());
        name.setGraphic(Icons.FOLDER.node(16, "muted-icon"));

        Button run = new Button("Run", Icons.RUN.node(16));
        run.setId("run-button");
        run.getStyleClass().addAll("run-button");
        describe(run, commands.get("run"), "Run: send the current request (Ctrl+Enter)");
        Button stop = new Button("Stop", Icons.STOP.node(16));
        stop.setId("stop-run-button");
        stop.getStyleClass().addAll("stop-run-button");
        describe(stop, commands.get("stop"), "Stop the run (Shift+F5)");
        ChoiceBox mode = mode(actions.settings());
        ToggleButton auto = new ToggleButton("Auto");
        auto.setId("auto-run");
        auto.setAccessibleText("Run after each edit");
        Panes.tip(auto, "Run after each edit: sends the request a second after the last key");
        auto.getStyleClass().add("small-toggle");
        auto.setMinWidth(USE_PREF_SIZE);
        subscriptions.add(actions.settings().observe(Setting.AUTO_RUN, on -> auto.setSelected((Boolean) on)));
        auto.setOnAction(event -> actions.settings().set(Setting.AUTO_RUN, auto.isSelected()));
        getChildren().addAll(menus, Panes.spacer(), name, Panes.spacer(), run, mode, auto, stop);
        setId("top-bar");
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
    }

    private ChoiceBox mode(SettingsModel settings) {
        ChoiceBox box =
                new ChoiceBox(Setting.RUN_MODE, (Setting.Kind.Choice) Setting.RUN_MODE.kind(), settings, subscriptions);
        box.setId("run-mode");
        box.setAccessibleText("Warm: runs meet the isolates of earlier runs. Cold: each run gets new isolates.");
        Panes.tip(box, box.getAccessibleText());
        box.getStyleClass().add("small-combo");
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private static void describe(Button button, Command command, String text) {
        button.setAccessibleText(text);
        Panes.tip(button, text);
        button.setFocusTraversable(true);
        button.setDisable(!command.enabled().get());
        command.enabled().subscribe(() -> button.setDisable(!command.enabled().get()));
        button.setOnAction(event -> command.run());
    }

    @Override
    public void close() {
        menus.close();
        subscriptions.close();
    }
}
