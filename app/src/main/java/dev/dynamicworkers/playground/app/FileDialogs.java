package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.panel.share.ExportView;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The system's own dialogs for files. Each waits for the person; FX thread.
final class FileDialogs {
    private final Stage stage;

    FileDialogs(Stage stage) {
        this.stage = stage;
    }

    /// A project's folder.
    Optional<Path> folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a Wrangler project");
        return path(chooser.showDialog(stage));
    }

    /// Where an export goes; of a folder, the new folder in the one that was chosen.
    Optional<Path> export(ExportView.Form form, String name) {
        if (form == ExportView.Form.FOLDER) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle("Choose the folder in which the copy is made");
            return path(chooser.showDialog(stage)).map(parent -> parent.resolve(name + "-export"));
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the project");
        chooser.setInitialFileName(name + form.suffix());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Export", "*" + form.suffix()));
        // Not every system's dialog adds the suffix, and the suffix says what is written.
        return path(chooser.showSaveDialog(stage))
                .map(file -> file.toString().endsWith(form.suffix())
                        ? file
                        : file.resolveSibling(file.getFileName() + form.suffix()));
    }

    /// A file that someone else sent.
    Optional<Path> archive() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import a project");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Projects", "*.dwplay", "*.zip"));
        return path(chooser.showOpenDialog(stage));
    }

    private static Optional<Path> path(@Nullable File chosen) {
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
