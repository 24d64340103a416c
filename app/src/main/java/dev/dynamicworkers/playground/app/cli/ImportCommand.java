package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.project.share.ImportReport;
import dev.dynamicworkers.playground.core.project.share.ProjectArchive;
import dev.dynamicworkers.playground.core.project.share.ProjectExport;
import dev.dynamicworkers.playground.core.project.share.RemoteDownload;
import dev.dynamicworkers.playground.core.project.share.RemoteProject;
import dev.dynamicworkers.playground.core.project.share.SharingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `playground import SOURCE TARGET`: a new project from what someone else sent. Nothing of it runs.
@Command(
        name = "import",
        description = {
            "Makes a project of a .dwplay file, a zip file, another folder, or an address; runs nothing, grants"
                    + " nothing.",
            "An address is fetched because you name it: https://github.com/OWNER/NAME, a folder in it as"
                    + " https://github.com/OWNER/NAME/tree/BRANCH/FOLDER, https://gist.github.com/OWNER/ID, or the"
                    + " https address of a .zip or .dwplay file."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineMain.Version.class)
final class ImportCommand extends SharingCommand {
    @Parameters(
            index = "0",
            paramLabel = "SOURCE",
            description = "A .dwplay file, a zip file, a project's folder, or the address of a project.")
    private String named = ".";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TARGET",
            description = "A folder that is not there yet. Left out: says what is in SOURCE and writes nothing.")
    private @Nullable Path target;

    @Option(names = "--requested", description = "Prints the rules that the author of a .dwplay file asks for.")
    private boolean requested;

    @Override
    void share(PrintWriter out) throws SharingException {
        if (RemoteProject.isAddress(named)) {
            fetch(out);
            return;
        }
        Path source = Path.of(named);
        if (Files.isDirectory(source)) {
            copy(source, out);
        } else {
            unpack(ProjectArchive.read(source), out);
        }
    }

    private void fetch(PrintWriter out) throws SharingException {
        RemoteProject project = RemoteProject.of(named).orElseThrow(() -> new SharingException(RemoteProject.hint()));
        Path folder;
        try {
            folder = Files.createTempDirectory("playground-import");
        } catch (IOException full) {
            throw new SharingException("There is no room for what would be fetched: " + full.getMessage(), full);
        }
        try {
            ProjectArchive archive = ProjectArchive.read(RemoteDownload.fetch(project, folder));
            out.println("fetched from " + Terminal.safe(project.address().toString()));
            unpack(archive, out);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException kept) {
            // It is in the folder of temporary files, which the system clears.
            folder.toFile().deleteOnExit();
        }
    }

    private void copy(Path source, PrintWriter out) throws SharingException {
        ProjectExport project = ProjectExport.of(source);
        Path to = target;
        if (to == null) {
            report(source, out);
            return;
        }
        project.toFolder(to);
        report(to, out);
        done(project.files().size(), to, out);
    }

    private void unpack(ProjectArchive archive, PrintWriter out) throws SharingException {
        archive.leftOut().forEach(path -> out.println("left out: " + Terminal.safe(path)));
        if (requested && !archive.requested().isEmpty()) {
            out.println("Rules that its author asks for; none of them is in force:");
            out.println(Terminal.safe(archive.requested().strip()));
        }
        Path to = target;
        if (to == null) {
            archive.files()
                    .forEach((path, bytes) -> out.println(String.format("%8d  %s", bytes.length, Terminal.safe(path))));
            out.println(archive.files().size() + " files, " + archive.size() + " bytes; nothing was written");
            return;
        }
        archive.unpack(to);
        report(to, out);
        out.println("Its dynamic workers are granted nothing, and the network is blocked, until you change the rules.");
        done(archive.files().size(), to, out);
    }

    private static void report(Path folder, PrintWriter out) {
        ImportReport report = ImportReport.of(folder);
        report.mapped().forEach(what -> out.println("works here: " + Terminal.safe(what)));
        report.partly().forEach(problem -> out.println("works in part: " + Terminal.safe(problem.sentence())));
        report.ignored().forEach(problem -> out.println("not used here: " + Terminal.safe(problem.sentence())));
    }

    private static void done(int count, Path folder, PrintWriter out) {
        out.println(count + (count == 1 ? " file" : " files") + " imported to " + Terminal.safe(folder.toString())
                + "; the code was not run");
    }
}
