package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.Command;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The name of the open project; opens the way to the others. FX thread.
final class ProjectMenu extends MenuButton {
    private static final int MOST = 10;

    private final Path folder;
    private final CommandRegistry commands;
    private final WindowActions actions;

    ProjectMenu(Path folder, CommandRegistry commands, WindowActions actions) {
        super(Objects.requireNonNullElse(folder.getFileName(), folder).toString(), Icons.FOLDER.node(16, "muted-icon"));
        this.folder = folder;
        this.commands = commands;
        this.actions = actions;
        setId("project-name");
        getStyleClass().addAll("project-name", "flat", "small-menu");
        setMnemonicParsing(false);
        setAccessibleText("Project " + getText() + ", switch to another");
        Panes.tip(this, folder.toString());
        setOnShowing(event -> fill());
        // A menu button without entries does not open.
        fill();
    }

    private void fill() {
        getItems().clear();
        actions.recentProjects().stream()
                .filter(project -> !Path.of(project.name()).equals(folder))
                .limit(MOST)
                .forEach(project -> getItems().add(item(project.name(), project.open())));
        if (!getItems().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        for (String id : new String[] {"open-folder", "open-sample", "new-simple", "import"}) {
            Command command = commands.get(id);
            MenuItem item = item(command.shortTitle(), command::run);
            item.setId("project-" + id);
            getItems().add(item);
        }
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
