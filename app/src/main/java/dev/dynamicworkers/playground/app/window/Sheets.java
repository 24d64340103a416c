package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.panel.guide.GuideView;
import dev.dynamicworkers.playground.app.panel.guide.GuideViewModel;
import dev.dynamicworkers.playground.app.panel.inspector.AddGrantModel;
import dev.dynamicworkers.playground.app.panel.inspector.AddGrantView;
import dev.dynamicworkers.playground.app.panel.inspector.CodePatchModel;
import dev.dynamicworkers.playground.app.panel.inspector.CodePatchView;
import dev.dynamicworkers.playground.app.panel.settings.SettingsView;
import dev.dynamicworkers.playground.app.panel.settings.SettingsViewModel;
import dev.dynamicworkers.playground.app.panel.share.ExportView;
import dev.dynamicworkers.playground.app.panel.share.ImportView;
import dev.dynamicworkers.playground.app.panel.share.RepositoryView;
import dev.dynamicworkers.playground.app.panel.share.ShareViewModel;
import dev.dynamicworkers.playground.app.session.NewBinding;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.theme.CodeFonts;
import dev.dynamicworkers.playground.core.project.share.ImportReport;
import java.nio.file.Path;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The pages that are laid over the window: settings, notifications, samples, export and import. FX thread.
final class Sheets implements AutoCloseable {
    private final Sheet sheet = new Sheet();
    private final ProjectSession session;
    private final CommandRegistry commands;
    private final WindowActions actions;
    private final TasksViewModel tasks;
    private final ObservableValue<Boolean> still;
    private @Nullable SettingsView settings;

    /// @param still whether nothing should move
    Sheets(
            ProjectSession session,
            CommandRegistry commands,
            WindowActions actions,
            TasksViewModel tasks,
            ObservableValue<Boolean> still) {
        this.session = session;
        this.tasks = tasks;
        this.still = still;
        this.commands = commands;
        this.actions = actions;
    }

    /// Where they are shown.
    Sheet node() {
        return sheet;
    }

    /// Whether the person is just choosing keys.
    boolean isRecordingKeys() {
        return settings != null && settings.isRecording();
    }

    private SettingsView openSettings() {
        SettingsView view = new SettingsView(
                new SettingsViewModel(
                        actions.settings(),
                        commands,
                        actions.keys(),
                        then -> session.compute(CodeFonts::monospaced, then)),
                sheet::close);
        sheet.show(view, () -> {
            settings = null;
            view.close();
        });
        settings = view;
        return view;
    }

    void showSettings() {
        openSettings().focusSearch();
    }

    void showKeys() {
        openSettings().showKeys();
    }

    /// Tells what the window does for people who do not see it or use no mouse.
    void showAccess() {
        AccessHelp help = AccessHelp.of(
                System.getProperty("os.name", ""),
                session.folder().toString(),
                id -> actions.keys().text(commands.get(id)));
        AccessView view = new AccessView(help, sheet::close);
        sheet.show(view, () -> {});
        view.focusFirst();
    }

    void showNotices() {
        NoticesView view = new NoticesView(session.notices(), sheet::close);
        sheet.show(view, () -> {});
        view.focusList();
    }

    void showTasks() {
        TasksView view = new TasksView(tasks, still, sheet::close);
        sheet.show(view, view::close);
        view.focusList();
    }

    /// Shows a page of the guide.
    ///
    /// @param section of it, empty for its beginning
    void showGuide(String page, String section) {
        GuideViewModel model = new GuideViewModel(session, actions.desktop()::browse);
        GuideView view = new GuideView(model, sheet::close);
        sheet.show(view, view::close);
        model.open(page, section);
        view.focusPages();
    }

    void showSamples() {
        SamplePicker view = new SamplePicker(actions.samples(), sheet::close);
        sheet.show(view, () -> {});
        view.focusFirst();
    }

    void showExport() {
        ShareViewModel model = new ShareViewModel(session);
        ExportView view = new ExportView(model, form -> actions.askExport(form, model.name()), sheet::close);
        sheet.show(view, view::close);
        view.focusFirst();
    }

    /// Shows what the rules of the inspector's worker would be in the parent's code.
    void showPatch(CodePatchModel model) {
        CodePatchView view = new CodePatchView(model, sheet::close);
        sheet.show(view, view::close);
        view.focusFirst();
    }

    /// Asks for a new grant.
    ///
    /// @param kind null when the person chooses it
    void showAddGrant(NewBinding.@Nullable Kind kind) {
        AddGrantModel model = new AddGrantModel(session);
        AddGrantView view = new AddGrantView(model, sheet::close);
        sheet.show(view, view::close);
        view.focusFirst(kind);
    }

    /// Asks for a file that someone else sent, and shows what is in it.
    void askImport() {
        actions.askArchive().ifPresent(this::showImport);
    }

    /// Asks for another project's folder, and shows what is in it.
    void askImportFolder() {
        actions.askFolder()
                .ifPresent(folder -> session.sharing()
                        .pack(
                                folder,
                                zip -> showImport(
                                        zip,
                                        String.valueOf(folder.getFileName()),
                                        folder.toAbsolutePath().getParent()),
                                session.notices()::problem));
    }

    /// Asks for the address of a repository.
    void askRepository() {
        RepositoryView view = new RepositoryView(
                new ShareViewModel(session),
                zip -> showImport(
                        zip, String.valueOf(zip.getFileName()), session.folder().getParent()),
                sheet::close);
        sheet.show(view, view::close);
        view.focusFirst();
    }

    /// Shows what is in a file that someone else sent.
    void showImport(Path source) {
        showImport(
                source,
                String.valueOf(source.getFileName()),
                source.toAbsolutePath().getParent());
    }

    /// @param parent folder in which the project is made
    private void showImport(Path source, String name, @Nullable Path parent) {
        ImportView view = new ImportView(
                new ShareViewModel(session),
                source,
                name,
                parent == null ? source.toAbsolutePath() : parent,
                this::imported,
                sheet::close);
        sheet.show(view, view::close);
        view.focusFirst();
    }

    private void imported(Path folder, ImportReport report) {
        sheet.close();
        int remarks = report.partly().size() + report.ignored().size();
        String rest = remarks == 0 ? "All of it works here." : "What works in part is listed in Problems.";
        actions.open(folder, "Imported. Its dynamic workers are granted nothing yet: see the Inspector. " + rest);
    }

    @Override
    public void close() {
        sheet.close();
    }
}
