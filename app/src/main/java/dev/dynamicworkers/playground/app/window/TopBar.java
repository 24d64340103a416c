package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.Command;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.nio.file.Path;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// Menus, the project's name, Run and Stop. FX thread.
final class TopBar extends HBox implements AutoCloseable {
    private final MenuBarView menus;

    TopBar(Path folder, CommandRegistry commands, WindowActions actions) {
        menus = new MenuBarView(commands, actions);
        Label name = new Label(
                Objects.requireNonNullElse(folder.getFileName(), folder).toString());
        name.getStyleClass().add("project-name");
        name.setId("project-name");
        name.setTooltip(new Tooltip(folder.toString()));
        name.setGraphic(Icons.FOLDER.node(16, "muted-icon"));

        Button run = new Button("Run", Icons.RUN.node(16));
        run.setId("run-button");
        run.getStyleClass().addAll("run-button");
        describe(run, commands.get("run"), "Run: send the current request (Ctrl+Enter)");
        Button stop = new Button("Stop", Icons.STOP.node(16));
        stop.setId("stop-run-button");
        stop.getStyleClass().addAll("stop-run-button");
        describe(stop, commands.get("stop"), "Stop the run (Shift+F5)");
        getChildren().addAll(menus, Panes.spacer(), name, Panes.spacer(), run, stop);
        setId("top-bar");
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
    }

    private static void describe(Button button, Command command, String text) {
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        button.setFocusTraversable(true);
        button.setDisable(!command.enabled().get());
        command.enabled().subscribe(() -> button.setDisable(!command.enabled().get()));
        button.setOnAction(event -> command.run());
    }

    @Override
    public void close() {
        menus.close();
    }
}
