package dev.dynamicworkers.playground.app.panel.share;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.project.share.ImportReport;
import dev.dynamicworkers.playground.core.project.share.ProjectArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// What someone else sent, before any of it is written: its files, the rules that its author asks for, where it goes.
/// FX thread.
public final class ImportView extends ShareView {
    private final TextField target = new TextField();
    private final Path folder;
    private final Path source;

    /// @param source file that was sent
    /// @param name what the person calls it
    /// @param folder in which the project's folder is made
    /// @param open opens the project and tells what it is here
    public ImportView(
            ShareViewModel model,
            Path source,
            String name,
            Path folder,
            BiConsumer<Path, ImportReport> open,
            Runnable close) {
        super(model, "import", "Import " + name, close);
        this.folder = folder;
        this.source = source;
        lines.setAccessibleText("Files of this import");
        target.setId("import-target");
        target.setAccessibleText("Folder of the new project");
        HBox.setHgrow(target, Priority.ALWAYS);
        Label to = new Label("To");
        Button make = action(
                "import-make",
                "Import and open",
                "Make the project and open it; nothing of it runs",
                Icons.IMPORT,
                () -> make(open));
        make.setDefaultButton(true);
        make.disableProperty()
                .bind(model.archiveProperty()
                        .isNull()
                        .or(model.busyProperty())
                        .or(target.textProperty().isEmpty()));
        actions(to, target, make);
        subscriptions.observe(model.archiveProperty(), this::show);
        model.read(source);
    }

    private void show(@Nullable ProjectArchive archive) {
        notes.getChildren().clear();
        if (archive == null) {
            show("Reading " + source + "\u2026", List.of());
            return;
        }
        String name = String.valueOf(source.getFileName()).replaceFirst("\\.(dwplay|zip)$", "");
        target.setText(free(name).toString());
        show(
                ShareViewModel.summary(archive.files().size(), archive.size())
                        + ". Nothing of it runs by itself. Its dynamic workers are granted nothing and the network is"
                        + " blocked, until you allow it in the Inspector."
                        + (archive.runs().isEmpty()
                                ? ""
                                : " " + Amounts.count(archive.runs().size(), "run") + " of its author come along."),
                ShareViewModel.lines(archive));
        if (!archive.requested().isEmpty()) {
            Label title = new Label("Its author asks for these rules; they are not in force:");
            TextArea rules = new TextArea(archive.requested());
            rules.setId("import-requested");
            rules.setAccessibleText("Rules that the author asks for");
            rules.setEditable(false);
            rules.setPrefRowCount(6);
            rules.getStyleClass().add("mono");
            notes.getChildren().addAll(title, rules);
        }
    }

    /// A folder that is not there yet.
    private Path free(String name) {
        Path wanted = folder.resolve(name);
        for (int i = 2; Files.exists(wanted); i++) {
            wanted = folder.resolve(name + "-" + i);
        }
        return wanted;
    }

    private void make(BiConsumer<Path, ImportReport> open) {
        Path wanted = Path.of(target.getText().strip()).toAbsolutePath().normalize();
        model.unpack(wanted, report -> open.accept(wanted, report));
    }
}
