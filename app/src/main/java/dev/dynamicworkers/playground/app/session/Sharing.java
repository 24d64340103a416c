package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.task.Tasks;
import dev.dynamicworkers.playground.core.project.share.ImportReport;
import dev.dynamicworkers.playground.core.project.share.ProjectArchive;
import dev.dynamicworkers.playground.core.project.share.ProjectExport;
import dev.dynamicworkers.playground.core.project.share.SharingException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The way of the open project to others, and of theirs to here. Works away from the FX thread; FX thread.
public final class Sharing {
    private final Path folder;
    private final OpenFiles open;
    private final Tasks tasks;

    Sharing(Path folder, OpenFiles open, Tasks tasks) {
        this.folder = folder;
        this.open = open;
        this.tasks = tasks;
    }

    /// Finds out what of the project would leave.
    ///
    /// @param refused takes a sentence
    public void look(Consumer<ProjectExport> then, Consumer<String> refused) {
        open.saveAll();
        run(() -> ProjectExport.of(folder), then, refused);
    }

    /// Writes the project to a `.zip` file, a `.dwplay` file, or else a folder.
    ///
    /// @param refused takes a sentence
    public void export(ProjectExport export, Path target, Runnable then, Consumer<String> refused) {
        run(
                () -> {
                    export.to(folder, target);
                    return Boolean.TRUE;
                },
                done -> then.run(),
                refused);
    }

    /// Reads what someone else sent; writes nothing.
    ///
    /// @param refused takes a sentence
    public void read(Path source, Consumer<ProjectArchive> then, Consumer<String> refused) {
        run(() -> ProjectArchive.read(source), then, refused);
    }

    /// Makes a new project of it.
    ///
    /// @param refused takes a sentence
    public void unpack(ProjectArchive archive, Path target, Consumer<ImportReport> then, Consumer<String> refused) {
        run(
                () -> {
                    archive.unpack(target);
                    return ImportReport.of(target);
                },
                then,
                refused);
    }

    private <T> void run(Callable<T> work, Consumer<T> then, Consumer<String> refused) {
        tasks.run(work)
                .onFailure(failure -> refused.accept(
                        failure instanceof SharingException known
                                ? known.sentence()
                                : "It did not work: " + failure.getMessage() + "."))
                .onSuccess(then);
    }
}
