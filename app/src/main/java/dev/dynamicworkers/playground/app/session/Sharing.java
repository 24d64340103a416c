package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.task.LongTask;
import dev.dynamicworkers.playground.app.task.RunningTask;
import dev.dynamicworkers.playground.app.task.Tasks;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import dev.dynamicworkers.playground.core.project.share.ImportReport;
import dev.dynamicworkers.playground.core.project.share.ProjectArchive;
import dev.dynamicworkers.playground.core.project.share.ProjectExport;
import dev.dynamicworkers.playground.core.project.share.RemoteDownload;
import dev.dynamicworkers.playground.core.project.share.RemoteProject;
import dev.dynamicworkers.playground.core.project.share.SharingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The way of the open project to others, and of theirs to here. Works away from the FX thread; FX thread.
public final class Sharing {
    private final Path folder;
    private final OpenFiles open;
    private final Tasks tasks;
    private final List<RunRecord> runs;
    private final SecretMask mask;
    private final @Nullable Path data;

    /// What goes along with a project.
    public enum Company {
        /// Nothing but its files.
        NONE,
        /// In a `.dwplay` file the newest runs too, without the values of secrets.
        RUNS
    }

    /// @param runs of the project, newest first
    /// @param data folder of the person, null when nothing is kept
    Sharing(Path folder, OpenFiles open, Tasks tasks, List<RunRecord> runs, SecretMask mask, @Nullable Path data) {
        this.folder = folder;
        this.open = open;
        this.tasks = tasks;
        this.runs = runs;
        this.mask = mask;
        this.data = data;
    }

    /// Finds out what of the project would leave.
    ///
    /// @param refused takes a sentence
    public LongTask look(Consumer<ProjectExport> then, Consumer<String> refused) {
        open.saveAll();
        return run("Reading the project", () -> ProjectExport.of(folder), then, refused);
    }

    /// Writes the project to a `.zip` file, a `.dwplay` file, or else a folder.
    ///
    /// @param refused takes a sentence
    public LongTask export(
            ProjectExport export, Path target, Company company, Runnable then, Consumer<String> refused) {
        List<RunRecord> present = List.copyOf(runs);
        Secrets secrets = mask.secrets();
        boolean withRuns =
                company == Company.RUNS && target.toString().endsWith(ProjectArchive.SUFFIX) && !present.isEmpty();
        return run(
                "Exporting to " + target.getFileName(),
                () -> {
                    if (withRuns) {
                        ProjectArchive.write(export, folder, target, SharedRuns.write(present, secrets));
                        return Boolean.TRUE;
                    }
                    export.to(folder, target);
                    return Boolean.TRUE;
                },
                done -> then.run(),
                refused);
    }

    /// Packs another project's folder, so that it is looked at like one that was sent.
    ///
    /// @param refused takes a sentence
    public LongTask pack(Path other, Consumer<Path> then, Consumer<String> refused) {
        return run(
                "Reading " + other.getFileName(),
                () -> {
                    Path zip = temporary().resolve(String.valueOf(other.getFileName()) + ".zip");
                    ProjectExport.of(other).toZip(zip);
                    return zip;
                },
                then,
                refused);
    }

    /// Fetches a project of the network as a zip file: a repository of GitHub, a folder in one, a gist, or a file.
    ///
    /// @param address as a browser shows it
    /// @param refused takes a sentence
    /// @return null when the address is none
    public @Nullable LongTask fetch(String address, Consumer<Path> then, Consumer<String> refused) {
        Optional<RemoteProject> project = RemoteProject.of(address);
        if (project.isEmpty()) {
            refused.accept(RemoteProject.hint());
            return null;
        }
        return run(
                "Fetching " + project.get().name(),
                () -> RemoteDownload.fetch(project.get(), temporary()),
                then,
                refused);
    }

    private static Path temporary() throws IOException {
        Path folder = Files.createTempDirectory("playground-import");
        folder.toFile().deleteOnExit();
        return folder;
    }

    /// Reads what someone else sent; writes nothing.
    ///
    /// @param refused takes a sentence
    public LongTask read(Path source, Consumer<ProjectArchive> then, Consumer<String> refused) {
        return run("Reading " + source.getFileName(), () -> ProjectArchive.read(source), then, refused);
    }

    /// Makes a new project of it.
    ///
    /// @param refused takes a sentence
    public LongTask unpack(ProjectArchive archive, Path target, Consumer<ImportReport> then, Consumer<String> refused) {
        return run(
                "Importing into " + target.getFileName(),
                () -> {
                    archive.unpack(target);
                    Path kept = data;
                    if (kept != null) {
                        SharedRuns.keep(archive.runs(), target, kept);
                    }
                    return ImportReport.of(target);
                },
                then,
                refused);
    }

    private <T> LongTask run(String words, Callable<T> work, Consumer<T> then, Consumer<String> refused) {
        RunningTask<T> task = tasks.run(words, progress -> work.call(), Tasks.Trait.TELLS_ITS_END);
        task.onCancel(() -> refused.accept("It was cancelled; nothing was written."))
                .onFailure(failure -> refused.accept(
                        failure instanceof SharingException known
                                ? known.sentence()
                                : "It did not work: " + failure.getMessage() + "."))
                .onSuccess(then);
        return Objects.requireNonNull(task.seen());
    }
}
