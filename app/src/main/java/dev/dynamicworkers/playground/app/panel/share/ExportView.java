package dev.dynamicworkers.playground.app.panel.share;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.Sharing;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.project.share.ProjectExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import org.jspecify.annotations.Nullable;

/// What of the project would leave, and the ways in which it can. FX thread.
public final class ExportView extends ShareView {
    /// The ways in which a project leaves.
    public enum Form {
        ZIP(".zip"),
        PLAYGROUND(".dwplay"),
        FOLDER("");

        private final String suffix;

        Form(String suffix) {
            this.suffix = suffix;
        }

        /// End of the file's name; empty for a folder.
        public String suffix() {
            return suffix;
        }
    }

    private final Function<Form, Optional<Path>> ask;
    private final Runnable close;
    private final CheckBox runs = new CheckBox();

    /// @param ask asks the person where to
    /// @param close takes the page away
    public ExportView(ShareViewModel model, Function<Form, Optional<Path>> ask, Runnable close) {
        super(model, "export", "Export " + model.name(), close);
        this.ask = ask;
        this.close = close;
        lines.setAccessibleText("What to know about this export");
        Button folder = action(
                "export-folder",
                "To a folder\u2026",
                "Copy the project to a new folder",
                Icons.FOLDER,
                () -> to(Form.FOLDER));
        Button playground = action(
                "export-dwplay",
                "As .dwplay\u2026",
                "Save as a file for this playground, with the rules as a request",
                Icons.SHARE,
                () -> to(Form.PLAYGROUND));
        Button zip = action(
                "export-zip", "As zip\u2026", "Save the project as a zip file", Icons.EXPORT, () -> to(Form.ZIP));
        zip.setDefaultButton(true);
        runs.setId("export-runs");
        runs.setText(".dwplay with " + Amounts.count(model.runs(), "run") + ", without the values of secrets");
        runs.setDisable(model.runs() == 0);
        notes.getChildren().add(runs);
        actions(folder, playground, zip);
        for (Button button : new Button[] {folder, playground, zip}) {
            button.disableProperty().bind(model.exportProperty().isNull().or(model.busyProperty()));
        }
        subscriptions.observe(model.exportProperty(), this::show);
        model.look();
    }

    private void show(@Nullable ProjectExport export) {
        if (export == null) {
            show("Reading the project\u2026", List.of());
            return;
        }
        int remarks = export.report().size();
        show(
                ShareViewModel.summary(export.files().size(), bytes(export))
                        + " leave. It is a Wrangler project and runs"
                        + " with wrangler dev. "
                        + (remarks == 0
                                ? "Nothing in it works only here."
                                : "Marked lines say what to look at before it is deployed."),
                ShareViewModel.lines(export));
    }

    private static long bytes(ProjectExport export) {
        long bytes = 0;
        for (Path file : export.files().values()) {
            try {
                bytes += Files.size(file);
            } catch (IOException gone) {
                // It is not counted; the export itself says what it can't read.
                bytes += 0;
            }
        }
        return bytes;
    }

    private void to(Form form) {
        ask.apply(form)
                .ifPresent(target ->
                        model.write(target, runs.isSelected() ? Sharing.Company.RUNS : Sharing.Company.NONE, close));
    }
}
