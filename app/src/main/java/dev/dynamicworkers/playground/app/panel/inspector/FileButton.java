package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Panes;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.stage.FileChooser;

/// Asks for a file whose content is an answer. FX thread.
final class FileButton extends Button {
    /// @param name what it does, for people who do not see it
    /// @param title of the dialog
    /// @param folder where the dialog begins
    /// @param then gets the file that was chosen
    FileButton(String id, String name, String tip, String title, Supplier<Path> folder, Consumer<Path> then) {
        super("From file\u2026");
        setId(id);
        setAccessibleText(name);
        getStyleClass().addAll("small", "flat");
        setMinWidth(USE_PREF_SIZE);
        Panes.tip(this, tip);
        setOnAction(event -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            chooser.setInitialDirectory(folder.get().toFile());
            File chosen = chooser.showOpenDialog(getScene().getWindow());
            if (chosen != null) {
                then.accept(chosen.toPath());
            }
        });
    }
}
